"""The facade with the embedded weights: from anything that shows a person to a sentence, an answer or a clear error."""

from __future__ import annotations

import io
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import numpy as np
import pytest
from people import LEGS, arm_raised, nobody_visible, standing
from PIL import Image

from pose2lang3d_sdk import Answer, Description, Keypoints, Person, Pose2Lang, Scene, errors
from pose2lang3d_sdk.asking import with_doubt
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.scene import MAX_QUESTION, TOO_LITTLE_VISIBLE, clean_question
from pose2lang3d_sdk.skeleton import JOINTS, mirror_name
from pose2lang3d_sdk.student import attended_joints
from pose2lang3d_sdk.verdicts import VERDICTS

PHOTO = Path(__file__).parents[1] / "examples" / "astronaut.jpg"
KNEE = "Is the left knee bent?"


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang(threads=1)


@pytest.fixture(scope="module")
def scene(model) -> Scene:
    return model.read(PHOTO)


# What comes out


def test_describe_a_photo(model, scene):
    text = model.describe(PHOTO)
    assert text.endswith(".")
    description = scene.person().describe()
    assert isinstance(description, Description)
    assert text == description.text == str(description) == " ".join(description.sentences)
    assert 1 <= len(description.sentences) <= 5 + 3  # one of every region, and what is added


def test_ask_a_photo(model, scene):
    question = "Is the person looking into the camera?"
    text = model.ask(PHOTO, question)
    answer = scene.person().ask(question)
    assert isinstance(answer, Answer)
    assert text == answer.text == str(answer)
    assert answer.verdict in VERDICTS
    assert 0 <= answer.confidence <= 1


def test_scene_of_a_photo(scene):
    assert (scene.width, scene.height) == (512, 512)
    assert len(scene.people) >= 1
    person = scene.person("largest")
    assert isinstance(person, Person)
    assert person is scene.person(0) is scene.people[0]
    x0, y0, x1, y1 = person.bbox
    assert -50 < x0 < x1 < 562
    assert -50 < y0 < y1 < 562
    assert 0 < person.person_score <= 1
    assert person.keypoints.xy.shape == (17, 2)


def test_every_kind_of_image_gives_the_same_text(model):
    expected = model.describe(PHOTO)
    data = PHOTO.read_bytes()
    pixels = np.asarray(Image.open(PHOTO).convert("RGB"))
    for image in (str(PHOTO), data, io.BytesIO(data), Image.open(PHOTO), pixels):
        assert model.describe(image) == expected


def test_a_scene_keeps_its_own_photo(model):
    frame = np.zeros((48, 64, 3), np.uint8)
    scene = model.read(frame)
    frame[:] = 255  # as a camera's loop does
    assert scene.photo.max() == 0


def test_keypoints_need_no_photo(model):
    person = standing()
    scene = model.read(person)
    assert (scene.width, scene.height) == (None, None)
    assert scene.person().keypoints is person
    assert model.describe(person) == scene.person().describe().text
    assert "stand" in model.describe(person).lower()


def test_place_and_size_do_not_change_the_text(model):
    assert model.describe(standing()) == model.describe(standing(shift=64)) == model.describe(standing(scale=2.0))


def test_clear_poses_are_answered_truly(model):
    for question, verdict in ((KNEE, "no"), ("Is the person standing?", "yes"), ("Are the arms crossed?", "no")):
        answer = model.read(standing()).person().ask(question)
        assert answer.verdict == verdict, answer
        assert answer.answerable
    assert model.read(arm_raised()).person().ask("Which hand is higher?").verdict == "left"


