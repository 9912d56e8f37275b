"""What a person and a scene tell beyond text: details, facts, angles, 3D joints, mirrored photos, pictures."""

from __future__ import annotations

import base64
import io
import re
import sys
from pathlib import Path

import numpy as np
import pytest
from people import LEGS, arm_raised, nobody_visible, standing
from PIL import Image, ImageOps

from pose2lang3d_sdk import Keypoints, Pose2Lang, errors
from pose2lang3d_sdk.decoder import Decoded
from pose2lang3d_sdk.facts import ANGLES, FACT_INDEX, FACTS
from pose2lang3d_sdk.keypoints.base import swap_sides
from pose2lang3d_sdk.language import PoseLanguage
from pose2lang3d_sdk.scene import TOO_LITTLE_VISIBLE, Scene, places
from pose2lang3d_sdk.skeleton import BONES, JOINT_INDEX, JOINTS, MIRROR, mirror_name
from pose2lang3d_sdk.verdicts import DETAILS

PHOTO = Path(__file__).parents[1] / "examples" / "cameraman.png"


@pytest.fixture(scope="module")
def model() -> Pose2Lang:
    return Pose2Lang(threads=1)


@pytest.fixture(scope="module")
def scene(model) -> Scene:
    return model.read(PHOTO)


def test_a_longer_detail_tells_more(scene):
    short, normal, full = (scene.person().describe(detail) for detail in DETAILS)
    assert len(short.text) < len(normal.text) < len(full.text)
    assert 1 <= len(short.sentences) <= 2
    assert full.sentences[: len(normal.sentences)] == normal.sentences


def test_the_most_probable_statement_is_chosen(model):
    person = model.read(arm_raised()).person()
    chosen = person.choose(["The left hand is above the head.", "The left hand is below hip height."])
    assert (chosen.index, chosen.statement) == (0, "The left hand is above the head.")
    assert chosen.probabilities[0] > 0.8 > 0.2 > chosen.probabilities[1]
    assert str(chosen) == chosen.statement
    # In words of one's own, or of different facts: each is asked for.
    assert person.choose(["The left hand is below hip height.", "The left arm is up."]).index == 1
    assert person.choose(["His left arm hangs down by his side.", "He has got his left arm up in the air!"]).index == 1


def test_a_statement_of_what_is_not_seen_is_not_chosen(model):
    person = model.read(standing(hidden=LEGS)).person()
    chosen = person.choose(["The left knee is bent.", "The left elbow is deeply bent."])
    assert chosen.index == 1
    assert chosen.probabilities[0] is None
    assert person.choose(["The left hand is hidden.", "The left hand is visible."]).index == 1
    nothing = person.choose(["The left knee is bent.", "The left knee is straight.", "The shirt is blue."])
    assert (nothing.index, nothing.statement, str(nothing)) == (None, None, "I cannot tell.")
    assert set(nothing.probabilities) == {None}


def test_mirrored_people_get_the_mirrored_choice(model):
    left = ["The left elbow is straight.", "The left elbow is bent."]
    right = [text.replace("left", "right") for text in left]
    person = model.read(arm_raised()).person()
    twin = model.read(Keypoints(arm_raised().xy[MIRROR] * [-1, 1] + [400, 0], arm_raised().score[MIRROR])).person()
    assert twin.choose(right).probabilities == pytest.approx(person.choose(left).probabilities, abs=1e-4)


@pytest.mark.parametrize(
    "statements",
    ["The left knee is bent.", [], ["He sits."], ["", "He sits."], None, 7, {"a": 1, "b": 2}, ["He sits.", 3]],
)
def test_there_must_be_statements_to_choose_from(model, statements):
    with pytest.raises(errors.QuestionError):
        model.read(standing()).person().choose(statements)


@pytest.mark.parametrize("detail", DETAILS)
def test_stream_gives_the_description_in_pieces(model, scene, detail):
    pieces = list(model.stream(PHOTO, detail=detail))
    assert tuple(pieces) == scene.person().describe(detail).sentences
    assert " ".join(pieces) == model.describe(PHOTO, detail=detail)


