"""What is worth telling of a pose, region by region.

Which facts are told depends on the known facts alone, so that a decoder can learn it; rng only chooses between two
wordings of a clause. Sides are ordered by what they do, never left first, so the mirrored pose gets the mirrored text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.facts import FACT_INDEX, SIDES
from pose2lang3d_sdk.statements import Told
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES
from training.language import phrases
from training.language.pose import seen_facts

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

    import numpy as np

    from pose2lang3d_sdk.statements import Wording
    from training.language.pose import PoseFacts

REGIONS: Final = tuple(DESCRIBE_QUERIES)

_WORDINGS: Final = 2  # wordings per clause: greedy decoding favours a steady style
LYING: Final = frozenset(("lying_face_down", "lying_on_back", "lying_on_side"))
_UPRIGHT_ON_LEGS: Final = frozenset((None, "standing", "bent_over", "half_kneeling", "lunging"))
_FEET_MATTER: Final = _UPRIGHT_ON_LEGS | {"squatting", "sitting"}
BALANCING: Final = frozenset(("standing", "bent_over", "half_kneeling", "lunging", "squatting", "kneeling"))


def always(_fact: str) -> bool:
    """The default of `told`: every decided and seen fact may be told."""
    return True


def region_text(
    pose: PoseFacts, region: str, rng: np.random.Generator, *, told: Callable[[str], bool] = always
) -> str | None:
    """One to three sentences about a region of the body.

    Args:
        pose: only its decided and seen facts are told.
        region: a key of `verdicts.DESCRIBE_QUERIES`.
        rng: picks the wordings.
        told: facts it returns False for are kept back.

    Returns:
        The text, None when nothing can be told.
    """
    return Region(pose, region, rng, told).text()


class Region:
    """One region's text in the making: what may be told (`known`), what was said, and the sentences so far."""

    def __init__(self, pose: PoseFacts, region: str, rng: np.random.Generator, told: Callable[[str], bool]) -> None:
        self.pose, self.region, self.rng = pose, region, rng
        self.known = known_facts(pose, told, _REGION_FACTS[region])
        self.posture = self.known.get("posture")
        self.said: set[str] = set()
        self.sentences: list[str] = []

    def text(self) -> str | None:
        _WRITERS[self.region](self)
        return " ".join(self.sentences) or None

    def has(self, fact: str, *labels: str) -> bool:
        return self.known.get(fact) in labels

    def side(self, fact: str) -> Told | None:
        """The fact with its class if that is left or right."""
        return (fact, self.known[fact]) if self.has(fact, *SIDES) else None

    def clause(self, wordings: Sequence[Wording]) -> tuple[str, str]:
        chosen = phrases.pick(wordings, self.pose, self.rng, _WORDINGS)
        self.said.update(fact for fact, _ in chosen.tells)
        return chosen.subject, phrases.filled(chosen, self.pose)

    def one(self, told: Told) -> tuple[str, str]:
        return self.clause(phrases.CLAUSES[told])

    def remark(self, wording: Wording) -> str:
        """A remark without its "with"."""
        self.said.update(fact for fact, _ in wording.tells)
        return phrases.filled(wording, self.pose).removeprefix("with ")

    def sentence(self, clauses: Iterable[tuple[str, str]]) -> None:
        if text := _joined(list(clauses)):
            self.sentences.append(text)


def known_facts(pose: PoseFacts, told: Callable[[str], bool], facts: Iterable[str]) -> dict[str, str]:
    seen, labels = seen_facts(pose.visible), pose.labels
    return {fact: labels[fact] for fact in facts if fact in labels and fact in seen and told(fact)}


_SHARED_VERBS: Final = ("is ", "are ", "leans ")


def _joined(clauses: list[tuple[str, str]]) -> str:
    """Clauses to one sentence; neighbours with the same subject share it and their "is"."""
    groups: list[tuple[str, list[str]]] = []
    for subject, predicate in clauses:
        if groups and groups[-1][0] == subject:
            before = groups[-1][1]
            verb = before[0].split(" ", 1)[0] + " "
            before.append(predicate.removeprefix(verb) if verb in _SHARED_VERBS else predicate)
        else:
            groups.append((subject, [predicate]))
    if not groups:
        return ""
    parts = [f"{subject} {_listed(predicates)}" for subject, predicates in groups]
    text = (", and " if any(len(predicates) > 1 for _, predicates in groups) else " and ").join(parts)
    return f"{text[0].upper()}{text[1:]}."


def _listed(items: Sequence[str]) -> str:
    return items[0] if len(items) == 1 else f"{', '.join(items[:-1])} and {items[-1]}"


