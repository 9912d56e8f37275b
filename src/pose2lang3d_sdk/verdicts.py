"""What kind of answer the decoder gives (its first token), and the built-in queries that `describe` asks."""

from __future__ import annotations

from typing import Final, Literal, get_args

Verdict = Literal["yes", "no", "left", "right", "same", "statement", "unknown", "out_of_scope"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""yes/no to closed questions, left/right/same to which-side questions, statement to all others that can be answered;
unknown = about the pose but the joints are not visible; out_of_scope = not about the pose."""
REFUSALS: Final[tuple[Verdict, ...]] = ("unknown", "out_of_scope")
"""The verdicts that answer nothing."""
OUT_OF_SCOPE: Final = "I can only answer questions about the pose of the body."
"""What the decoder was taught to say to all that is not about the pose."""
CANNOT_TELL: Final = "I cannot tell."
"""What is said where joints are hidden, before it is known which."""
CLOSED: Final[tuple[Verdict, ...]] = ("yes", "no")
"""The verdicts of closed questions."""
DECIDED: Final[tuple[Verdict, ...]] = ("yes", "no", "left", "right", "same")
"""The verdicts that decide between answers."""

UNSURE: Final = 0.6
"""An answer of yes, no or a side with less confidence says that it is not sure: on the validation subjects such answers
are right about half of the time."""

Detail = Literal["short", "normal", "full"]
"""How long a description is."""
DETAILS: Final[tuple[Detail, ...]] = get_args(Detail)

DESCRIBE_QUERIES: Final = {
    "posture": "Describe the posture.",
    "torso": "Describe the torso.",
    "head": "Describe the head.",
    "arms": "Describe the arms.",
    "legs": "Describe the legs.",
}
"""Body region -> the query whose answer is that region's sentence(s); `describe` decodes them as one batch."""

_TRUNK: Final = (("left_shoulder", "right_shoulder"), ("left_hip", "right_hip"))
REGION_NEEDS: Final = {
    "posture": _TRUNK,
    "torso": _TRUNK,
    "head": (("nose", "left_eye", "right_eye", "left_ear", "right_ear"),),
    "arms": (("left_elbow", "right_elbow", "left_wrist", "right_wrist"),),
    "legs": (("left_knee", "right_knee"),),
}
"""Body region -> groups of joints; without a visible joint of every group the region is not described."""
