"""Exports one decoding step of MiniGPT: torch -> ONNX with a key/value cache -> int8.

Norms are folded into the products that read them, the tied head becomes its own weight and the token table int8 rows.
"""

from __future__ import annotations

import copy
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

import numpy as np
import torch
from torch import Tensor, nn

from exporters.quantize import PARITY, Int8Table, export_onnx, fold_norm, quantize_matmuls
from pose2lang3d_sdk.decoder import END_ID, PAD_ID, START_ID, GreedyGraph
from training.models.minigpt import MiniGPT, MiniGPTConfig

if TYPE_CHECKING:
    from numpy.typing import NDArray

INPUTS = ("ids", "position", "prefix", "past", "mask")
OUTPUTS = ("logits", "present")
AXES = {
    "ids": {0: "batch"},
    "prefix": {0: "batch", 1: "prefix_length"},
    "past": {2: "batch", 4: "past_length"},
    "mask": {0: "batch", 1: "present_length"},
    "logits": {0: "batch"},
    "present": {2: "batch", 4: "present_length"},
}


class Agreement(NamedTuple):
    """How the exported decoder compares with the torch one.

    Attributes:
        parity_fp32: largest difference of a logit between torch and the float graph, along torch's own texts.
        same_text_fp32: share of rows whose greedy text is the same, float graph.
        same_text_int8: the same for the shipped int8 graph, rows decoded one at a time.
        same_verdict_int8: share of rows with the same verdict, int8 graph.
        same_text_batch: share of rows for which the int8 graph gives the same text in a batch as alone.
    """

    parity_fp32: float
    same_text_fp32: float
    same_text_int8: float
    same_verdict_int8: float
    same_text_batch: float


class DecoderStep(nn.Module):
    """`MiniGPT.step` laid out for the runtime: the same numbers, fewer and larger products.

    With its scale folded away the prefix norm is the same in every layer, so one product projects the prefix for all.
    """

    def __init__(self, model: MiniGPT) -> None:
        super().__init__()
        model = copy.deepcopy(model).eval()
        fold_norm(model.norm, model.head)  # unties the head from the token table
        for block in model.blocks:
            fold_norm(block.attention_norm, block.attention.qkv)
            fold_norm(block.attention.prefix_norm, block.attention.prefix_kv)
            fold_norm(block.mlp_norm, block.mlp_in)
        projections = [block.attention.prefix_kv for block in model.blocks]
        self.prefix_norm = model.blocks[0].attention.prefix_norm
        self.prefix_kv = nn.Linear(projections[0].in_features, sum(p.out_features for p in projections))
        self.prefix_kv.weight = nn.Parameter(torch.cat([p.weight for p in projections]))
        self.prefix_kv.bias = nn.Parameter(torch.cat([p.bias for p in projections]))
        self.tokens: nn.Module = model.tokens
        self.positions, self.blocks = model.positions, model.blocks
        self.norm, self.head = model.norm, model.head
        self.layers, self.heads = len(model.blocks), model.config.heads
        self.head_width = model.config.width // model.config.heads

    def forward(self, ids: Tensor, position: Tensor, prefix: Tensor, past: Tensor, mask: Tensor) -> tuple[Tensor, ...]:
        """As `MiniGPT.step`."""
        batch, length = ids.shape[0], past.shape[4]
        bias = ((mask - 1.0) * 1e4)[:, None, None, :]
        prefix_kv = self.prefix_kv(self.prefix_norm(prefix))
        prefix_kv = prefix_kv.reshape(batch, -1, self.layers, 2, self.heads, self.head_width).permute(2, 3, 0, 4, 1, 5)
        x = self.tokens(ids) + self.positions(position)
        news = []
        for block, old, prefix_part in zip(self.blocks, past.unbind(0), prefix_kv.unbind(0), strict=True):
            qkv = block.attention.qkv(block.attention_norm(x))
            qkv = qkv.reshape(batch, 3, self.heads, 1, self.head_width).transpose(0, 1)
            query, new = qkv[0] * self.head_width**-0.5, torch.cat([prefix_part, qkv[1:]], dim=3)
            # Old and new keys stay apart: joining them would copy the whole cache in every layer.
            scores = torch.cat([query @ old[0].transpose(-1, -2), query @ new[0].transpose(-1, -2)], dim=-1)
            weights = (scores + bias).softmax(dim=-1)
            mixed = weights[..., :length] @ old[1] + weights[..., length:] @ new[1]
            x = x + block.attention.out(mixed.reshape(x.shape))
            x = x + block.mlp(x)
            news.append(new)
        return self.head(self.norm(x[:, -1])), torch.cat([past, torch.stack(news)], dim=4)