def _fall_back(r: Region, families: Sequence[str]) -> None:
    """When nothing notable is known: the first two of these facts that are, whatever they say."""
    clauses: list[tuple[str, str]] = []
    for family in families:
        if family in FACT_INDEX:
            found = [r.one((family, r.known[family]))] if family in r.known else []
        else:
            found = of_sides(r, family, {s: r.known[f"{s}_{family}"] for s in SIDES if f"{s}_{family}" in r.known})
        clauses += found
        if len(clauses) >= 2:
            break
    r.sentence(clauses[:2])


def of_sides(r: Region, family: str, labels: dict[str, str]) -> list[tuple[str, str]]:
    """One clause if both sides have the same class, else one for each, ordered by class."""
    if len(labels) == 2 and labels["left"] == labels["right"]:
        label = labels["left"]
        return [r.clause(phrases.spread(family, label, r.pose) or phrases.BOTH_CLAUSES[family, label])]
    return [r.one((f"{s}_{family}", labels[s])) for s in sorted(labels, key=labels.__getitem__)]


# posture


def _posture(r: Region) -> None:
    posture, view, near = r.posture, r.known.get("view"), r.side("nearer_side")
    seen = [("view", view)] if view else []
    if near and view in (None, "front", "back"):  # a profile says by itself which side is nearer
        seen.append(near)
    if r.has("camera_height", "above", "below"):
        seen.append(("camera_height", r.known["camera_height"]))
    if not posture and not seen:
        _body(r)
        return None if r.sentences else _fall_back(r, _PLAIN_BODY)
    lead = r.one(("posture", posture) if posture else seen.pop(0))
    text = _joined([lead])[:-1]
    if seen and seen[0][0] == "view":
        text += ", " + r.remark(phrases.SEEN[seen.pop(0)])
    elif seen:
        text += ","
    if seen:
        text += " with " + _listed([r.remark(phrases.SEEN[told]) for told in seen])
    r.sentences.append(text + ".")
    return _body(r)


def _body(r: Region) -> None:
    remarks: list[Told] = []
    if r.has("airborne", "yes") and r.posture != "airborne":
        remarks.append(("airborne", "yes"))
    elif r.has("balance", "unstable") and r.posture in BALANCING:
        remarks.append(("balance", "unstable"))
    if r.has("compactness", "curled_up", "stretched_out"):
        remarks.append(("compactness", r.known["compactness"]))
    r.sentence(r.one(told) for told in remarks)


# torso


def _torso(r: Region) -> None:
    lean, tilt = r.known.get("torso_lean"), r.known.get("torso_orientation")
    sideways = [told for fact in ("torso_side_lean", "torso_twist") if (told := r.side(fact))]
    main: list[tuple[str, str]] = []
    if tilt == "inverted" or (tilt == "horizontal" and lean is None):
        if r.posture not in LYING:
            main = [r.one(("torso_orientation", tilt))]
    elif r.side("torso_side_lean") and lean in (None, "upright") and tilt in (None, "vertical"):
        pass  # the side lean is the whole truth: "upright" beside it would sound like its opposite
    elif lean == "upright" and tilt == "vertical":
        main = [r.clause(phrases.FUSED_ONE[(("torso_lean", lean), ("torso_orientation", tilt))])]
    elif lean and (lean != "upright" or not sideways):
        main = [r.one(("torso_lean", lean))]
        if tilt == "horizontal":
            main.append(r.one(("torso_orientation", tilt)))
    elif tilt and not lean:
        main = [r.one(("torso_orientation", tilt))]
    main += [r.one(told) for told in sideways]
    if not main:  # lying: that it lies is said; a straight or level torso is still an answer
        rest = ("torso_twist", "torso_side_lean", "torso_orientation")
        main = [r.one((fact, r.known[fact])) for fact in rest if fact in r.known][:1]
    r.sentence(main)


# head


def _head(r: Region) -> None:
    moved = [(f, r.known[f]) for f in ("head_turn", "head_nod", "head_tilt") if r.has(f, "left", "right", "up", "down")]
    if not moved:
        moved = [(f, r.known[f]) for f in ("head_nod", "head_turn") if f in r.known] or [
            (f, r.known[f]) for f in ("head_tilt",) if f in r.known
        ]
    clauses = [r.one(told) for told in moved]
    facing, view = r.known.get("facing_lens"), r.known.get("view")
    if facing == "yes" or (facing == "no" and (view in (None, "front") or not clauses)):
        clauses.append(r.one(("facing_lens", facing)))
    r.sentence(clauses)


# arms

