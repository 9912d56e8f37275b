"""Tensors of any library as numpy arrays."""

from __future__ import annotations

from typing import Any


def as_numpy(value: Any) -> Any:
    """Bring a tensor of any library, on a GPU too, to numpy without importing the library; the rest stays as it is."""
    for step in ("detach", "cpu"):
        method = getattr(value, step, None)
        if callable(method):
            value = method()
    method = getattr(value, "numpy", None)
    if not callable(method):
        return value
    try:
        return method()
    except TypeError:  # numpy has no bfloat16
        return value.float().numpy()
