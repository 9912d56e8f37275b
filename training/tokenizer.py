"""The decoder's own tokenizer: byte-pair encoding over the generated language, nearly one token a word."""

from __future__ import annotations

import string
from typing import TYPE_CHECKING

import numpy as np
from tokenizers import Tokenizer, decoders, models, pre_tokenizers, trainers

from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES, VERDICTS
from training.data.batches import make_batch
from training.language.captions import region_text
from training.language.questions import Balance, sample

if TYPE_CHECKING:
    from collections.abc import Iterator

    from training.data.poses import PoseSet

SPECIAL = ["<pad>", "<start>", "<end>", *(f"<{verdict}>" for verdict in VERDICTS)]
VOCABULARY = 1024


def language(poses: PoseSet, count: int, seed: int, balance: Balance | None = None) -> Iterator[str]:
    """Answers and descriptions of `count` random poses: what the decoder will have to write."""
    rng = np.random.default_rng(seed)
    for start in range(0, count, 500):
        batch = make_batch(poses[rng.integers(0, len(poses), min(500, count - start))], rng)
        for index in range(len(batch)):
            pose = batch.pose_facts(index)
            yield from (qa.answer for qa in sample(pose, rng, 8, balance=balance))
            texts = (region_text(pose, region, rng) for region in DESCRIBE_QUERIES)
            yield from (text for text in texts if text)


def train_tokenizer(texts: Iterator[str]) -> Tokenizer:
    """BPE with word boundaries kept, so that decoding gives the text back exactly."""
    tokenizer = Tokenizer(models.BPE())
    tokenizer.pre_tokenizer = pre_tokenizers.Sequence(
        [pre_tokenizers.Punctuation("isolated"), pre_tokenizers.Metaspace(prepend_scheme="never")]
    )
    tokenizer.decoder = decoders.Metaspace(prepend_scheme="never")
    # Letters and digits are known even if the sample lacks one; other characters the decoder is never taught to write.
    alphabet = [*string.ascii_letters, *string.digits]
    trainer = trainers.BpeTrainer(
        vocab_size=VOCABULARY, special_tokens=SPECIAL, initial_alphabet=alphabet, show_progress=False
    )
    tokenizer.train_from_iterator(texts, trainer)
    return tokenizer
