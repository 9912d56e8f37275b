"""Walks a TensorFlow graph from its wanted outputs back to the image and writes each operation as ONNX.

Images are stored as (1, C, H, W) throughout. A transposition of an image is only remembered, zero padding moves into
the convolution behind it, and a resize becomes a factor, so that a fully convolutional net takes any image size.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from onnx import TensorProto, helper, numpy_helper

if TYPE_CHECKING:
    from collections.abc import Callable

    import onnx
    from numpy.typing import NDArray

    from exporters.keypoints.tfjs import GraphModel, Node

OPSET = 13
IR_VERSION = 8
NHWC = (0, 2, 3, 1)
NCHW = (0, 1, 2, 3)
_BINARY = {
    "Add": "Add", "AddV2": "Add", "BiasAdd": "Add", "Sub": "Sub", "Mul": "Mul", "RealDiv": "Div", "FloorDiv": "Div",
}  # fmt: skip


@dataclass(frozen=True)
class Value:
    """A tensor in the ONNX graph.

    Attributes:
        name: its ONNX name.
        order: for an image, the stored axis of each TensorFlow axis (`NHWC` or `NCHW`); None for other tensors.
        size: for an image, (H, W) at the size the net was published for.
        pads: for an image, top, left, bottom, right rows of `fill` that the next operation must add.
        fill: what `pads` are filled with.
    """

    name: str
    order: tuple[int, ...] | None = None
    size: tuple[int, int] = (0, 0)
    pads: tuple[int, int, int, int] = (0, 0, 0, 0)
    fill: float = 0.0


class Walker:
    """Collects the ONNX nodes and initialisers of one graph; `value` converts what its argument depends on."""

    def __init__(self, graph: GraphModel) -> None:
        self.graph = graph
        self.nodes: list[onnx.NodeProto] = []
        self.initializers: dict[str, onnx.TensorProto] = {}
        self.values: dict[str, Value] = {}

    def emit(self, op: str, inputs: list[str], **attributes: Any) -> str:
        """Append an ONNX node and return the name of its output."""
        name = f"{op.lower()}_{len(self.nodes)}"
        self.nodes.append(helper.make_node(op, inputs, [name], name=name, **attributes))
        return name

    def constant(self, array: NDArray[Any]) -> str:
        """A constant's name; fp16 arrays are stored as such and cast to fp32 (done once, when the file is loaded)."""
        name = f"const_{len(self.initializers)}"
        self.initializers[name] = numpy_helper.from_array(np.array(array, order="C"), name)
        return self.emit("Cast", [name], to=TensorProto.FLOAT) if array.dtype == np.float16 else name

    def value(self, name: str) -> Value:
        """The ONNX tensor of a TensorFlow tensor ("node" or "node:1")."""
        if name not in self.values:
            if name in self.graph.constants:
                self.values[name] = Value(self.constant(self.graph.constants[name]))
            else:
                self._convert(self.graph.nodes[name.partition(":")[0]])
        return self.values[name]

    def convert(self, name: str) -> Value:
        """The tensor `name`; operations are converted in the order of the file, which keeps the recursion shallow."""
        needed, open_names = set(), [name]
        while open_names:
            node = self.graph.nodes.get(open_names.pop().partition(":")[0])
            if node is None or node.name in needed or node.name in self.values:
                continue
            needed.add(node.name)
            open_names += node.inputs
        for node in self.graph.nodes.values():
            if node.name in needed and node.op != "Const":
                self.value(node.name)
        return self.value(name)

    def plain(self, name: str) -> str:
        """The tensor with its axes as TensorFlow has them."""
        value = self.value(name)
        self._no_pads(value)
        if value.order in (None, NCHW):
            return value.name
        return self.emit("Transpose", [value.name], perm=list(value.order))

    def _convert(self, node: Node) -> None:
        if node.op in _BINARY:
            self.values[node.name] = self._binary(node.inputs, _BINARY[node.op])
        else:
            handler: Callable[[Node], Value | None] | None = getattr(self, f"_{node.op.lstrip('_').lower()}", None)
            if handler is None:
                msg = f"{node.name}: no rule for {node.op}"
                raise NotImplementedError(msg)
            result = handler(node)
            if result is not None:
                self.values[node.name] = result

    # Convolutional part: images in, images out.

    def _image(self, name: str, order: tuple[int, ...] = NHWC) -> Value:
        value = self.value(name)
        if value.order != order:
            msg = f"{name}: expected an image with axes {order}, got {value.order}"
            raise NotImplementedError(msg)
        return value

    def _conv2d(self, node: Node) -> Value:
        kernel = self.graph.constants[node.inputs[1]]
        return self._conv(node, kernel.transpose(3, 2, 0, 1), group=1)

    def _depthwiseconv2dnative(self, node: Node) -> Value:
        kernel = self.graph.constants[node.inputs[1]]
        height, width, channels, multiplier = kernel.shape
        stacked = kernel.transpose(2, 3, 0, 1).reshape(channels * multiplier, 1, height, width)
        return self._conv(node, stacked, group=channels)

    _fusedconv2d = _conv2d
    _fuseddepthwiseconv2dnative = _depthwiseconv2dnative

    def _conv(self, node: Node, kernel: NDArray[Any], group: int) -> Value:
        """kernel: (out, in / group, kh, kw)."""
        image, (top, left, bottom, right), size = self._window(node, kernel.shape[2:])
        if image.fill != 0 and any(image.pads):
            msg = f"{node.name}: padded with {image.fill}"
            raise NotImplementedError(msg)
        fused = node.attr.get("fused_ops", [])
        inputs = [image.name, self.constant(kernel)]
        if fused[:1] == ["BiasAdd"]:
            inputs.append(self.constant(self.graph.constants[node.inputs[2]]))
        out = self.emit(
            "Conv", inputs, kernel_shape=list(kernel.shape[2:]), strides=node.attr["strides"][1:3],
            pads=[top, left, bottom, right], group=group,
        )  # fmt: skip
        for activation in fused[1:]:
            if activation == "Relu6":
                out = self.emit("Clip", [out, self.constant(np.float32(0)), self.constant(np.float32(6))])
            elif activation == "Relu":
                out = self.emit("Relu", [out])
            else:
                msg = f"{node.name}: fused {activation}"
                raise NotImplementedError(msg)
        return Value(out, NHWC, size)

    def _maxpool(self, node: Node) -> Value:
        kernel = node.attr["ksize"][1:3]
        image, (top, left, bottom, right), size = self._window(node, kernel)
        if any(image.pads) and image.fill != -np.inf:
            msg = f"{node.name}: padded with {image.fill}"
            raise NotImplementedError(msg)
        out = self.emit(
            "MaxPool", [image.name], kernel_shape=kernel, strides=node.attr["strides"][1:3],
            pads=[top, left, bottom, right],
        )  # fmt: skip
        return Value(out, NHWC, size)

    def _window(self, node: Node, kernel: Any) -> tuple[Value, tuple[int, int, int, int], tuple[int, int]]:
        """The input, its padding and the output's size; TensorFlow's "SAME" puts the odd row at the end."""
        if set(node.attr.get("dilations", [1])) != {1} or node.attr.get("data_format", "NHWC") != "NHWC":
            msg = f"{node.name}: dilations or data format"
            raise NotImplementedError(msg)
        image, strides = self._image(node.inputs[0]), node.attr["strides"][1:3]
        top, left, bottom, right = image.pads
        if node.attr["padding"] == "SAME":
            self._no_pads(image)
            extra = [
                max((-(-length // stride) - 1) * stride + k - length, 0)
                for length, k, stride in zip(image.size, kernel, strides, strict=True)
            ]
            top, left = (e // 2 for e in extra)
            bottom, right = (e - e // 2 for e in extra)
        height = (image.size[0] + top + bottom - kernel[0]) // strides[0] + 1
        width = (image.size[1] + left + right - kernel[1]) // strides[1] + 1
        return image, (top, left, bottom, right), (height, width)

    def _pad(self, node: Node) -> Value:
        value = self.value(node.inputs[0])
        paddings = self.graph.constants[node.inputs[1]]
        if value.order is None or any(value.pads):
            msg = f"{node.name}: only one padding of an image"
            raise NotImplementedError(msg)
        stored = dict(zip(value.order, paddings.tolist(), strict=True))
        if any(stored[0] + stored[1]):
            msg = f"{node.name}: padding of channels"
            raise NotImplementedError(msg)
        fill = float(self.graph.constants[node.inputs[2]]) if len(node.inputs) > 2 else 0.0
        (top, bottom), (left, right) = stored[2], stored[3]
        return replace(value, pads=(top, left, bottom, right), fill=fill)

    _padv2 = _pad

    def _resizebilinear(self, node: Node) -> Value:
        image = self._image(node.inputs[0])
        self._no_pads(image)
        if node.attr["align_corners"] or not node.attr["half_pixel_centers"]:
            msg = f"{node.name}: only half-pixel centres"
            raise NotImplementedError(msg)
        height, width = (int(n) for n in self.graph.constants[node.inputs[1]])
        factors = np.array([1, 1, height / image.size[0], width / image.size[1]], np.float32)
        out = self.emit("Resize", [image.name, "", self.constant(factors)], mode="linear",
                        coordinate_transformation_mode="half_pixel")  # fmt: skip
        return Value(out, NHWC, (height, width))

    def _transpose(self, node: Node) -> Value:
        value = self.value(node.inputs[0])
        perm = self.graph.constants[node.inputs[1]].tolist()
        if value.order is None:
            return Value(self.emit("Transpose", [value.name], perm=perm))
        return replace(value, order=tuple(value.order[axis] for axis in perm))

    # Anything else: element by element, or on axes as TensorFlow has them.

    def _binary(self, names: tuple[str, ...], op: str) -> Value:
        known = [None if name in self.graph.constants else self.value(name) for name in names]
        images = [value for value in known if value is not None and value.order is not None]
        aligned = len({image.order for image in images}) == 1
        if images and aligned and all(v is None or v.order is not None for v in known):
            for image in images:
                self._no_pads(image)
            order = images[0].order
            assert order is not None
            inputs = [
                self._spread(self.graph.constants[name], order) if value is None else value.name
                for name, value in zip(names, known, strict=True)
            ]
            return replace(images[0], name=self.emit(op, inputs))
        return Value(self.emit(op, [self.plain(name) for name in names]))

    def _spread(self, array: NDArray[Any], order: tuple[int, ...]) -> str:
        """A constant that TensorFlow broadcasts over an image, on the image's stored axes."""
        if array.ndim == 0:
            return self.constant(array)
        full = array.reshape((1,) * (4 - array.ndim) + array.shape)
        return self.constant(full.transpose([order.index(axis) for axis in range(4)]))

    def _each(self, node: Node, op: str, **attributes: Any) -> Value:
        value = self.value(node.inputs[0])
        self._no_pads(value)
        return replace(value, name=self.emit(op, [value.name], **attributes))

    def _sigmoid(self, node: Node) -> Value:
        return self._each(node, "Sigmoid")

    def _sqrt(self, node: Node) -> Value:
        return self._each(node, "Sqrt")

    def _leakyrelu(self, node: Node) -> Value:
        return self._each(node, "LeakyRelu", alpha=float(node.attr["alpha"]))

    def _identity(self, node: Node) -> Value:
        return self.value(node.inputs[0])

    def _cast(self, node: Node) -> Value:
        kinds = {"DT_FLOAT": TensorProto.FLOAT, "DT_INT32": TensorProto.INT64}
        return self._each(node, "Cast", to=kinds[node.attr["DstT"]])

    def _squareddifference(self, node: Node) -> Value:
        difference = self._binary(node.inputs, "Sub")
        return replace(difference, name=self.emit("Mul", [difference.name, difference.name]))

    def _concatv2(self, node: Node) -> Value:
        *names, axis_name = node.inputs
        axis = int(self.graph.constants[axis_name])
        values = [self.value(name) for name in names]
        order = values[0].order
        if order is None:
            return Value(self.emit("Concat", [self.plain(name) for name in names], axis=axis))
        if any(value.order != order or any(value.pads) for value in values):
            msg = f"{node.name}: images with different axes"
            raise NotImplementedError(msg)
        return replace(values[0], name=self.emit("Concat", [v.name for v in values], axis=order[axis]))

    def _reshape(self, node: Node) -> Value:
        return Value(self.emit("Reshape", [self.plain(node.inputs[0]), self.plain(node.inputs[1])]))

    def _expanddims(self, node: Node) -> Value:
        axis = self.graph.constants[node.inputs[1]].reshape(1)
        return Value(self.emit("Unsqueeze", [self.plain(node.inputs[0]), self.constant(axis)]))

    def _argmax(self, node: Node) -> Value:
        axis = int(self.graph.constants[node.inputs[1]])
        return Value(self.emit("ArgMax", [self.plain(node.inputs[0])], axis=axis, keepdims=0))

    def _gathernd(self, node: Node) -> Value:
        return Value(self.emit("GatherND", [self.plain(name) for name in node.inputs]))

    def _pack(self, node: Node) -> Value:
        axis = node.attr["axis"]
        parts = [self.emit("Unsqueeze", [self.plain(n), self.constant(np.array([axis]))]) for n in node.inputs]
        return Value(self.emit("Concat", parts, axis=axis))

    def _unpack(self, node: Node) -> None:
        source = self.plain(node.inputs[0])
        for index in range(node.attr["num"]):
            picked = self.emit("Gather", [source, self.constant(np.array(index))], axis=node.attr["axis"])
            self.values[f"{node.name}:{index}" if index else node.name] = Value(picked)

    def _no_pads(self, value: Value) -> None:
        if any(value.pads):
            msg = f"{value.name}: padding in front of something that is neither convolution nor pooling"
            raise NotImplementedError(msg)
