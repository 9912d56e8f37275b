"""A 3D view of the estimated joints, for those who have matplotlib (the extra `plot`)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import numpy as np

from pose2lang3d_sdk.drawing import LEFT, RIGHT, side_of
from pose2lang3d_sdk.errors import SettingError
from pose2lang3d_sdk.skeleton import BONES

if TYPE_CHECKING:
    from numpy.typing import NDArray

_MIDDLE = "dimgray"  # the overlay's white would not show on paper


def plot_joints(joints: NDArray[np.floating], axes: Any = None) -> Any:
    """Draw a skeleton in space, the person's left orange and right blue, seen a little from the side.

    Args:
        joints: (17, 3) as `Person.joints3d` gives them.
        axes: matplotlib's 3D axes to draw into; default new ones in a new figure.

    Returns:
        The axes: x to the camera's right, y away from it, z up, in torso lengths.

    Raises:
        SettingError: matplotlib is not installed, or the axes are flat ones.
    """
    if axes is None:
        axes = _figure().add_subplot(projection="3d")
    elif not hasattr(axes, "set_zlabel"):
        msg = 'axes must be 3D axes of matplotlib, made with projection="3d"'
        raise SettingError(msg)
    points = np.asarray(joints)[:, [0, 2, 1]] * (1, 1, -1)
    for bone in BONES:
        side = side_of(*bone)
        colour = tuple(value / 255 for value in (LEFT if side == "left" else RIGHT)) if side else _MIDDLE
        axes.plot(*points[list(bone)].T, color=colour, linewidth=2.5, marker="o", markersize=3)
    axes.set(xlabel="right", ylabel="away from the camera", zlabel="up (torso lengths)")
    axes.set_aspect("equal")
    axes.view_init(elev=15, azim=-60)
    return axes


def _figure() -> Any:
    try:
        import matplotlib.pyplot as plt
    except ImportError as error:
        msg = 'matplotlib is not installed; run: pip install "pose2lang3d-sdk[plot]"'
        raise SettingError(msg) from error
    return plt.figure(figsize=(5, 5))