@pytest.mark.parametrize("detail", DETAILS)
def test_little_to_see_is_still_a_text(model, detail):
    assert model.describe(nobody_visible(), detail=detail) == TOO_LITTLE_VISIBLE
    assert list(model.stream(nobody_visible(), detail=detail)) == []


def test_an_unknown_detail_is_refused(model, scene):
    for detail in ("long", None, np.array(["short", "normal"]), ["short"]):
        with pytest.raises(errors.SettingError, match="short"):
            model.describe(PHOTO, detail=detail)
    with pytest.raises(errors.SettingError, match="short"):
        model.stream(PHOTO, detail=None)
    with pytest.raises(errors.SettingError, match="full"):
        scene.person().describe("long")


def test_facts_are_of_visible_joints_and_say_what_they_are(model):
    facts = {fact.name: fact for fact in model.read(arm_raised()).person().facts()}
    assert list(facts) == sorted(facts, key=FACT_INDEX.__getitem__)
    raised = facts["left_arm_raise"]
    assert (raised.value, raised.text) == ("overhead", "The left arm is raised overhead.")
    assert raised.probability > 0.9
    assert raised.unit == "degrees"
    assert raised.quantity > 150
    assert raised.joints == ("left_shoulder", "left_elbow", "left_hip")
    assert (facts["view"].quantity, facts["view"].unit) == (None, None)
    for fact in facts.values():
        known = FACTS[FACT_INDEX[fact.name]]
        assert fact.value in known.classes
        assert 1 / len(known.classes) <= fact.probability <= 1
        assert set(fact.joints) <= set(known.joints)
        assert str(fact) == fact.text
        assert fact.text.endswith(".")


def test_facts_and_angles_of_hidden_joints_are_not_told(model):
    person = model.read(standing(hidden=LEGS)).person()
    assert not {"left_knee_bend", "feet_distance", "left_foot_ground"} & {fact.name for fact in person.facts()}
    angles = person.angles()
    assert tuple(angles) == ANGLES
    assert angles["left_knee"] is None
    assert angles["left_elbow"] > 140
    assert model.read(nobody_visible()).person().facts() == ()


@pytest.mark.parametrize(
    ("hidden", "question", "verdict"),
    [
        (("right_knee", "right_ankle"), "Are both feet on the ground?", "unknown"),
        (("right_knee", "right_ankle"), "Are both knees straight?", "unknown"),
        (("right_knee", "right_ankle"), "Is either knee bent?", "unknown"),
        (("right_knee", "right_ankle"), "Is any knee bent?", "unknown"),
        (("left_knee", "left_ankle"), "Is a knee bent?", "unknown"),
        (("right_knee", "right_ankle"), "Are both knees bent?", "no"),
        (("left_elbow", "left_wrist"), "Are both elbows straight?", "unknown"),
        (("left_elbow", "left_wrist"), "Is a hand above the head?", "unknown"),
        (("left_elbow", "left_wrist"), "Are both arms bent?", "no"),
    ],
)
def test_of_two_sides_the_visible_one_decides_only_if_it_can(model, hidden, question, verdict):
    """The person stands with legs and arms straight."""
    answer = model.read(standing(hidden=hidden)).person().ask(question)
    assert answer.verdict == verdict
    assert ("I do not see" in answer.text) == (verdict == "unknown")


@pytest.mark.parametrize(
    ("question", "verdict"),
    [("Is he facing us?", "yes"), ("Is the back to the camera?", "no"), ("Is this a side view?", "no")],
)
def test_shoulders_and_face_show_which_way_the_body_faces(model, question, verdict):
    person = model.read(standing(hidden=("left_hip", "right_hip", *LEGS))).person()
    assert person.ask(question).verdict == verdict
    assert "view" in {fact.name for fact in person.facts()}


