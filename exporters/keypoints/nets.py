"""The three nets as ONNX: the RGB picture goes in as it is, what each net says about it comes out.

All take `image` (1, H, W, 3) uint8 RGB.
* NanoDet-g: H and W any multiple of 32 -> `s8`, `s16`, `s32`: (1, 45, H / 8, W / 8) ... person logit, then 11 bins for
  each of left, top, right, bottom. Cut behind the last convolutions; of 80 classes only the first (person) is kept.
* MoveNet SinglePose: a fixed square -> `keypoints` (1, 1, 17, 3): y, x in units of the square's side, score.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np
import onnx
from onnx import TensorProto, helper

from exporters.keypoints.walk import IR_VERSION, NCHW, NHWC, OPSET, Value, Walker

if TYPE_CHECKING:
    from collections.abc import Iterable

    from exporters.keypoints.tfjs import GraphModel

# What NanoDet was trained with, per channel in the order it wants them: blue, green, red.
_NANODET_MEAN = np.array([103.53, 116.28, 123.675], np.float32)
_NANODET_STD = np.array([57.375, 57.12, 58.395], np.float32)
_NANODET_CLASSES, _NANODET_BINS = 80, 44
_MOVENET_FIRST = "StatefulPartitionedCall/stack"
"""The tensor behind MoveNet's resize to its own size, which does nothing to a picture of that size."""


def nanodet(graph: GraphModel) -> onnx.ModelProto:
    """The person part of NanoDet-g, for any picture size that is a multiple of 32."""
    # Each of the three heads ends: convolution, bias, transpose, split into classes and boxes.
    heads = [s for s in graph.of_kind("SplitV") if _is_head(graph, s.inputs[1])]
    biases = [graph.nodes[graph.nodes[head.inputs[0]].inputs[0]] for head in heads]
    weights = [graph.nodes[bias.inputs[0]].inputs[1] for bias in biases]
    kept = np.r_[0, _NANODET_CLASSES : _NANODET_CLASSES + _NANODET_BINS]
    constants = dict(graph.constants)
    for name in (*weights, *(bias.inputs[1] for bias in biases)):
        constants[name] = constants[name][..., kept]
    walker = Walker(replace(graph, constants=constants))

    height, width = graph.nodes["input_1"].attr["shape"]["dim"][2:]
    pixels = walker.emit("Cast", ["image"], to=TensorProto.FLOAT)
    stored = walker.emit("Transpose", [pixels], perm=[0, 3, 1, 2])
    # RGB to normalised BGR as one 1x1 convolution: three times faster than reordering, subtracting and scaling.
    mix = np.eye(3, dtype=np.float32)[::-1] / _NANODET_STD[:, None]
    shift = -_NANODET_MEAN / _NANODET_STD
    normal = walker.emit("Conv", [stored, walker.constant(mix[..., None, None]), walker.constant(shift)])
    walker.values["input_1"] = Value(normal, NCHW, (int(height["size"]), int(width["size"])))

    found = {name: walker.convert(bias.name) for name, bias in zip(("s8", "s16", "s32"), biases, strict=True)}
    strides = [walker.values["input_1"].size[0] // value.size[0] for value in found.values()]
    if strides != [8, 16, 32] or {value.order for value in found.values()} != {NHWC}:
        msg = f"unexpected heads: strides {strides}"
        raise NotImplementedError(msg)
    outputs = [(name, value.name, [1, len(kept), f"H_{name}", f"W_{name}"]) for name, value in found.items()]
    return _finish(walker, "nanodet_g_person", [1, "H", "W", 3], outputs)


def movenet(graph: GraphModel) -> onnx.ModelProto:
    """MoveNet SinglePose (Thunder or Lightning) with its own decoding."""
    _, height, width, _ = (int(dim["size"]) for dim in graph.nodes["input"].attr["shape"]["dim"])
    walker = Walker(graph)
    pixels = walker.emit("Cast", ["image"], to=TensorProto.FLOAT)
    stored = walker.emit("Transpose", [pixels], perm=[0, 3, 1, 2])
    walker.values[_MOVENET_FIRST] = Value(stored, NHWC, (height, width))
    keypoints = walker.convert("Identity").name
    return _finish(walker, "movenet", [1, height, width, 3], [("keypoints", keypoints, [1, 1, 17, 3])])


def _is_head(graph: GraphModel, sizes: str) -> bool:
    return bool(graph.constants[sizes].tolist() == [_NANODET_CLASSES, _NANODET_BINS])


def _finish(
    walker: Walker, name: str, shape: list[int | str], outputs: Iterable[tuple[str, str, list[Any]]]
) -> onnx.ModelProto:
    """The collected nodes as a checked model; outputs: (public name, inner name, shape)."""
    outputs = list(outputs)
    public = {inner: outer for outer, inner, _ in outputs}
    for node in walker.nodes:
        node.output[:] = [public.get(out, out) for out in node.output]
        node.input[:] = [public.get(item, item) for item in node.input]
    inputs = [helper.make_tensor_value_info("image", TensorProto.UINT8, shape)]
    results = [helper.make_tensor_value_info(outer, TensorProto.FLOAT, dims) for outer, _, dims in outputs]
    used = {item for node in walker.nodes for item in node.input}
    constants = [tensor for key, tensor in walker.initializers.items() if key in used]
    graph = helper.make_graph(walker.nodes, name, inputs, results, constants)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION,
                              producer_name="pose2lang3d exporters.keypoints")  # fmt: skip
    onnx.checker.check_model(model, full_check=True)
    return model