PLAIN = {
    "no": (
        "Is she leaning?", "Is he bending over?", "Are the knees bent?", "Are her arms up?", "Is an arm raised?",
        "Is he turned around?", "Is she sitting?", "Is he jumping?", "Are the hands on the hips?",
        "Are his arms crossed?", "Is any foot off the ground?", "Is she reaching up?", "Is he upside down?",
        "Is she touching her face?", "Are the legs spread wide?", "Is he lying down?", "Is she kneeling?",
        "Are her hands together?",
    ),
    "yes": (
        "Is he standing?", "Are the legs straight?", "Are the arms down?", "Is she facing us?", "Is he upright?",
        "Are both feet on the ground?", "Do we see her from the front?", "Is her head straight?",
        "Are the shoulders level?", "Are the elbows straight?",
    ),
}  # fmt: skip


@pytest.mark.parametrize("verdict", PLAIN)
def test_plain_questions_get_plain_answers(model, verdict):
    person = model.read(standing()).person()
    answers = {question: person.ask(question).verdict for question in PLAIN[verdict]}
    assert {question: given for question, given in answers.items() if given != verdict} == {}


def test_an_answer_names_the_joints_it_rests_on(model):
    answer = model.read(standing()).person().ask(KNEE)
    assert "left_knee" in answer.joints
    assert len(answer.joints) < len(JOINTS)


def test_what_cannot_be_seen_is_not_told(model):
    person = model.read(standing(hidden=LEGS)).person()
    answer = person.ask(KNEE)
    assert answer.verdict == "unknown"
    assert not answer.answerable
    assert answer.joints == ()
    assert answer.text
    assert "knee" not in " ".join(person.describe().sentences)


@pytest.mark.parametrize("question", ["What colour is the shirt?", "Who is this?", "What is the capital of France?"])
def test_what_is_not_about_the_pose_is_refused(model, question):
    answer = model.read(standing()).person().ask(question)
    assert answer.verdict == "out_of_scope"
    assert not answer.answerable
    assert answer.joints == ()


def test_nobody_visible_is_said_clearly(model):
    description = model.read(nobody_visible()).person().describe()
    assert description == Description(TOO_LITTLE_VISIBLE, ())
    assert model.describe(nobody_visible()) == TOO_LITTLE_VISIBLE


def test_the_same_input_gives_the_same_text(model):
    other = Pose2Lang(threads=1)
    for image in (PHOTO, standing()):
        assert model.describe(image) == model.describe(image) == other.describe(image)
        assert model.ask(image, KNEE) == other.ask(image, KNEE)


def test_many_threads_share_one_model(model):
    questions = [KNEE, "Which hand is higher?", "Describe the legs.", "Is the person standing?"] * 4
    expected = [model.read(arm_raised()).person().ask(question) for question in questions]
    person = model.read(arm_raised()).person()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(person.ask, questions)) == expected


def test_layout_of_the_question_does_not_matter(model):
    person = model.read(standing()).person()
    assert person.ask(f"  {KNEE}\n") == person.ask(KNEE) == person.ask(KNEE.replace(" ", "\t"))


@pytest.mark.parametrize(
    ("hidden", "question", "text"),
    [
        (("left_ankle",), "Is the left knee bent?", "I cannot tell: I do not see the left ankle clearly."),
        (LEGS, "Is the right knee bent?", "I cannot tell: I do not see the right knee or the right ankle clearly."),
        (("left_wrist", "left_elbow"), "Is the left elbow straight?",
         "I cannot tell: I do not see the left elbow or the left wrist clearly."),
    ],
)  # fmt: skip
def test_what_is_missing_is_named_exactly(model, hidden, question, text):
    assert model.ask(standing(hidden=hidden), question) == text


def test_what_the_decoder_says_is_missing_does_not_count(model, monkeypatch):
    language = PoseLanguage()
    decode = language._decode
    wrong = Decoded("I cannot tell: I do not see the nose clearly.", "unknown", 0.9)
    monkeypatch.setattr(language, "_decode", lambda *given: ([wrong], decode(*given)[1]))
    code = language.student.encode(standing(hidden=("left_ankle",)))
    assert language.ask(code, KNEE)[0].text == "I cannot tell: I do not see the left ankle clearly."
    assert language.ask(language.student.encode(standing()), KNEE)[0].text == wrong.text