@pytest.mark.parametrize(("verdict", "probability"), [("no", 0.5), ("yes", 0.5), ("unknown", None)])
def test_an_unsure_no_makes_no_statement_probable(scene, monkeypatch, verdict, probability):
    """An answer's confidence is one verdict's among eight, so it may be less than a half."""
    monkeypatch.setattr(PoseLanguage, "ask", lambda *_: (Decoded("", verdict, 0.41), ()))
    choice = scene.person().choose(["The person is dancing.", "The knees point inwards."])
    assert choice.probabilities == (probability, probability)


def test_joints3d_of_a_standing_person(model):
    person = model.read(standing()).person()
    joints = person.joints3d()
    assert (joints.shape, joints.dtype) == ((17, 3), np.float32)
    hips, shoulders = (
        joints[[JOINT_INDEX[f"{s}_{j}"] for s in ("left", "right")]].mean(0) for j in ("hip", "shoulder")
    )
    assert np.abs(hips).max() < 0.15
    assert np.linalg.norm(shoulders - hips) == pytest.approx(1, abs=0.15)
    assert joints[JOINT_INDEX["left_ankle"], 1] > 1  # y points down
    assert joints[JOINT_INDEX["left_shoulder"], 0] > joints[JOINT_INDEX["right_shoulder"], 0]  # faces the camera
    joints[:] = 0  # the caller's own copy
    assert person.joints3d().any()


def test_a_mirrored_photo_gives_the_same_answers(model, scene):
    mirrored = model.read(ImageOps.mirror(Image.open(PHOTO)), mirrored=True)
    person, other = scene.person(), mirrored.person()
    assert other.mirrored
    assert other.describe() == person.describe()
    assert [(fact.name, fact.value) for fact in other.facts()] == [(fact.name, fact.value) for fact in person.facts()]
    x0, _, x1, _ = person.bbox
    assert other.bbox[0] == pytest.approx(scene.width - x1)
    assert other.bbox[2] == pytest.approx(scene.width - x0)
    np.testing.assert_allclose(other.keypoints.xy[:, 0], scene.width - person.keypoints.xy[:, 0], rtol=1e-5)


def test_keypoints_of_a_mirrored_photo(model):
    """A detector that saw the mirrored photo calls the person's left arm the right one."""
    true = arm_raised()
    xy = true.xy * (-1, 1) + (400, 0)
    seen = type(true)(xy[MIRROR], true.score[MIRROR])
    person = model.read(seen, mirrored=True).person()
    facts = [[(fact.name, fact.value) for fact in p.facts()] for p in (person, model.read(true).person())]
    assert facts[0] == facts[1]
    np.testing.assert_array_equal(person.keypoints.xy, swap_sides(seen).xy)


def test_facts_of_the_mirrored_body_are_exchanged(model):
    """Exactly: the fact heads average a body and its mirror image."""
    person = arm_raised()
    mirror = type(person)((person.xy * (-1, 1) + (400, 0))[MIRROR], person.score[MIRROR])
    facts = {fact.name: fact for fact in model.read(person).person().facts()}
    for fact in model.read(mirror).person().facts():
        other = facts[mirror_name(fact.name)]
        assert fact.probability == pytest.approx(other.probability, abs=2e-3)
        if fact.probability > 0.6:  # two classes may be equally likely
            assert fact.value == mirror_name(other.value)


def test_several_people_as_keypoints(model):
    small, large = standing(scale=0.5), standing(shift=300)
    scene = model.read([small, large])
    assert [person.keypoints for person in scene.people] == [large, small]
    assert model.describe([small, large], person=1) == model.describe(small)
    assert model.read([]).people == ()
    with pytest.raises(errors.NoPersonError, match="the list of keypoints is empty; give") as caught:
        model.describe([])
    assert "photo" not in str(caught.value)
    assert [item.text for item in model.describe_batch([small, [large, small]])][1] == model.describe(large)


def test_a_scene_tells_about_everybody_from_left_to_right(model):
    def two_people(_image):
        return [standing(shift=300, scale=0.8), standing(scale=0.5)]

    scene = Pose2Lang(two_people).read(np.zeros((600, 800, 3), np.uint8))
    lines = scene.describe("short").split("\n")
    assert lines[0] == "2 people, as the picture shows them from left to right."
    assert lines[1] == f"On the left: {scene.person(1).describe('short')}"
    assert lines[2] == f"On the right: {scene.person(0).describe('short')}"


