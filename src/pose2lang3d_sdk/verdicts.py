"""What kind of answer the decoder gives (its first token), and the built-in queries that `describe` asks."""

from __future__ import annotations

from typing import Final, Literal, get_args

Verdict = Literal["yes", "no", "left", "right", "same", "statement", "unknown", "out_of_scope"]
VERDICTS: Final[tuple[Verdict, ...]] = get_args(Verdict)
"""yes/no to closed questions, left/right/same to which-side questions, statement to all others that can be answered;
unknown = about the pose but the joints are not visible; out_of_scope = not about the pose."""

DESCRIBE_QUERIES: Final = {
    "posture": "Describe the posture.",
    "torso": "Describe the torso.",
    "head": "Describe the head.",
    "arms": "Describe the arms.",
    "legs": "Describe the legs.",
}
"""Body region -> the query whose answer is that region's sentence(s); `describe` decodes them as one batch."""
