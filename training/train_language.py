"""Stage 3: questions and descriptions, end to end but for lifter, fact heads and reader, which are learnt before."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

import numpy as np
import torch

from pose2lang3d_sdk.decoder import END_ID, MAX_TEXT, PAD_ID, START_ID
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.language import TOLD_BELIEF
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES
from training import losses
from training.data.batches import Batch, endless_batches
from training.language.captions import region_text
from training.language.parse import parse
from training.language.questions import Balance, sample
from training.loop import train_loop
from training.queries import QueryBank, roughen

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from numpy.random import Generator
    from tokenizers import Tokenizer
    from torch import Tensor

    from training.data.poses import PoseSet
    from training.models.student import PoseOutput, Student

CHUNK = 128
"""Rows that run through the decoder together."""
REGION_WEIGHT = 0.5
"""A token of a long description counts less than one of a short answer."""
UNTOLD = "I cannot tell: too little is visible."


@dataclass(frozen=True)
class Example:
    """One row for the decoder: which person of the batch, the question, the ids to write, the facts it rests on.

    weight: how much its tokens count.
    """

    person: int
    question: str
    ids: list[int]
    facts: tuple[str, ...]
    weight: float = 1.0


def encode_answer(tokenizer: Tokenizer, verdict: str, text: str) -> list[int]:
    """<start> <verdict> text <end>."""
    verdict_id = tokenizer.token_to_id(f"<{verdict}>")
    return [START_ID, verdict_id, *tokenizer.encode(text, add_special_tokens=False).ids, END_ID][: MAX_TEXT + 1]


def question_examples(
    batch: Batch, tokenizer: Tokenizer, rng: np.random.Generator, balance: Balance, answers: int, verdicts: int = 0
) -> list[Example]:
    """`answers` questions about every person to be answered in full and `verdicts` more of which only the verdict is.

    The verdict is what is hard; an example that stops there costs a third of a whole answer.
    """
    examples = []
    for person in range(len(batch)):
        for index, qa in enumerate(sample(batch.pose_facts(person), rng, answers + verdicts, balance=balance)):
            ids = encode_answer(tokenizer, qa.verdict, qa.answer)
            examples.append(Example(person, qa.question, ids if index < answers else ids[:2], qa.facts))
    return examples


def region_examples(
    batch: Batch, probabilities: np.ndarray, tokenizer: Tokenizer, rng: np.random.Generator, count: int
) -> list[Example]:
    """`count` region descriptions of every person, telling only true facts that the fact heads believe.

    probabilities: (N, facts, most classes) of the fact heads.
    """
    examples = []
    regions = list(DESCRIBE_QUERIES)
    for person in range(len(batch)):
        pose = batch.pose_facts(person)
        labels = batch.labels[person]
        believed = probabilities[person, np.arange(len(FACTS)), np.maximum(labels, 0)]

        def told(fact: str, believed: np.ndarray = believed) -> bool:
            return bool(believed[FACT_INDEX[fact]] >= TOLD_BELIEF)

        for region in rng.choice(regions, count, replace=False):
            text = region_text(pose, region, rng, told=told)
            verdict = "statement" if text else "unknown"
            ids = encode_answer(tokenizer, verdict, text or UNTOLD)
            facts = tuple(parse(text)) if text else ()
            examples.append(Example(person, DESCRIBE_QUERIES[region], ids, facts, REGION_WEIGHT))
    return examples


def collate(examples: list[Example]) -> tuple[Tensor, Tensor, Tensor]:
    """Person (B,), ids (B, S) padded, wanted facts (B, facts + angles) in {0, 1}."""
    length = max(len(e.ids) for e in examples)
    ids = torch.full((len(examples), length), PAD_ID)
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
    return torch.tensor([e.person for e in examples]), ids, losses.wanted_facts([e.facts for e in examples])


def language_loss(
    model: Student, output: PoseOutput, keypoints: Tensor, examples: list[Example], bank: QueryBank
) -> tuple[Tensor, Tensor]:
    """Text loss (eq. 24) per token and lookup loss per question, over examples of any length.

    Examples of like length run together: padded to the longest of all, most of the work would be padding.
    """
    examples = sorted(examples, key=lambda e: len(e.ids))
    text = lookup = torch.zeros(())
    text_weight = lookup_weight = 0.0
    for start in range(0, len(examples), CHUNK):
        chunk = examples[start : start + CHUNK]
        person, ids, wanted = collate(chunk)
        tokens, mask = roughen(*bank([e.question for e in chunk]))
        with torch.autocast("cpu", torch.bfloat16):
            refined = model.refine(
                output.pose_tokens[person],
                output.fact_logits[person],
                output.angles[person],
                keypoints[person],
                output.reliability[person],
                tokens,
                mask,
            )
            logits = model.decoder(ids[:, :-1], refined.prefix, refined.prefix_mask)
        loss, weight = losses.text_loss(logits, ids, torch.tensor([e.weight for e in chunk]), pad=PAD_ID)
        text, text_weight = text + loss, text_weight + weight
        loss, weight = losses.lookup_loss(refined.fact_attention, wanted)
        lookup, lookup_weight = lookup + loss, lookup_weight + weight
    return text / text_weight, lookup / max(lookup_weight, 1.0)


def train_language(
    model: Student, tokenizer: Tokenizer, bank: QueryBank, balance: Balance, draw_pool: Callable[[Generator], PoseSet],
    folder: Path, *, steps: int, minutes: float, persons: int, answers: int, verdicts: int, regions: int, peak: float,
    seed: int, first_step: int = 0,
) -> None:  # fmt: skip
    """Run stage 3 (see `loop.train_loop`).

    In every step `persons` people are asked `answers` + `verdicts` questions each and described in `regions` regions.
    """
    rng = np.random.default_rng(seed + first_step)
    torch.manual_seed(seed + first_step)
    batches = endless_batches(draw_pool(rng), draw_pool, rng, persons)
    # Text must not bend what geometry and rules taught.
    for module in (model.lifter, model.facts, model.reader):
        module.requires_grad_(requires_grad=False)

    def one_step() -> dict[str, Tensor]:
        batch = next(batches)
        keypoints = torch.from_numpy(batch.keypoints)
        with torch.autocast("cpu", torch.bfloat16):
            output = model.encode_pose(keypoints)
        belief = torch.softmax(losses.by_fact(output.fact_logits), dim=-1).numpy()
        asked = question_examples(batch, tokenizer, rng, balance, answers, verdicts)
        described = region_examples(batch, belief, tokenizer, rng, regions)
        text, lookup = language_loss(model, output, keypoints, asked + described, bank)
        return {"text": text, "0.3 lookup": 0.3 * lookup}

    train_loop(
        "language", model, {model: peak}, one_step, folder, steps=steps, minutes=minutes, weight_decay=0.1, every=100,
        first_step=first_step,
    )  # fmt: skip