_HANDS: Final = (
    ("hand_ground", "yes"), ("hand_near_foot", "yes"), ("hand_near_knee", "yes"), ("hand_near_head", "yes"),
    ("hand_near_hip", "yes"), ("hand_depth", "behind"), ("hand_across", "yes"), ("hand_height", "above_head"),
    ("hand_height", "head_height"), ("hand_depth", "in_front"),
)  # fmt: skip
_RAISE_RANK: Final = ("overhead", "shoulder_height", "partly_raised", "at_side")
_WAY_RANK: Final = ("forward", "sideways", "backward", "pointing_down")
_BEND_RANK: Final = ("deeply_bent", "bent", "slightly_bent", "straight")

Main = tuple[Told, ...]


def _arms(r: Region) -> None:
    mains = {s: _arm(r, s) for s in SIDES}
    elbows = {s: _elbow(r, s, mains[s]) for s in SIDES}
    hands = {s: _hand(r, s, mains[s]) for s in SIDES}
    crossed = r.has("arms_crossed", "yes")
    if crossed:
        r.sentence([r.one(("arms_crossed", "yes"))])
    if mains["left"] == mains["right"]:
        _arms_alike(r, mains["left"], elbows, hands)
    else:
        _arms_apart(r, mains, elbows, hands)
    if crossed or len(r.sentences) > 1:
        return
    if r.has("hands_distance", "together"):
        r.sentence([r.one(("hands_distance", "together"))])
    elif mains["left"] == mains["right"] and (higher := r.side("higher_hand")):
        r.sentence([r.one(higher)])
    if not r.sentences:
        _fall_back(r, _PLAIN_ARMS)


def _arms_alike(r: Region, main: Main, elbows: dict[str, Told | None], hands: dict[str, Told | None]) -> None:
    """Both upper arms do the same (or nothing is known of either)."""
    elbow, hand = elbows["left"], hands["left"]
    same_elbow = elbow if elbow == elbows["right"] else None
    wide = phrases.spread(*same_elbow, r.pose) if same_elbow else ()
    same_hand = hand if hand == hands["right"] else None
    if main:
        told = phrases.FUSED_BOTH[main] if len(main) == 2 else phrases.BOTH_CLAUSES[main[0]]
        subject, predicate = r.clause(told)
        remarks = [r.remark(phrases.WITH_BOTH[same_elbow])] if same_elbow and not wide else []
        if same_hand:
            remarks.append(r.remark(phrases.WITH_BOTH[same_hand]))
        r.sentence([(subject, predicate + (" with " + _listed(remarks) if remarks else ""))])
    if same_elbow and (wide or not main):
        r.sentence([r.clause(wide or phrases.BOTH_CLAUSES[same_elbow])])
    elif not same_elbow:
        r.sentence(_by_side(r, elbows, _BEND_RANK, 2))
    if same_hand and not main:
        r.sentence([r.clause(phrases.BOTH_CLAUSES[same_hand])])
    elif not same_hand:
        if len(r.sentences) > 1:  # elbows told one by one: no room but for what matters
            hands = {s: hand if hand and _telling(hand) else None for s, hand in hands.items()}
        r.sentence(_by_side(r, hands, _HANDS, 2 if len(r.sentences) < 2 else 1))


def _by_side(r: Region, tells: dict[str, Told | None], rank: tuple[object, ...], room: int) -> list[tuple[str, str]]:
    """A clause per side, ordered by what is told: the sides differ, so the order is never a tie."""
    order = sorted((s for s in SIDES if tells[s]), key=lambda s: _rank(tells[s], rank))
    return [r.one((f"{s}_{told[0]}", told[1])) for s in order[:room] if (told := tells[s])]


def _rank(told: Told | None, rank: tuple[object, ...]) -> int:
    assert told
    return rank.index(told) if told in rank else rank.index(told[1])


def _arms_apart(
    r: Region, mains: dict[str, Main], elbows: dict[str, Told | None], hands: dict[str, Told | None]
) -> None:
    """A sentence for each arm; the more raised one first and at greater length."""
    told_sides = sorted((s for s in SIDES if mains[s]), key=lambda s: _arm_rank(mains[s]))
    for number, s in enumerate(told_sides):
        main, elbow, hand = mains[s], elbows[s], hands[s]
        if elbow and hand and not _telling(hand):
            hand = None
        elif number and hand:  # the second arm gets the shorter text
            elbow = None
        sided = tuple((f"{s}_{fact}", label) for fact, label in main)
        subject, predicate = r.clause(phrases.FUSED_ONE[sided] if len(main) == 2 else phrases.CLAUSES[sided[0]])
        remarks = [r.remark(phrases.WITH_ONE[f"{s}_{told[0]}", told[1]]) for told in (elbow, hand) if told]
        r.sentence([(subject, predicate + (" with " + _listed(remarks) if remarks else ""))])
    for s in SIDES:
        if not mains[s]:
            tells = [told for told in (hands[s], elbows[s]) if told]
            r.sentence([r.one((f"{s}_{told[0]}", told[1])) for told in tells[:1]])