def test_typing_errors_do_not_matter(model):
    person = model.read(arm_raised()).person()
    assert person.ask("whcih hand is higehr") == person.ask("which hand is higher")


def test_the_fast_estimator(model):
    fast = Pose2Lang("fast", threads=1)
    assert len(fast.read(PHOTO).people) >= 1
    assert fast.describe(standing()) == model.describe(standing())


# Whom it is about


def test_people_are_sorted_largest_first():
    small, large = standing(scale=0.5), standing()
    scene = Pose2Lang(lambda _: [small, large], threads=1).read(np.zeros((600, 400, 3), np.uint8))
    assert [person.keypoints for person in scene.people] == [large, small]
    assert scene.person().keypoints is large
    assert scene.person(np.int64(1)).keypoints is small


def test_joints_outside_the_photo_do_not_count():
    model = Pose2Lang(lambda _: [standing()], threads=1)
    person = model.read(np.zeros((350, 400, 3), np.uint8)).person()
    seen = {name for name, score in zip(JOINTS, person.keypoints.score, strict=True) if score > 0}
    assert seen == set(JOINTS) - set(LEGS)
    assert person.ask(KNEE).verdict == "unknown"


def test_a_photo_without_people(model, tmp_path):
    path = tmp_path / "wall.png"
    Image.new("RGB", (320, 240), (120, 130, 140)).save(path)
    assert model.read(path).people == ()
    for call in (lambda: model.describe(path), lambda: model.ask(path, KNEE)):
        with pytest.raises(errors.NoPersonError) as caught:
            call()
        assert "wall.png" in str(caught.value)
        assert "Keypoints" in str(caught.value)
        assert isinstance(caught.value, LookupError)


@pytest.mark.parametrize("name", ["chelsea", "coffee", "rocket", "brick"])
def test_cats_and_cups_are_no_people(model, name):
    data = pytest.importorskip("skimage.data")
    assert model.read(getattr(data, name)()).people == ()


def test_one_pixel(model):
    assert model.read(np.zeros((1, 1, 3), np.uint8)).people == ()


def test_a_person_that_is_not_there(model):
    with pytest.raises(errors.NoPersonError, match=r"no person 7 .*: only 1 person was found; choose 0$"):
        model.describe(standing(), person=7)
    two = Pose2Lang(lambda _: [standing(), standing(scale=0.5)], threads=1)
    with pytest.raises(errors.NoPersonError, match="2 people were found; choose 0 to 1"):
        two.describe(np.zeros((600, 400, 3), np.uint8), person=2)


@pytest.mark.parametrize("person", ["smallest", "0", "", -1, 1.0, True, None, (0,), np.arange(2)])
def test_choices_of_person_that_make_no_sense(model, person):
    for call in (
        lambda: model.describe(standing(), person=person),
        lambda: model.ask(standing(), KNEE, person=person),
        lambda: model.read(standing()).person(person),
    ):
        with pytest.raises(errors.SettingError, match="whole number"):
            call()


# What is refused


BAD_QUESTIONS = {
    "none": None,
    "bytes": b"Is the left knee bent?",
    "number": 3,
    "list": [KNEE],
    "empty": "",
    "blank": " \t\n\u00a0\u2003",
    "dots": "...",
    "marks": "?!?",
    "invisible": "\u200b\u200b\ufeff",
    "picture only": "\U0001f600",
    "null": "\0",
    "too long": "is " * 200,
    "one long word": "a" * (MAX_QUESTION + 1),
    "half a pair": "Is the \ud800 bent?",
}


@pytest.mark.parametrize("question", BAD_QUESTIONS.values(), ids=BAD_QUESTIONS.keys())
def test_bad_questions_are_refused(model, question):
    for call in (lambda: model.ask(standing(), question), lambda: model.read(standing()).person().ask(question)):
        with pytest.raises(errors.QuestionError, match="the question"):
            call()


