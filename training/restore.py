"""Brings weights that ship back into torch, so that training can go on from them without the run that made them.

    python -m training.restore runs/shipped

What only training uses (the noise of the U-Net, how a question is answered) is in no graph and starts anew; what was
rounded for shipping stays so.
"""

from __future__ import annotations

import argparse
import json
import re
import shutil
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
import onnx
import torch
from onnx import numpy_helper

from exporters.text_encoder import GRAPH, TUNED
from pose2lang3d_sdk.runtime import read_tokenizer
from pose2lang3d_sdk.weights import embedded
from training.checkpoint import save_modules
from training.models.minilm import MiniLM
from training.models.student import Student, StudentConfig

if TYPE_CHECKING:
    from numpy.typing import NDArray
    from torch import Tensor

    from pose2lang3d_sdk.weights import Weights

    Arrays = dict[str, NDArray[np.float32]]

SIZES: Final = Path(__file__).resolve().parent / "configs" / "cpu.json"
_NOT_SHIPPED: Final = re.compile(r"unet\.noise|reader\.kind|decoder\..*norm")
"""What only training uses and norms that the export folded away; they keep their first values."""
_UNNAMED: Final = "onnx::"
"""How the exporter names matrices that it turned over."""
_LOOKUP_KEYS: Final = "lookup.keys"
"""The one matrix that is followed by no bias."""
_TO_THE_BIAS: Final = ("MatMul", "MatMulInteger", "Cast", "Mul", "Add")
"""What may lie between a matrix and its bias."""


def restore_student(weights: Weights | None = None) -> Student:
    """The student of these weights (default: the embedded ones), in evaluation mode.

    Raises:
        RuntimeError: they are of other sizes than `training/configs/cpu.json` has, or of another version's student.
    """
    weights = weights or embedded()
    sizes = json.loads(SIZES.read_text(encoding="utf-8"))["sizes"]
    vocab = read_tokenizer(weights.locate("text_tokenizer")).get_vocab_size()
    model = Student(StudentConfig(vocab=vocab, **sizes)).eval()
    found = {**_tensors(weights.locate("student_pose")), **_tensors(weights.locate("student_query"))}
    found |= _decoder(_tensors(weights.locate("decoder")), model.decoder.config.layers)
    state = model.state_dict()
    lacking = {name for name in state.keys() - found.keys() if not _NOT_SHIPPED.match(name)}
    if lacking:
        msg = f"the graphs lack weights of this version's student: {', '.join(sorted(lacking))}"
        raise RuntimeError(msg)
    model.load_state_dict({**state, **{name: value for name, value in found.items() if name in state}})
    return model


def restore_text_encoder(weights: Weights | None = None) -> MiniLM:
    """The tuned text encoder of these weights (default: the embedded ones), in evaluation mode."""
    found = _tensors((weights or embedded()).locate("text_encoder"))
    found["words.weight"] = found.pop("words.rows") * found.pop("words.scale")
    model = MiniLM()
    model.load_state_dict(found)
    return model.eval()


def _decoder(found: dict[str, Tensor], layers: int) -> dict[str, Tensor]:
    """The decoder's weights; norms that were folded into the products after them stay plain (`DecoderStep`)."""
    tokens = found.pop("tokens.rows") * found.pop("tokens.scale")
    head, bias = found.pop("head.weight"), found.pop("head.bias")
    found["tokens.weight"] = found["head.weight"] = tokens
    # The head is the token table (tied), with the last norm's scale and shift folded into it.
    found["norm.weight"] = (head * tokens).sum(dim=0) / tokens.square().sum(dim=0)
    found["norm.bias"] = torch.linalg.lstsq(tokens, bias[:, None]).solution[:, 0]
    for kind in ("weight", "bias"):
        for layer, part in enumerate(found.pop(f"prefix_kv.{kind}").chunk(layers)):
            found[f"blocks.{layer}.attention.prefix_kv.{kind}"] = part
    return {f"decoder.{name}": value for name, value in found.items()}


def _tensors(path: Path) -> dict[str, Tensor]:
    """The weights of a graph under their names in torch, in full and turned as torch has them."""
    graph = onnx.load(path).graph
    found = {}
    for name, array in _unpacked(graph).items():
        turned = name.startswith(_UNNAMED)
        value = torch.from_numpy(np.array(array.T if turned else array, dtype=np.float32, order="C"))
        found[(_layer(graph, name) if turned else name).removeprefix("student.")] = value
    return found


def _unpacked(graph: onnx.GraphProto) -> Arrays:
    """Initialiser -> its numbers, whether stored as they are, as float16 or as int8 with a scale (`quantize`)."""
    raw = {tensor.name: numpy_helper.to_array(tensor) for tensor in graph.initializer}
    full, packing = {}, set()
    for stored, array in raw.items():
        name = stored.removesuffix("_small").removesuffix("_quantized")
        if name != stored:
            packing |= {f"{name}_scale", f"{name}_zero_point"}
            array = array.astype(np.float32) * raw.get(f"{name}_scale", np.float32(1))  # noqa: PLW2901
        turned = name.endswith("_Transposed")
        full[name.removesuffix("_Transposed")] = array.T if turned else array
    return {name: array for name, array in full.items() if name not in packing}


def _layer(graph: onnx.GraphProto, matrix: str) -> str:
    """Name in torch of a matrix: that of the bias which is added to its product."""
    names = {tensor.name.removesuffix("_small") for tensor in graph.initializer}
    reads = {name: node for node in reversed(graph.node) for name in node.input}  # the first node that reads each
    node = reads.get(matrix) or reads[f"{matrix}_quantized"]
    while node.op_type in _TO_THE_BIAS:
        bias = next((name for name in node.input if name in names and name.endswith(".bias")), None)
        if bias:
            return bias.removesuffix("bias") + "weight"
        node = reads[node.output[0]]
    return _LOOKUP_KEYS


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.restore", description=__doc__.splitlines()[0])
    parser.add_argument("out", type=Path, help="folder for the checkpoint")
    arguments = parser.parse_args()
    save_modules({"student": restore_student(), Path(TUNED).stem: restore_text_encoder()}, arguments.out)
    shutil.copyfile(embedded().locate("text_encoder"), arguments.out / GRAPH)


if __name__ == "__main__":
    main()