def _telling(hand: Told) -> bool:
    return hand[0].startswith("hand_near") or hand[0] == "hand_ground" or hand[1] == "behind"


def _arm_rank(main: Main) -> tuple[int, int]:
    return _RAISE_RANK.index(main[0][1]), _WAY_RANK.index(main[1][1]) if len(main) == 2 else len(_WAY_RANK)


def _arm(r: Region, s: str) -> Main:
    """What the upper arm does, without the side: one fact, or two that one clause tells."""
    raised = r.known.get(f"{s}_arm_raise")
    if not raised:
        return ()
    main = ("arm_raise", raised)
    if raised == "at_side":
        hangs = r.has(f"{s}_forearm", "pointing_down") and r.has("torso_orientation", "vertical")
        bent = r.has(f"{s}_elbow_bend", "bent", "deeply_bent")
        return (main, ("forearm", "pointing_down")) if hangs and not bent else (main,)
    if raised != "overhead" and (way := r.known.get(f"{s}_arm_direction")):
        return main, ("arm_direction", way)
    return (main,)


def _elbow(r: Region, s: str, main: Main) -> Told | None:
    label = r.known.get(f"{s}_elbow_bend")
    hanging = len(main) == 2 and main[1][0] == "forearm"  # says by itself that the elbow is not much bent
    return None if label is None or hanging else ("elbow_bend", label)


def _hand(r: Region, s: str, main: Main) -> Told | None:
    """The one thing about the hand that says most."""
    raised = main[0][1] if main else None
    for told in _HANDS:
        fact, label = told
        if r.known.get(f"{s}_{fact}") != label:
            continue
        if fact == "hand_ground" and r.posture in LYING:
            continue
        if fact == "hand_across" and r.has("arms_crossed", "yes"):
            continue
        if fact == "hand_height" and raised in ("overhead", "shoulder_height"):
            continue
        if label == "in_front" and (("arm_direction", "forward") in main or ("forearm", "pointing_down") in main):
            continue
        return told
    return None


# legs

_MORE_OF_LEG: Final = (
    (("knee_ground", "yes"), frozenset((None, "half_kneeling", "lunging", "squatting", "plank"))),
    (("thigh", "raised"), _UPRIGHT_ON_LEGS | {"airborne"}),
    (("thigh", "horizontal"), _UPRIGHT_ON_LEGS | {"airborne"}),
    (("hip_bend", "deeply_bent"), LYING | {"upside_down"}),
    (("hip_bend", "bent"), LYING | {"upside_down"}),
    (("foot_ground", "no"), _FEET_MATTER),
)
_MORE_ORDER: Final = tuple(told for told, _ in _MORE_OF_LEG)


def _legs(r: Region) -> None:
    knees = {s: r.known.get(f"{s}_knee_bend") for s in SIDES}
    more = {s: _more_of_leg(r, s) for s in SIDES}
    if (bend := knees["left"]) and bend == knees["right"]:
        _legs_alike(r, bend, more)
    else:
        rank = {s: _BEND_RANK.index(label) for s in SIDES if (label := knees[s])}
        for number, s in enumerate(sorted(rank, key=rank.__getitem__)):
            _leg(r, s, ("knee_bend", knees[s] or ""), more[s][: 2 - number])
        _loose(r, {s: [] if knees[s] else more[s] for s in SIDES})
    room = 2 - len(r.sentences) // 2 - any(len(facts) > 1 for facts in more.values())
    r.sentence([r.one(told) for told in _between_legs(r, knees, more)[: max(room, 0)]])
    if not r.sentences:
        _fall_back(r, _PLAIN_LEGS)


def _more_of_leg(r: Region, s: str) -> list[Told]:
    airborne = r.has("airborne", "yes")  # then both feet are off the ground anyway
    return [
        told
        for told, postures in _MORE_OF_LEG
        if r.known.get(f"{s}_{told[0]}") == told[1]
        and r.posture in postures
        and not (airborne and told[0] == "foot_ground")
    ][:2]