@pytest.mark.parametrize(
    "question",
    ["a", "knee", "KNEE?", "x" * MAX_QUESTION, "¿Está doblada la rodilla?", "膝は曲がっていますか", "\0 bent?",
     "'; DROP TABLE", "<yes>", "<end> Describe the legs.", "{knee}", "%s", "left right " * 40, "9999999999"],
)  # fmt: skip
def test_odd_questions_get_a_well_formed_answer(model, question):
    answer = model.read(standing()).person().ask(question)
    assert answer.text
    assert "<" not in answer.text
    assert answer.verdict in VERDICTS
    assert set(answer.joints) <= set(JOINTS)
    assert answer.answerable == (answer.verdict not in {"unknown", "out_of_scope"})


def test_the_question_is_checked_before_the_photo(model):
    with pytest.raises(errors.QuestionError):
        model.ask("no such file.jpg", "")


@pytest.mark.parametrize("image", [None, 3, [3], {}, "", b"", b"garbage", np.zeros((2, 2)) + 7, [standing(), 3]])
def test_bad_images_are_refused(model, image):
    for call in (model.read, model.describe, lambda bad: model.ask(bad, KNEE)):
        with pytest.raises(errors.ImageDecodeError):
            call(image)


def test_a_missing_photo(model):
    with pytest.raises(FileNotFoundError, match=r"'no such\.jpg'"):
        model.describe("no such.jpg")


@pytest.mark.parametrize("estimator", ["", "thunder", "DEFAULT", None, 3, ["default"], np.arange(2)])
def test_unknown_estimators_are_refused(estimator):
    with pytest.raises(errors.SettingError, match='"default", "fast"'):
        Pose2Lang(estimator)


@pytest.mark.parametrize("threads", [0, -1, 1.5, "2", True, np.int64(0), np.arange(2), np.True_])
def test_bad_thread_counts_are_refused(threads):
    with pytest.raises(errors.SettingError, match="threads"):
        Pose2Lang(threads=threads)


def test_threads_may_be_a_number_of_numpy():
    assert Pose2Lang("fast", threads=np.int64(1)).describe(PHOTO)


@pytest.mark.parametrize(
    "source", [None, 3, "", "~nobody at all/x", b"runs", Path("no_folder"), "no_folder", "x" * 300]
)
def test_sources_of_weights_that_make_no_sense(source):
    with pytest.raises(errors.SettingError, match=r"is no folder; give one") as caught:
        Pose2Lang.from_pretrained(source)
    assert "reinstall" not in str(caught.value)


def test_a_path_is_no_weights_but_says_how_to_load_one(tmp_path):
    with pytest.raises(errors.SettingError, match=r"not .*; those of a folder: Pose2Lang\.from_pretrained\(folder\)"):
        Pose2Lang(weights=tmp_path)


@pytest.mark.parametrize("found", [None, 3, "people", [None], [np.zeros((17, 3))], np.zeros((1, 17, 3)), standing()])
def test_an_estimator_that_returns_something_else(found):
    with pytest.raises(errors.KeypointsError, match="list of Keypoints"):
        Pose2Lang(lambda _: found, threads=1).read(np.zeros((9, 9, 3), np.uint8))


def test_an_estimators_own_error_comes_through():
    def broken(_: object) -> list[Keypoints]:
        msg = "out of film"
        raise OSError(msg)

    with pytest.raises(OSError, match="out of film"):
        Pose2Lang(broken, threads=1).describe(PHOTO)


def test_results_cannot_be_changed(scene):
    answer = scene.person().ask(KNEE)
    for thing, name in ((answer, "text"), (scene, "people"), (scene.person(), "keypoints")):
        with pytest.raises(AttributeError):
            setattr(thing, name, None)


# The small parts


def test_clean_question():
    assert clean_question("  Is\tthe left\n knee bent?  ") == KNEE
    assert clean_question(" " * 1000 + "knee" + " " * 1000) == "knee"


