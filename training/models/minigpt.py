"""MiniGPT, the decoder of eq. (26): a small causal transformer over text that sees pose and query tokens.

The prefix enters each layer only as extra keys and values, so its length costs no MLP and the text keeps its positions.
"""

from __future__ import annotations

import math
from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING

import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.decoder import END_ID, MAX_TEXT, PAD_ID, START_ID, VERDICT_IDS

if TYPE_CHECKING:
    from typing import Any


@dataclass(frozen=True)
class MiniGPTConfig:
    """Sizes of the decoder; `prefix_width` is the width of the prefix tokens, which need not be the decoder's own."""

    vocab: int
    width: int = 256
    layers: int = 4
    heads: int = 8
    prefix_width: int = 256
    max_text: int = MAX_TEXT
    dropout: float = 0.0


class PrefixAttention(nn.Module):
    """Self attention of the text whose keys and values are [this layer's view of the prefix ; text]."""

    def __init__(self, config: MiniGPTConfig) -> None:
        super().__init__()
        self.heads = config.heads
        self.qkv = nn.Linear(config.width, 3 * config.width)
        self.prefix_norm = nn.LayerNorm(config.prefix_width)
        self.prefix_kv = nn.Linear(config.prefix_width, 2 * config.width)
        self.out = nn.Linear(config.width, config.width)

    def split(self, x: Tensor) -> tuple[Tensor, ...]:
        """(B, N, n * W) -> n tensors (B, H, N, W / H)."""
        width = self.out.in_features
        shape = (x.shape[0], -1, self.heads, width // self.heads)
        return tuple(part.reshape(shape).transpose(1, 2) for part in x.split(width, dim=-1))

    def keys_values(self, x: Tensor, prefix: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Text (B, S, W) and prefix (B, M, E) -> query of the text, key and value of both: (B, H, M + S, dh)."""
        query, key, value = self.split(self.qkv(x))
        prefix_key, prefix_value = self.split(self.prefix_kv(self.prefix_norm(prefix)))
        return query, torch.cat([prefix_key, key], dim=2), torch.cat([prefix_value, value], dim=2)

    def forward(self, x: Tensor, prefix: Tensor, attend: Tensor) -> Tensor:
        """attend: (B, 1, S, M + S) bool, True = may look."""
        query, key, value = self.keys_values(x, prefix)
        # Written out: on a CPU the fused operator's backward pass is slower for texts this short.
        scores = (query @ key.transpose(-1, -2) / math.sqrt(query.shape[-1])).masked_fill(~attend, -1e4)
        mixed = torch.softmax(scores, dim=-1).to(value.dtype) @ value
        return self.out(mixed.transpose(1, 2).reshape(x.shape))

    def step(self, x: Tensor, prefix: Tensor, past: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        """One token: x (B, 1, W), past (2, B, H, P, dh), bias (B, 1, 1, P + M + 1) -> (B, 1, W) and the longer past."""
        query, key, value = self.keys_values(x, prefix)
        key, value = torch.cat([past[0], key], dim=2), torch.cat([past[1], value], dim=2)
        # Plain operators: they export to the fewest ONNX nodes.
        weights = torch.softmax((query / math.sqrt(query.shape[-1])) @ key.transpose(-1, -2) + bias, dim=-1)
        return self.out((weights @ value).transpose(1, 2).reshape(x.shape)), torch.stack([key, value])


class Block(nn.Module):
    """Pre-norm attention and a GELU MLP four times as wide."""

    def __init__(self, config: MiniGPTConfig) -> None:
        super().__init__()
        self.attention_norm = nn.LayerNorm(config.width)
        self.attention = PrefixAttention(config)
        self.mlp_norm = nn.LayerNorm(config.width)
        self.mlp_in = nn.Linear(config.width, 4 * config.width)
        self.mlp_out = nn.Linear(4 * config.width, config.width)
        self.dropout = nn.Dropout(config.dropout)

    def mlp(self, x: Tensor) -> Tensor:
        return self.mlp_out(F.gelu(self.mlp_in(self.mlp_norm(x))))

    def forward(self, x: Tensor, prefix: Tensor, attend: Tensor) -> Tensor:
        x = x + self.dropout(self.attention(self.attention_norm(x), prefix, attend))
        return x + self.dropout(self.mlp(x))

    def step(self, x: Tensor, prefix: Tensor, past: Tensor, bias: Tensor) -> tuple[Tensor, Tensor]:
        mixed, present = self.attention.step(self.attention_norm(x), prefix, past, bias)
        x = x + mixed
        return x + self.mlp(x), present


class MiniGPT(nn.Module):
    """The language decoder (eq. 26). Learned positions for the text only; the output head is the token table (tied)."""

    def __init__(
        self,
        vocab: int,
        width: int = 256,
        layers: int = 4,
        heads: int = 8,
        prefix_width: int = 256,
        max_text: int = MAX_TEXT,
        dropout: float = 0.0,
    ) -> None:
        super().__init__()
        self.config = config = MiniGPTConfig(vocab, width, layers, heads, prefix_width, max_text, dropout)
        self.tokens = nn.Embedding(vocab, width)
        self.positions = nn.Embedding(max_text, width)
        self.dropout = nn.Dropout(dropout)
        self.blocks = nn.ModuleList(Block(config) for _ in range(layers))
        self.norm = nn.LayerNorm(width)
        self.head = nn.Linear(width, vocab, bias=False)
        self.head.weight = self.tokens.weight
        self.apply(_init_weights)
        for block in self.blocks:  # keep the residual stream's variance independent of the depth
            for last in (block.attention.out, block.mlp_out):
                nn.init.normal_(last.weight, std=0.02 / math.sqrt(2 * layers))

    @property
    def sizes(self) -> dict[str, Any]:
        """Keyword arguments that rebuild this model."""
        return asdict(self.config)

    def forward(self, ids: Tensor, prefix: Tensor, prefix_mask: Tensor) -> Tensor:
        """Logits of every next token.

        Args:
            ids: (B, S) int64, S <= max_text, starting with <start>.
            prefix: (B, M, E) pose and query tokens.
            prefix_mask: (B, M), nonzero = real.

        Returns:
            (B, S, V).
        """
        length = ids.shape[1]
        causal = torch.ones(length, length, dtype=torch.bool, device=ids.device).tril()
        seen = prefix_mask.bool()[:, None, None, :].expand(-1, 1, length, -1)
        attend = torch.cat([seen, causal.expand(ids.shape[0], 1, -1, -1)], dim=-1)
        x = self.dropout(self.tokens(ids) + self.positions.weight[:length])
        for block in self.blocks:
            x = block(x, prefix, attend)
        return self.head(self.norm(x))

    def step(self, ids: Tensor, position: Tensor, prefix: Tensor, past: Tensor, mask: Tensor) -> tuple[Tensor, Tensor]:
        """One decoding step with a cache; the graph that is exported.

        Args:
            ids: (B, 1) int64, the newest token.
            position: (1,) int64, how many text tokens came before it.
            prefix: (B, M, E) on the first step, (B, 0, E) afterwards.
            past: (L, 2, B, H, P, dh) keys and values so far; P = 0 on the first step.
            mask: (B, P + M + 1) float, 1 = attend.

        Returns:
            Logits (B, V) of the next token and the cache (L, 2, B, H, P + M + 1, dh).
        """
        bias = ((mask - 1.0) * 1e4)[:, None, None, :]
        x = self.tokens(ids) + self.positions(position)
        presents = []
        for layer, block in enumerate(self.blocks):
            x, present = block.step(x, prefix, past[layer], bias)
            presents.append(present)
        return self.head(self.norm(x[:, -1])), torch.stack(presents)

    def empty_past(self, batch: int) -> Tensor:
        """The cache before the first step: (L, 2, B, H, 0, dh)."""
        c = self.config
        return self.tokens.weight.new_zeros(c.layers, 2, batch, c.heads, 0, c.width // c.heads)

    @torch.no_grad()
    def greedy(self, prefix: Tensor, prefix_mask: Tensor, *, max_tokens: int = 64) -> Tensor:
        """Greedy text, as the SDK's `Decoder` makes it: the first token is a verdict, a row ends with <end>.

        Returns:
            (B, N) int64, N <= max_tokens: verdict, text tokens, <end>, then <pad>.
        """
        batch, device = len(prefix), prefix.device
        ids = torch.full((batch, 1), START_ID, dtype=torch.int64, device=device)
        done = torch.zeros(batch, dtype=torch.bool, device=device)
        past = self.empty_past(batch)
        mask = torch.cat([prefix_mask.to(prefix.dtype), prefix.new_ones(batch, 1)], dim=1)
        chosen: list[Tensor] = []
        for position in range(min(max_tokens, self.config.max_text)):
            where = torch.tensor([position], device=device)
            logits, past = self.step(ids, where, prefix, past, mask)
            if position == 0:
                first = torch.tensor(VERDICT_IDS, device=device)
                best = first[logits[:, first].argmax(dim=-1)]
            else:
                best = logits.argmax(dim=-1)
            best = torch.where(done, PAD_ID, best)
            chosen.append(best)
            done |= best == END_ID
            if bool(done.all()):
                break
            ids, prefix = best[:, None], prefix[:, :0]
            mask = torch.cat([mask, mask.new_ones(batch, 1)], dim=1)
        return torch.stack(chosen, dim=1)


def _init_weights(module: nn.Module) -> None:
    if isinstance(module, nn.Linear | nn.Embedding):
        nn.init.normal_(module.weight, std=0.02)
    if isinstance(module, nn.Linear) and module.bias is not None:
        nn.init.zeros_(module.bias)
