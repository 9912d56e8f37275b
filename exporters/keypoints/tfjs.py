"""Reads a TensorFlow.js graph model: its nodes and its constants, as plain dictionaries.

Weights that were stored as fp16 stay fp16, so nothing is lost or gained on the way to ONNX.
"""

from __future__ import annotations

import base64
import json
import math
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import numpy as np

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from numpy.typing import NDArray


@dataclass(frozen=True)
class Node:
    """One operation: its name, kind, inputs (control inputs left out) and attributes as Python values."""

    name: str
    op: str
    inputs: tuple[str, ...]
    attr: dict[str, Any]


@dataclass(frozen=True)
class GraphModel:
    """A graph: operations by name, and constants by name (float16, float32 or int64)."""

    nodes: dict[str, Node]
    constants: dict[str, NDArray[Any]]

    def of_kind(self, op: str) -> Iterator[Node]:
        """All operations of one kind, in the order of the file."""
        return (node for node in self.nodes.values() if node.op == op)


def read(path: Path) -> GraphModel:
    """Read `path` (.json) and the weight files it names beside it."""
    document = json.loads(path.read_text(encoding="utf-8"))
    nodes: dict[str, Node] = {}
    for raw in document["modelTopology"]["node"]:
        inputs = tuple(name.removesuffix(":0") for name in raw.get("input", ()) if not name.startswith("^"))
        attr = {key: _attribute(value) for key, value in raw.get("attr", {}).items()}
        nodes[raw["name"]] = Node(raw["name"], raw["op"], inputs, attr)
    return GraphModel(nodes, dict(_constants(document["weightsManifest"], path.parent)))


def _attribute(value: dict[str, Any]) -> Any:
    """{"i": "1"} -> 1, {"s": base64} -> text, {"list": {...}} -> list; shapes and tensors are kept as they are."""
    kind, content = next(iter(value.items()))
    if kind == "i":
        return int(content)
    if kind == "s":
        return base64.b64decode(content).decode()
    if kind == "list":
        return [_attribute({key: item}) for key, items in content.items() for item in items]
    return content


def _constants(manifest: list[dict[str, Any]], folder: Path) -> Iterator[tuple[str, NDArray[Any]]]:
    for group in manifest:
        data = b"".join((folder / name).read_bytes() for name in group["paths"])
        offset = 0
        for weight in group["weights"]:
            stored = np.dtype(weight.get("quantization", weight)["dtype"])
            if weight.get("quantization", {}).keys() - {"dtype", "original_dtype"}:
                msg = f"{weight['name']}: only fp16 quantisation is understood, not {weight['quantization']}"
                raise NotImplementedError(msg)
            count = math.prod(weight["shape"])
            array = np.frombuffer(data, stored, count, offset).reshape(weight["shape"])
            offset += array.nbytes
            # ONNX wants indices and shapes as int64.
            yield weight["name"], array.astype(np.int64) if stored.kind == "i" else array
        if offset != len(data):
            msg = f"{group['paths']}: {len(data)} bytes of weights, {offset} described"
            raise ValueError(msg)