def _leg(r: Region, s: str, knee: Told, rest: list[Told]) -> None:
    """One leg's sentence: the knee, then what hangs on it."""
    clauses = [r.one((f"{s}_{knee[0]}", knee[1]))]
    if rest and rest[0][0] == "knee_ground":
        clauses += [r.one((f"{s}_{told[0]}", told[1])) for told in rest[:1]]
    elif rest:
        remarks = _listed([r.remark(phrases.WITH_ONE[f"{s}_{told[0]}", told[1]]) for told in rest])
        clauses = [(clauses[0][0], f"{clauses[0][1]} with {remarks}")]
    r.sentence(clauses)


def _legs_alike(r: Region, bend: str, more: dict[str, list[Told]]) -> None:
    """Both knees are bent alike; what else both legs share hangs on that sentence, the rest follows."""
    wide = phrases.spread("knee_bend", bend, r.pose)
    shared = [told for told in more["left"] if told in more["right"]]
    subject, predicate = r.clause(wide or phrases.BOTH_CLAUSES["knee_bend", bend])
    if wide or (shared and shared[0][0] == "knee_ground"):
        r.sentence([(subject, predicate)])
        if shared:
            r.sentence([r.clause(phrases.BOTH_CLAUSES[shared[0]])])
    else:
        remarks = [r.remark(phrases.WITH_BOTH[told]) for told in shared if not phrases.spread(*told, r.pose)]
        r.sentence([(subject, predicate + (" with " + _listed(remarks) if remarks else ""))])
    own = {s: [told for told in more[s] if told not in shared] for s in SIDES}
    _loose(r, own)


def _loose(r: Region, more: dict[str, list[Told]]) -> None:
    """Clauses for facts of single legs, two at most, in the order of their weight."""
    clauses: list[tuple[str, str]] = []
    for told in _MORE_ORDER:
        sides = [s for s in SIDES if told in more[s]]
        if len(sides) == 2:
            clauses.append(r.clause(phrases.BOTH_CLAUSES[told]))
        elif sides:
            clauses.append(r.one((f"{sides[0]}_{told[0]}", told[1])))
        if len(clauses) == 2:
            break
    r.sentence(clauses)


def _between_legs(r: Region, knees: dict[str, str | None], more: dict[str, list[Told]]) -> list[Told]:
    """What the legs do to each other, two facts at most."""
    told: list[Told] = []
    if r.has("legs_crossed", "yes"):
        told.append(("legs_crossed", "yes"))
    if r.has("feet_distance", "wide_apart"):
        told.append(("feet_distance", "wide_apart"))
    if r.posture in _FEET_MATTER - {"sitting"}:
        if (front := r.side("front_foot")) and "airborne" not in r.said:
            told.append(front)
        lifted = any(("foot_ground", "no") in facts for facts in more.values())
        if (weight := r.side("weight_leg")) and not lifted:
            told.append(weight)
    if r.has("feet_distance", "together"):
        told.append(("feet_distance", "together"))
    if None in knees.values() and (bent := r.side("more_bent_knee")):
        told.append(bent)
    return told


# what is still worth saying when nothing in a region stands out
_PLAIN_BODY: Final = ("camera_height", "nearer_side", "balance", "compactness")
_PLAIN_ARMS: Final = ("hand_height", "forearm", "hands_distance", "more_raised_arm", "higher_elbow", "more_bent_elbow")
_PLAIN_LEGS: Final = ("thigh", "foot_ground", "hip_bend", "shin", "feet_distance", "knees_distance", "weight_leg")


def _sided(*families: str) -> tuple[str, ...]:
    return tuple(f"{s}_{family}" for family in families for s in SIDES)


_REGION_FACTS: Final = {
    "posture": ("posture", "view", "nearer_side", "camera_height", "airborne", "balance", "compactness"),
    "torso": ("posture", "torso_lean", "torso_orientation", "torso_side_lean", "torso_twist"),
    "head": ("view", "head_turn", "head_nod", "head_tilt", "facing_lens"),
    "arms": (
        "posture", "torso_orientation", "arms_crossed", "hands_distance", "higher_hand",
        "more_raised_arm", "higher_elbow", "more_bent_elbow",
        *_sided("arm_raise", "arm_direction", "forearm", "elbow_bend", *dict.fromkeys(fact for fact, _ in _HANDS)),
    ),
    "legs": (
        "posture", "airborne", "legs_crossed", "feet_distance", "front_foot", "weight_leg", "more_bent_knee",
        "knees_distance",
        *_sided("knee_bend", "shin", *dict.fromkeys(fact for fact, _ in _MORE_ORDER)),
    ),
}  # fmt: skip
_WRITERS: Final[dict[str, Callable[[Region], None]]] = {
    "posture": _posture, "torso": _torso, "head": _head, "arms": _arms, "legs": _legs,
}  # fmt: skip
