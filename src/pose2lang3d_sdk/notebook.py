"""What notebooks show for a scene or a person: the photo with the skeleton, and the text below."""

from __future__ import annotations

import base64
import html
import io
from typing import TYPE_CHECKING, Final

from pose2lang3d_sdk.drawing import draw_skeleton

if TYPE_CHECKING:
    from collections.abc import Sequence

    import numpy as np
    from numpy.typing import NDArray

    from pose2lang3d_sdk.scene import Person

_LONGEST_SIDE: Final = 640
"""Pixels of the shown photo: a notebook keeps every output in its file."""


def as_html(photo: NDArray[np.uint8] | None, people: Sequence[Person], text: str) -> str:
    """A figure with the photo, if there is one, and the text as its caption. photo: (H, W, 3)."""
    caption = "<br>".join(html.escape(line) for line in text.split("\n"))
    picture = "" if photo is None else _image_tag(photo, people)
    return f'<figure style="margin:0">{picture}<figcaption>{caption}</figcaption></figure>'


def _image_tag(photo: NDArray[np.uint8], people: Sequence[Person]) -> str:
    drawn = draw_skeleton(photo, people)
    drawn.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
    file = io.BytesIO()
    drawn.save(file, "JPEG", quality=85)
    data = base64.b64encode(file.getvalue()).decode("ascii")
    return f'<img src="data:image/jpeg;base64,{data}" alt="the photo with the seen joints drawn over it">'
