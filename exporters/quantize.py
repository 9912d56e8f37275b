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


def store_fp16(source: Path, target: Path, *, smallest: int = 1024) -> float:
    """Store float32 weights of at least `smallest` numbers as float16 behind a Cast, which onnxruntime folds at load.

    Returns:
        The largest change of a weight, relative to its tensor's largest absolute value.
    """
    model = onnx.load(source)
    worst = 0.0
    casts = []
    for index, tensor in enumerate(model.graph.initializer):
        if tensor.data_type != TensorProto.FLOAT or np.prod(tensor.dims) < smallest:
            continue
        full = numpy_helper.to_array(tensor)
        half = full.astype(np.float16)
        worst = max(worst, float(np.abs(full - half).max() / max(np.abs(full).max(), 1e-12)))
        name = tensor.name
        model.graph.initializer[index].CopyFrom(numpy_helper.from_array(half, name + "_fp16"))
        casts.append(helper.make_node("Cast", [name + "_fp16"], [name], to=TensorProto.FLOAT))
    nodes = [*casts, *model.graph.node]
    del model.graph.node[:]
    model.graph.node.extend(nodes)
    onnx.checker.check_model(model)
    onnx.save(model, target)
    return worst
