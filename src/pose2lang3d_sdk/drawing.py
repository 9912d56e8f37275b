"""Draws what the SDK saw: the skeleton over the photo, the person's left and right in different colours.

Everything is drawn twice, first wider and dark, so that it can be read on any background.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

import numpy as np
from PIL import Image, ImageDraw

from pose2lang3d_sdk.errors import SettingError
from pose2lang3d_sdk.images import load_image
from pose2lang3d_sdk.keypoints.base import Keypoints
from pose2lang3d_sdk.skeleton import BONES, JOINT_INDEX, JOINTS, visible

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable

    from numpy.typing import NDArray

    from pose2lang3d_sdk.images import ImageSource
    from pose2lang3d_sdk.scene import Person

Colour = tuple[int, int, int]

LEFT: Final[Colour] = (255, 159, 28)
"""Orange: the person's own left. With `RIGHT` it stays apart for colour-blind eyes too."""
RIGHT: Final[Colour] = (64, 196, 255)
"""Light blue: the person's own right."""
MIDDLE: Final[Colour] = (255, 255, 255)
"""White: nose, shoulder line and hip line."""
HIGHLIGHT: Final[Colour] = (255, 64, 160)
"""Pink: ring round a highlighted joint."""
_OUTLINE: Final[Colour] = (16, 16, 16)

_BONE_WIDTH: Final = 0.014
"""Width of a bone relative to the longer side of the person's seen joints."""
_SMOOTH: Final = 2
"""Drawn this many times larger and scaled down: Pillow draws lines without anti-aliasing."""


def draw_skeleton(
    image: ImageSource, people: Iterable[Person | Keypoints], highlight: Collection[str] = ()
) -> Image.Image:
    """The photo with the seen joints of the given people drawn over it.

    Args:
        image: anything `images.load_image` reads; it stays unchanged.
        people: whom to draw, in pixels of the upright photo.
        highlight: names of joints (`skeleton.JOINTS`) to ring, for example `Answer.joints`.

    Returns:
        An RGB image of the photo's size. Joints that are not seen, and bones with such an end, are left out.

    Raises:
        ImageNotFoundError, ImageDecodeError: the photo cannot be read.
        SettingError: `highlight` holds something other than joint names.
    """
    unknown = [name for name in highlight if name not in JOINT_INDEX]
    if unknown:
        msg = f"highlight holds {unknown[0]!r}, which is no joint; the joints are {', '.join(JOINTS)}"
        raise SettingError(msg)
    canvas = Image.fromarray(load_image(image).copy())
    for person in people:
        keypoints = person if isinstance(person, Keypoints) else person.keypoints
        _draw_person(canvas, keypoints, {JOINT_INDEX[name] for name in highlight})
    return canvas


def _draw_person(canvas: Image.Image, keypoints: Keypoints, highlight: set[int]) -> None:
    seen = visible(keypoints.score)
    if not seen.any():
        return
    low, high = keypoints.xy[seen].min(axis=0), keypoints.xy[seen].max(axis=0)
    width = max(1.5, _BONE_WIDTH * float((high - low).max()))
    # Only the person's surroundings are redrawn: smoothing a whole large photo would take seconds.
    margin = 4 * width + 2
    x0, y0 = (max(0, int(value)) for value in low - margin)
    x1, y1 = (min(size, int(value) + 1) for value, size in zip(high + margin, canvas.size, strict=True))
    if x0 >= x1 or y0 >= y1:
        return
    layer = Image.new("RGBA", ((x1 - x0) * _SMOOTH, (y1 - y0) * _SMOOTH), (*_OUTLINE, 0))
    _draw_strokes(ImageDraw.Draw(layer), (keypoints.xy - (x0, y0)) * _SMOOTH, seen, width * _SMOOTH, highlight)
    layer = layer.resize((x1 - x0, y1 - y0), Image.Resampling.BOX)
    canvas.paste(layer, (x0, y0), mask=layer)


def _draw_strokes(
    draw: ImageDraw.ImageDraw, xy: NDArray[np.floating], seen: NDArray[np.bool_], width: float, highlight: set[int]
) -> None:
    """xy: (17, 2) pixels of the layer; seen: (17,)."""
    points = [(float(x), float(y)) for x, y in xy]
    bones = [(a, b) for a, b in BONES if seen[a] and seen[b]]
    joints = np.flatnonzero(seen).tolist()
    rings = [joint for joint in joints if joint in highlight]
    radius, outline = 0.9 * width, 0.45 * width
    for grow, outlined in ((outline, True), (0.0, False)):
        for joint in rings:
            _disc(draw, points[joint], 2.1 * width + grow, _OUTLINE if outlined else HIGHLIGHT)
        for a, b in bones:
            colour = _OUTLINE if outlined else _side_colour(a, b)
            draw.line((*points[a], *points[b]), colour, max(1, round(width + 2 * grow)))
        for joint in joints:
            _disc(draw, points[joint], radius + grow, _OUTLINE if outlined else _side_colour(joint))


def _disc(draw: ImageDraw.ImageDraw, centre: tuple[float, float], radius: float, colour: Colour) -> None:
    x, y = centre
    draw.ellipse((x - radius, y - radius, x + radius, y + radius), fill=colour)


def side_of(*joints: int) -> str | None:
    """Either "left" or "right" if no joint (index into `skeleton.JOINTS`) is on the other side, else None."""
    sides = {JOINTS[joint].partition("_")[0] for joint in joints} & {"left", "right"}
    return sides.pop() if len(sides) == 1 else None


def _side_colour(*joints: int) -> Colour:
    return {"left": LEFT, "right": RIGHT, None: MIDDLE}[side_of(*joints)]