def export_decoder(model: MiniGPT, target: Path, prefix: Tensor, prefix_mask: Tensor) -> Agreement:
    """Write the int8 decoder graph and compare it with torch.

    Args:
        model: the trained decoder.
        target: the `.onnx` file to write.
        prefix: (B, M, E) and `prefix_mask` (B, M): inputs as they occur, to compare on.

    Raises:
        RuntimeError: the float graph differs from torch by more than `PARITY` or picks another text.
    """
    step = DecoderStep(model)
    with tempfile.TemporaryDirectory() as folder:
        full = Path(folder) / "full.onnx"
        export_step(step, model.config, full)
        fp32 = GreedyGraph(full, threads=1)
        expected = model.greedy(prefix, prefix_mask, max_tokens=64).numpy()
        parity = logit_difference(model, fp32, expected, prefix, prefix_mask)
        same_fp32 = _same_rows(expected, _one_by_one(fp32, prefix, prefix_mask)).mean()
        if parity > PARITY or same_fp32 < 1.0:
            msg = f"the float decoder graph differs from torch: logits by {parity:.2g}, same text {same_fp32:.4f}"
            raise RuntimeError(msg)
        step.tokens = Int8Table(model.tokens.weight.detach())
        export_step(step, model.config, full)
        quantize_matmuls(full, target)
    int8 = GreedyGraph(target, threads=1)
    alone = _one_by_one(int8, prefix, prefix_mask)
    batched = int8.greedy(prefix.numpy(), prefix_mask.numpy(), 64)[0]
    return Agreement(
        parity_fp32=parity,
        same_text_fp32=float(same_fp32),
        same_text_int8=float(_same_rows(expected, alone).mean()),
        same_verdict_int8=float((expected[:, 0] == alone[:, 0]).mean()),
        same_text_batch=float(_same_rows(alone, batched).mean()),
    )


def logit_difference(
    model: MiniGPT, graph: GreedyGraph, ids: NDArray[np.int64], prefix: Tensor, prefix_mask: Tensor
) -> float:
    """Largest logit difference between `MiniGPT.forward` and the graph fed with the same texts. ids: (B, N)."""
    text = np.concatenate([np.full((len(ids), 1), START_ID), ids[:, :-1]], axis=1)
    with torch.no_grad():
        expected = model(torch.from_numpy(text), prefix, prefix_mask).numpy()
    past, mask = graph.empty_past(len(ids)), prefix_mask.numpy().astype(np.float32)
    worst, fed_prefix = 0.0, prefix.numpy()
    for position in range(text.shape[1]):
        mask = np.concatenate([mask, np.ones((len(ids), 1), dtype=np.float32)], axis=1)
        logits, past = graph.step(text[:, position : position + 1], position, fed_prefix, past, mask)
        fed_prefix = fed_prefix[:, :0]
        worst = max(worst, float(np.abs(logits - expected[:, position]).max()))
    return worst


def export_step(step: DecoderStep, config: MiniGPTConfig, path: Path) -> None:
    """Write the float32 graph of one step, with batch, prefix and past of any length."""
    example = (
        torch.tensor([[START_ID], [END_ID]]),
        torch.tensor([3]),
        torch.randn(2, 5, config.prefix_width),
        torch.randn(config.layers, 2, 2, config.heads, 4, config.width // config.heads),
        torch.ones(2, 10),
    )
    export_onnx(step, dict(zip(INPUTS, example, strict=True)), OUTPUTS, path, dynamic=AXES)


def _one_by_one(graph: GreedyGraph, prefix: Tensor, prefix_mask: Tensor) -> NDArray[np.int64]:
    """Greedy ids (B, 64), every row decoded alone."""
    pairs = zip(prefix.numpy(), prefix_mask.numpy().astype(np.float32), strict=True)
    return np.concatenate([graph.greedy(row[None], mask[None], 64)[0] for row, mask in pairs])


def _same_rows(a: NDArray[np.int64], b: NDArray[np.int64]) -> NDArray[np.bool_]:
    """Rows that hold the same tokens; the arrays may be padded to different lengths."""
    length = max(a.shape[1], b.shape[1])
    a, b = (np.pad(ids, ((0, 0), (0, length - ids.shape[1])), constant_values=PAD_ID) for ids in (a, b))
    return (a == b).all(axis=1)
