"""Questions about what can be seen that get other words."""

from __future__ import annotations

import pytest

from pose2lang3d_sdk.questions.seeing import of_what_is_seen
from pose2lang3d_sdk.questions.visibility import look
from pose2lang3d_sdk.skeleton import JOINTS


@pytest.mark.parametrize(
    ("question", "meant"),
    [
        ("Nothing is hidden, is it?", "Is everything visible?"),
        ("what can you not see of him", "Which joints are hidden?"),
        ("Which joints can't you see? Just list them please.", "Which joints are hidden?"),
        ("which joints should I leave out because you can't see them", "Which joints are hidden?"),
        ("Can you see all of him, head to toe?", "Is everything visible?"),
        ("Is the whole body in view or cropped, and where does it stop?", "Is everything visible?"),
        ("Give all visible joints.", "List the visible joints."),
        ("visible keypoints: count", "How many joints are visible?"),
        ("neither ankle is occluded", "Are both ankles visible?"),
        ("ankles: visible / occluded / out of frame", "Are the ankles visible?"),
        ("Knees in frame: both, one, none?", "How many knees are visible?"),
        ("is the left ankle visible and the left knee too", "Are the left ankle and the left knee visible?"),
        ("What can you see?", "What can you see?"),
        ("what can I see? list", "what can I see? list"),
        ("nothing hidden behind him, hands wise?", "nothing hidden behind him, hands wise?"),
        ("hands visible or hidden behind the back?", "hands visible or hidden behind the back?"),
        ("Crop type: full body, upper body or head only", "Is everything visible?"),
        ("neither knee is visible", "Are both knees hidden?"),
        ("does either foot show", "Is either foot visible?"),
        ("Does his left hand show?", "Is his left hand visible?"),
    ],
)
def test_words_that_are_known(question, meant):
    assert of_what_is_seen(question) == meant
    assert meant == question or look(meant, JOINTS)
