"""What questions claim: hand-made cases, and left and right swapped in every intent."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.facts import FACT_INDEX, FACTS, FIRST_CLASS
from pose2lang3d_sdk.skeleton import mirror_name
from training.language.claims import KINDS, claim_of
from training.language.intents import INTENTS
from training.language.intents.base import (
    BOTH_SIDES,
    NO_SLOT,
    Both,
    Either,
    Intent,
    Not,
    OneSide,
    Outside,
    Tell,
    WhichSide,
    compare,
    is_in,
)

BENT = is_in("{side}_knee_bend", "bent deeply_bent", "straight")


def _claim(rule, slot=NO_SLOT[0], form="yes_no"):
    return claim_of(Intent("made_up", "low", form, rule, (slot,), (), ()), slot)


def test_a_closed_question_claims_its_yes_classes():
    claim = _claim(BENT, BOTH_SIDES[0])
    assert claim.kind == "closed"
    assert claim.classes == {
        ("left_knee_bend", "straight"): -1, ("left_knee_bend", "bent"): 1, ("left_knee_bend", "deeply_bent"): 1,
    }  # fmt: skip


def test_not_turns_the_claim_round():
    plain, turned = _claim(BENT, BOTH_SIDES[0]), _claim(Not(BENT), BOTH_SIDES[0])
    assert turned.classes == {pair: -sign for pair, sign in plain.classes.items()}


def test_a_claim_about_both_sides_rests_on_each():
    claim = _claim(Both(BENT))
    assert {pair: sign for pair, sign in claim.classes.items() if sign > 0} == {
        (f"{side}_knee_bend", label): 1 for side in ("left", "right") for label in ("bent", "deeply_bent")
    }
    assert claim.classes["right_knee_bend", "straight"] == -1


def test_an_exclusive_claim_speaks_for_no_class():
    assert _claim(OneSide(BENT)).classes == {}


def test_undecided_classes_stay_undecided():
    raised = is_in("{side}_arm_raise", "overhead", "at_side")
    for rule in (Both(raised), Either(raised), Both(Not(raised))):
        assert {label for _, label in _claim(rule).classes} == {"overhead", "at_side"}


def test_which_side_claims_for_each_side_what_is_asked():
    claim = _claim(WhichSide(BENT))
    assert claim.kind == "side"
    assert claim.classes["left_knee_bend", "bent"] == claim.classes["right_knee_bend", "bent"] == 1
    assert claim.classes["left_knee_bend", "straight"] == claim.classes["right_knee_bend", "straight"] == -1


def test_a_comparison_claims_left():
    assert _claim(compare("higher_hand")).classes == {("higher_hand", "left"): 1, ("higher_hand", "right"): -1}


def test_other_kinds_claim_nothing():
    assert _claim(Tell(("posture",))).kind == "statement"
    assert not _claim(Tell(("posture",))).classes
    assert _claim(Outside(), form="outside").kind == "outside"


def test_claims_mirror():
    checked = 0
    for intent in INTENTS:
        if intent.slots != BOTH_SIDES:
            continue
        left, right = (claim_of(intent, slot) for slot in BOTH_SIDES)
        assert left.kind == right.kind
        assert {mirror_name(fact) for fact in left.facts} == set(right.facts)
        mirrored = {(mirror_name(fact), mirror_name(label)): sign for (fact, label), sign in left.classes.items()}
        # A comparison claims the left side in both slots, and of many facts only a sample of poses is looked at.
        if left.kind != "side" and sum(len(FACTS[FACT_INDEX[fact]].classes) for fact in left.facts) < 12:
            assert mirrored == dict(right.classes), intent.name
            checked += bool(mirrored)
    assert checked > 100


def test_targets_and_loss():
    pytest.importorskip("torch")
    pytest.importorskip("onnx")
    from training import losses
    from training.train_reading import claim_targets

    target = claim_targets([_claim(BENT, BOTH_SIDES[1]), _claim(Outside(), form="outside")])
    first = FIRST_CLASS["right_knee_bend"]
    assert target.classes[0, first : first + 4].tolist() == [-1, 0, 1, 1]
    assert target.classes[1].abs().sum() == 0
    assert [KINDS[k] for k in target.kind] == ["closed", "outside"]
    assert losses.claim_loss(20 * target.classes, target.classes).item() == pytest.approx(0, abs=1e-6)
    assert losses.claim_loss(0 * target.classes, target.classes).item() == pytest.approx(0.6931, abs=1e-4)
