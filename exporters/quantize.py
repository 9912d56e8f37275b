"""torch module -> ONNX file, and int8 or fp16 storage of its weights.

Matrix products become dynamic int8 (per channel, 7-bit weights so that CPUs without VNNI do not saturate); tables that
are only looked up are stored as int8 rows with a scale each.
"""

from __future__ import annotations

import tempfile
import warnings
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import onnx
import torch
from onnx import TensorProto, helper, numpy_helper
from onnxruntime.quantization import QuantType, quantize_dynamic
from torch import Tensor, nn

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

OPSET = 17
"""First opset with LayerNormalization; read by every onnxruntime from 1.12 on."""
PARITY = 1e-3
"""Largest difference allowed between torch and a float32 graph."""


class Int8Table(nn.Module):
    """An embedding table stored as int8 rows with a scale each: a quarter of the size, scaled after the look-up."""

    def __init__(self, weight: Tensor) -> None:
        super().__init__()
        scale = weight.abs().amax(dim=1, keepdim=True).clamp_min(1e-12) / 127
        self.register_buffer("rows", (weight / scale).round().to(torch.int8))
        self.register_buffer("scale", scale)

    def forward(self, ids: Tensor) -> Tensor:
        return self.rows[ids].float() * self.scale[ids]


def fold_norm(norm: nn.LayerNorm, *linears: nn.Linear) -> None:
    """Move a LayerNorm's scale and shift into the linear layers that read it, in place.

    The activations that get quantised are then plain normalised ones, and the scale counts per weight channel.
    """
    with torch.no_grad():
        for linear in linears:
            if linear.bias is None:
                linear.bias = nn.Parameter(linear.weight.new_zeros(linear.out_features))
            linear.bias += linear.weight @ norm.bias
            linear.weight = nn.Parameter(linear.weight * norm.weight)
        norm.weight.fill_(1.0)
        norm.bias.fill_(0.0)


def export_onnx(
    module: nn.Module,
    inputs: Mapping[str, Tensor],
    outputs: Sequence[str],
    path: Path,
    *,
    dynamic: Mapping[str, Mapping[int, str]],
) -> None:
    """Trace `module(*inputs)` into an ONNX file and check the file.

    Args:
        inputs: input name -> example, in the order of the module's arguments.
        outputs: output names.
        dynamic: input or output name -> {axis: symbol} for the axes that may vary.
    """
    module.eval()
    with warnings.catch_warnings(), torch.no_grad():
        # The tracing exporter is deprecated, but its graphs are the plainest and load in old onnxruntime versions.
        warnings.simplefilter("ignore", DeprecationWarning)
        warnings.simplefilter("ignore", torch.jit.TracerWarning)
        # The U-Net adds to joints that are distinct within one call; parity tests would show it if they were not.
        warnings.filterwarnings("ignore", message=".*duplicated values in 'index'")
        torch.onnx.export(
            module,
            tuple(inputs.values()),
            str(path),
            input_names=list(inputs),
            output_names=list(outputs),
            dynamic_axes={name: dict(axes) for name, axes in dynamic.items()},
            opset_version=OPSET,
            dynamo=False,
        )
    onnx.checker.check_model(str(path), full_check=True)


def quantize_matmuls(source: Path, target: Path) -> None:
    """Dynamic int8 for every matrix product with a constant weight."""
    with tempfile.TemporaryDirectory() as folder:
        prepared = Path(folder) / "model.onnx"
        onnx.save(onnx.shape_inference.infer_shapes(onnx.load(source)), prepared)
        quantize_dynamic(
            prepared,
            target,
            op_types_to_quantize=["MatMul", "Gemm"],
            per_channel=True,
            reduce_range=True,
            weight_type=QuantType.QInt8,
        )


def store_small(source: Path, target: Path, *, smallest: int = 1024, int8_from: int | None = None) -> float:
    """Store large float32 weights in fewer bytes behind nodes that onnxruntime folds at load: it computes in float32.

    Args:
        source, target: ONNX files.
        smallest: weights of at least so many numbers become float16 (Cast).
        int8_from: weights of matrix products with at least so many numbers become int8 with a scale per output channel
            (Cast, Mul); default none.

    Returns:
        The largest change of a weight, relative to its tensor's largest absolute value.
    """
    model = onnx.load(source)
    channel = _output_axes(model)
    worst = 0.0
    unpack, extra = [], []
    for index, tensor in enumerate(model.graph.initializer):
        size = np.prod(tensor.dims)
        if tensor.data_type != TensorProto.FLOAT or size < smallest:
            continue
        full, name = numpy_helper.to_array(tensor), tensor.name
        if int8_from is not None and size >= int8_from and name in channel:
            scale = np.abs(full).max(axis=1 - channel[name], keepdims=True) / 127
            scale = np.maximum(scale, 1e-12).astype(np.float32)
            small = np.round(full / scale).astype(np.int8)
            restored = small * scale
            extra.append(numpy_helper.from_array(scale, name + "_scale"))
            unpack.append(helper.make_node("Cast", [name + "_small"], [name + "_whole"], to=TensorProto.FLOAT))
            unpack.append(helper.make_node("Mul", [name + "_whole", name + "_scale"], [name]))
        else:
            small = full.astype(np.float16)
            restored = small.astype(np.float32)
            unpack.append(helper.make_node("Cast", [name + "_small"], [name], to=TensorProto.FLOAT))
        worst = max(worst, float(np.abs(full - restored).max() / max(np.abs(full).max(), 1e-12)))
        model.graph.initializer[index].CopyFrom(numpy_helper.from_array(small, name + "_small"))
    model.graph.initializer.extend(extra)
    nodes = [*unpack, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, target)
    return worst


def _output_axes(model: onnx.ModelProto) -> dict[str, int]:
    """Weight of a matrix product -> the axis of its output channels."""
    axes = {}
    for node in model.graph.node:
        if node.op_type == "MatMul":
            axes[node.input[1]] = 1
        elif node.op_type == "Gemm":
            transposed = any(a.name == "transB" and a.i for a in node.attribute)
            axes[node.input[1]] = 0 if transposed else 1
    weights = {tensor.name: len(tensor.dims) for tensor in model.graph.initializer}
    return {name: axis for name, axis in axes.items() if weights.get(name) == 2}
