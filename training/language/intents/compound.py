"""Questions that join two statements: yes only if both hold."""

from __future__ import annotations

import zlib
from typing import Final, NamedTuple

from training.language.intents import wording
from training.language.intents.base import BOTH_SIDES, All, Any, Intent, Rule, is_in
from training.language.intents.rules import FORWARD, KNEELING, LYING, SITTING, STANDING


class _Atom(NamedTuple):
    """One statement: subject ("{w}" is its side), verb, rest, and the rule that decides it."""

    name: str
    noun: str
    verb: str
    rest: str
    rule: Rule


_BENT, _STRAIGHT = "slightly_bent bent deeply_bent", "straight"


def _sided(side: str) -> tuple[_Atom, ...]:
    """The statements about one side; `side` is the slot to fill: "{side}" or "{other}"."""

    def atom(name: str, part: str, rest: str, family: str, yes: str, no: str) -> _Atom:
        return _Atom(name, "{p} " + side + " " + part, "is", rest, is_in(side + "_" + family, yes, no))

    return (
        atom("knee_bent", "knee", "bent", "knee_bend", _BENT, _STRAIGHT),
        atom("leg_straight", "leg", "straight", "knee_bend", _STRAIGHT, _BENT),
        atom("elbow_bent", "elbow", "bent", "elbow_bend", _BENT, _STRAIGHT),
        atom("arm_straight", "arm", "straight", "elbow_bend", _STRAIGHT, _BENT),
        atom("arm_raised", "arm", "raised", "arm_raise", "shoulder_height overhead", "at_side"),
        atom(
            "hand_high", "hand", "above the head", "hand_height", "above_head", "below_hips hip_to_shoulder head_height"
        ),
        atom("hand_hip", "hand", "on the hip", "hand_near_hip", "yes", "no"),
        atom("hand_head", "hand", "near the head", "hand_near_head", "yes", "no"),
        atom("foot_ground", "foot", "on the ground", "foot_ground", "yes", "no"),
        atom("foot_lifted", "foot", "off the ground", "foot_ground", "no", "yes"),
        atom("hand_front", "hand", "in front of the body", "hand_depth", "in_front", "beside behind"),
    )


_BODY: Final = (
    _Atom("standing", "{s}", "", "standing", STANDING),
    _Atom("sitting", "{s}", "", "sitting", SITTING),
    _Atom("kneeling", "{s}", "", "kneeling", KNEELING),
    _Atom("lying", "{s}", "", "lying down", LYING),
    _Atom("forward", "{s}", "", "leaning forward", FORWARD),
    _Atom("head_down", "{s}", "", "looking down", is_in("head_nod", "down", "level up")),
    _Atom("lens", "{s}", "", "looking at the camera", is_in("facing_lens", "yes", "no")),
    _Atom("arms_crossed", "{p} arms", "are", "crossed", is_in("arms_crossed", "yes", "no")),
    _Atom("feet_wide", "{p} feet", "are", "wide apart", is_in("feet_distance", "wide_apart", "together apart")),
    _Atom("hands_together", "{p} hands", "are", "together", is_in("hands_distance", "together", "apart wide_apart")),
    _Atom("balanced", "{s}", "", "balanced", is_in("balance", "stable", "unstable")),
    _Atom("front_view", "{s}", "", "seen from the front", is_in("view", "front", "back left_side right_side")),
)


def _asks(atom: _Atom) -> str:
    return f"{atom.verb} {atom.noun} {atom.rest}" if atom.verb else "{is_s} " + atom.rest


def _says(atom: _Atom) -> str:
    return f"{atom.noun} {atom.verb} {atom.rest}" if atom.verb else "{s_is} " + atom.rest


def _intent(one: _Atom, two: _Atom, name: str, sided: bool) -> Intent:
    trained = [
        f"{_asks(one)} and {_asks(two)}?",
        f"{_asks(one)} while {_says(two)}?",
        f"is it true that {_says(one)} and {_says(two)}?",
        f"{_says(one)} and {_says(two)}?",
        f"can you tell me if {_says(one)} and {_says(two)}?",
        f"check if {_says(two)} and also {_says(one)}.",
        f"{_asks(two)} and {_asks(one)} too?",
        f"are both true: {_says(one)}, and {_says(two)}?",
    ]
    held = [
        f"does it hold that {_says(one)} as well as that {_says(two)}?",
        f"{_says(two)} with {_says(one)}, correct?",
    ]
    if one.verb == two.verb == "is":
        plain = f"is {one.noun} {one.rest} and {two.noun} {two.rest}?"
        trained.insert(0, plain)
    start = zlib.crc32(name.encode()) % 3
    return Intent(
        f"and_{name}", "medium" if sided else "high", "compound", All((one.rule, two.rule)),
        BOTH_SIDES if sided else ({},), (trained[0], *trained[1 + start : 6 + start]), tuple(held), 0.12,
    )  # fmt: skip


def _intents() -> list[Intent]:
    same, other = _sided("{side}"), _sided("{other}")
    made: list[Intent] = []
    for i, one in enumerate(same):
        for j, two in enumerate(same):
            if i < j and zlib.crc32(f"{one.name} {two.name}".encode()) % 3 == 0 and not _clash(one, two):
                made.append(_intent(one, two, f"{one.name}_same_{two.name}", True))
        for j, two in enumerate(other):
            if i < j and zlib.crc32(f"{one.name}/{two.name}".encode()) % 2 == 0:
                made.append(_intent(one, two, f"{one.name}_other_{two.name}", True))
        with_body = [two for two in _BODY if zlib.crc32(f"{two.name}+{one.name}".encode()) % 4 == 0]
        made += [_intent(two, one, f"{two.name}_{one.name}", True) for two in with_body]
    for i, one in enumerate(_BODY):
        other_body = [two for two in _BODY[i + 1 :] if zlib.crc32(f"{one.name}&{two.name}".encode()) % 2 == 0]
        made += [
            _intent(one, two, f"{one.name}_{two.name}", False)
            for two in other_body
            if not {one.name, two.name} <= _POSTURES
        ]
    return made + _either()


_POSTURES: Final = {"standing", "sitting", "kneeling", "lying"}


def _clash(one: _Atom, two: _Atom) -> bool:
    """Two statements about one fact: they cannot both hold, nobody asks for both."""
    return one.rule.facts(BOTH_SIDES[0]) == two.rule.facts(BOTH_SIDES[0])


def _either() -> list[Intent]:
    same = {atom.name: atom for atom in _sided("{side}")}
    pairs = (
        ("knee_bent", "foot_lifted"),
        ("arm_raised", "elbow_bent"),
        ("hand_hip", "hand_head"),
        ("knee_bent", "elbow_bent"),
    )
    made = []
    for first, second in pairs:
        one, two = same[first], same[second]
        trained = (
            f"is at least one of these true: {_says(one)}, {_says(two)}?",
            f"is it true that {_says(one)} or {_says(two)}?",
            f"does at least one hold: {_says(one)} or {_says(two)}?",
            f"is it the case that either {_says(one)} or {_says(two)}?",
        )
        held = (
            f"is one or the other true: {_says(two)}, {_says(one)}?",
            f"would you say that {_says(two)} or {_says(one)}?",
        )
        rule = Any((one.rule, two.rule))
        made.append(Intent(f"or_{first}_{second}", "medium", "compound", rule, BOTH_SIDES, trained, held, 0.12))
    return made


INTENTS: Final[tuple[Intent, ...]] = tuple(_intents())
assert len({wording.normalised(intent.name) for intent in INTENTS}) == len(INTENTS)
