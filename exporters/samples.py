"""Inputs as they occur, on which exported graphs are compared with torch: simulated detections and real questions."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import torch
from torch import Tensor

from exporters.text_encoder import SENTENCES
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES
from training.data.batches import make_batch
from training.data.poses import load_splits

SEED = 20


def sample_keypoints(poses: Path, count: int) -> Tensor:
    """(count, 17, 3) normalised keypoints: validation poses seen by random cameras and an ordinary detector.

    Args:
        poses: the motion-capture file that training reads.
        count: how many; at most the number of validation poses.
    """
    rng = np.random.default_rng(SEED)
    validation = load_splits(poses)["validation"]
    chosen = validation[rng.choice(len(validation), count, replace=False)]
    return torch.from_numpy(make_batch(chosen, rng, noise="middle").keypoints)


def sample_queries(encoder: TextEncoder, count: int) -> tuple[Tensor, Tensor]:
    """Tokens (count, T, 384) and mask (count, T) of built-in queries and questions, repeated in turn."""
    texts = [*DESCRIBE_QUERIES.values(), *SENTENCES]
    tokens, mask = encoder.encode([texts[index % len(texts)] for index in range(count)])
    return torch.from_numpy(tokens), torch.from_numpy(mask)