def test_attended_joints_are_visible_and_in_order():
    attention = np.zeros(len(FACTS), np.float32)
    attention[FACT_INDEX["left_knee_bend"]] = 0.8
    attention[FACT_INDEX["left_shin"]] = 0.16
    attention[FACT_INDEX["right_forearm"]] = 0.04
    assert attended_joints(attention, JOINTS) == ("left_hip", "left_knee", "left_ankle")
    assert attended_joints(attention, ("left_ankle", "left_hip")) == ("left_hip", "left_ankle")
    assert attended_joints(attention, ()) == ()


def test_a_region_without_a_visible_joint_is_not_described(model):
    whole = model.read(standing()).person().describe()
    above = model.read(standing(hidden=LEGS)).person().describe()
    assert any(word in whole.text for word in ("knee", "leg", "feet", "foot", "thigh"))
    assert not any(word in above.text for word in ("knee", "leg", "feet", "foot", "thigh", "shin"))


@pytest.mark.parametrize(
    ("own", "other", "expected"),
    [
        (("left", 0.5), ("left", 0.9), ("right", 0.9)),  # the mirror image's answer is surer, and mirrored back
        (("left", 0.5), ("left", 0.4), ("left", 0.5)),
        (("left", 0.7), ("left", 0.9), ("left", 0.7)),  # sure enough not to ask again
        (("no", 0.5), ("unknown", 0.9), ("no", 0.5)),
    ],
)
def test_an_unsure_answer_is_the_surer_one_of_person_and_mirror_image(monkeypatch, own, other, expected):
    language = PoseLanguage()
    code = language.student.encode(arm_raised())

    def answer(asked, question):
        verdict, confidence = own if asked is code else other
        assert question == ("Which knee, left or right?" if asked is code else "Which knee, right or left?")
        return Decoded(f"The {verdict} knee.", verdict, confidence), (f"{verdict}_knee",)

    monkeypatch.setattr(language, "answer", answer)
    given, joints = language.ask(code, "Which knee, left or right?")
    assert (given.verdict, given.confidence) == expected
    assert given.text.startswith(f"The {expected[0]} knee")
    assert joints == ((f"{expected[0]}_knee",) if expected[0] in ("left", "right") else ("no_knee",))


def test_the_mirror_image_of_a_pose_is_that_of_its_facts():
    language = PoseLanguage()
    code = language.student.encode(standing(hidden=("left_ankle",)))
    twin = language.student.mirrored(code)
    assert set(JOINTS).difference(twin.visible) == {"right_ankle"}
    for fact, (label, belief) in code.likeliest.items():
        assert twin.belief(mirror_name(fact), mirror_name(label)) == pytest.approx(belief, abs=1e-4)
    again = language.student.mirrored(twin)
    np.testing.assert_allclose(again.keypoints, code.keypoints, atol=1e-6)


@pytest.mark.parametrize(
    ("verdict", "confidence", "text", "told"),
    [
        ("yes", 0.59, "Yes, the left knee is bent.", "Yes, but I am not sure: the left knee is bent."),
        ("no", 0.3, "No.", "No, but I am not sure."),
        ("left", 0.5, "The left hand is higher.", "The left hand is higher, but I am not sure."),
        ("no", 0.4, "Actually, the left arm is down.", "Actually, the left arm is down, but I am not sure."),
        ("yes", 0.6, "Yes, the left knee is bent.", "Yes, the left knee is bent."),
        ("statement", 0.1, "The left knee is bent.", "The left knee is bent."),
        (
            "unknown",
            0.1,
            "I cannot tell: I do not see the nose clearly.",
            "I cannot tell: I do not see the nose clearly.",
        ),
    ],
)
def test_an_unsure_answer_says_so(verdict, confidence, text, told):
    assert with_doubt(Decoded(text, verdict, confidence)) == Decoded(told, verdict, confidence)


def test_mirrored_is_yes_or_no(model):
    with pytest.raises(errors.SettingError, match="mirrored must be True or False, got 'no'"):
        model.read(standing(), mirrored="no")
