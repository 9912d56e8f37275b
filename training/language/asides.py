"""What people put around a question, "In this photo, ...", "..., please?", without changing it; for reading."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    import numpy as np

BEFORE: Final = (
    "Tell me:", "Tell me,", "Please tell me:", "Can you tell me:", "Could you say:", "In this photo,",
    "In the picture,", "In this image,", "Here,", "So,", "Well,", "Ok,", "Okay so", "Hey,", "Hi!", "Hello,", "Now,",
    "And", "But", "Quick question:", "One question:", "Question:", "Just one thing:", "Next question:", "Last one:",
    "Also,", "Um,", "Hmm,", "Let me ask:", "I want to know:", "I would like to know:", "I need to know:", "I wonder:",
    "Just curious:", "Out of interest,", "Be honest:", "To be clear:", "For the record,", "For my report:",
    "For the label:", "For the caption:", "Yes or no:", "Looking at the picture,", "Judging by the photo,",
    "From what you see,", "As far as you can see,", "Look at the person.", "Look at him.", "Look at her.",
    "Look at this.", "Here is my photo.", "Here is a client.", "Here is a patient.", "This is me.", "This is my son.",
    "This is my daughter.", "This is my mum.", "My friend took this.", "We are arguing about this.", "I cannot see it.",
    "I am blind.", "I can't see the photo.", "My coach asks:", "My boss wants to know:", "The form asks:",
    "Check this:", "Help me out:", "Not sure about this one:", "Tricky one:", "First,", "Second,", "Finally,",
)  # fmt: skip
"""What may stand before any question."""
AFTER: Final = (
    "please", "thanks", "thank you", "pls", "in this photo", "in the picture", "in this image", "here", "now",
    "at this moment", "just curious", "for me", "do you know", "can you tell", "can you see that", "if you can see it",
    "what do you think", "in your view", "as far as you can see", "if you can tell", "I cannot see it", "I am not sure",
    "I need it for a report", "it matters for the label", "be exact", "one word will do", "tell me",
)  # fmt: skip
"""What may stand after any question."""
AFTER_CLOSED: Final = ("yes or no", "or not", "true or false", "y/n", "would you say", "would you agree")
"""What may stand after one that yes or no answers."""
SHARE: Final = 0.25
"""Of the questions that get something before or after them."""


def with_aside(question: str, rng: np.random.Generator, *, closed: bool) -> str:
    """The question, now and then with something around it that changes nothing. closed: yes or no answers it."""
    chance = rng.random()
    if chance >= SHARE:
        return question
    if chance < SHARE / 2:
        before = BEFORE[int(rng.integers(len(BEFORE)))]
        if before.startswith("Yes") and not closed:
            return question
        first = question if question[:2] in ("I ", "I'") or before.endswith((".", "!")) else _uncapitalised(question)
        return f"{before} {first}"
    after = AFTER + AFTER_CLOSED * closed
    bare = question.rstrip("?.! ")
    return f"{bare}, {after[int(rng.integers(len(after)))]}{question[len(bare) :]}"


def _uncapitalised(text: str) -> str:
    return text[:1].lower() + text[1:] if text[1:2].islower() else text