def test_people_one_above_the_other_are_told_from_the_top(model):
    below = standing(scale=0.5)
    below = type(below)(below.xy + np.array([3, 300]), below.score)
    lines = model.read([below, standing(scale=0.4)]).describe("short").split("\n")
    assert lines[0] == "2 people, as the picture shows them from top to bottom."
    assert [line.split(":")[0] for line in lines[1:]] == ["Above", "Below"]
    assert lines[2] == f"Below: {model.describe(below, detail='short')}"


def test_joints_that_are_all_in_one_place_show_nothing(model):
    assert model.describe(Keypoints(np.ones((17, 2)), np.ones(17))) == TOO_LITTLE_VISIBLE


def test_a_scene_of_one_person_is_told_as_that_person(model, scene):
    assert scene.describe("full") == scene.person().describe("full").text
    with pytest.raises(errors.NoPersonError):
        model.read(np.zeros((90, 90, 3), np.uint8)).describe()


@pytest.mark.parametrize("across", [True, False])
@pytest.mark.parametrize("count", range(2, 7))
def test_places_are_distinct(count, across):
    assert len(set(places(count, across=across))) == count


def test_draw_rings_the_joints_of_an_answer(scene):
    person = scene.person()
    answer = person.ask("Is the left elbow bent?")
    assert "left_elbow" in answer.joints
    plain, ringed = person.draw(), person.draw(PHOTO, highlight=answer)
    assert plain.size == ringed.size == (scene.width, scene.height)
    x, y = person.keypoints.xy[JOINTS.index("left_elbow")].astype(int)
    near = np.s_[y - 20 : y + 20, x - 20 : x + 20]
    assert (np.asarray(plain)[near] != np.asarray(ringed)[near]).any()
    assert np.array_equal(np.asarray(ringed), np.asarray(person.draw(highlight=answer.joints)))
    assert np.array_equal(np.asarray(scene.draw()), np.asarray(plain))
    assert np.array_equal(np.asarray(person.draw(highlight=None)), np.asarray(plain))


def test_drawing_needs_a_photo(model):
    scene = model.read(standing())
    for call in (scene.draw, scene.person().draw):
        with pytest.raises(errors.SettingError, match="no photo"):
            call()
    assert scene.draw(np.zeros((600, 400, 3), np.uint8)).size == (400, 600)


def test_drawing_on_a_photo_of_another_size_is_refused(scene):
    for call in (scene.draw, scene.person().draw):
        with pytest.raises(errors.SettingError, match="the photo to draw on is 400 x 600, the one read was 512 x 512"):
            call(np.zeros((600, 400, 3), np.uint8))


def test_notebooks_show_photo_and_text(model, scene):
    for shown in (scene._repr_html_(), scene.person()._repr_html_()):
        data = base64.b64decode(re.search(r'src="data:image/jpeg;base64,([^"]+)"', shown)[1])
        assert max(Image.open(io.BytesIO(data)).size) <= 640
        assert scene.describe() in shown
    assert "<img" not in model.read(standing())._repr_html_()
    assert "Nobody was found in the &lt;b&gt;" in Scene((), name="the <b>")._repr_html_()


def test_plot_of_the_joints_in_space(scene):
    pyplot = pytest.importorskip("matplotlib.pyplot")
    pyplot.switch_backend("agg")
    axes = scene.person().plot3d()
    assert len(axes.lines) == len(BONES)
    assert scene.person().plot3d(axes) is axes
    with pytest.raises(errors.SettingError, match="3d"):
        scene.person().plot3d(pyplot.figure().add_subplot())
    pyplot.close("all")


def test_plot_without_matplotlib(scene, monkeypatch):
    monkeypatch.setitem(sys.modules, "matplotlib.pyplot", None)
    with pytest.raises(errors.SettingError, match=r"pose2lang3d-sdk\[plot\]"):
        scene.person().plot3d()
