"""Stage 3: questions and descriptions, end to end but for eye, ST-GCN, fact heads and reader, learnt before.

With a teacher, it answers the same questions from 3D through the same U-Net, fusion and decoder, and the student learns
to predict its features.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, NamedTuple

import numpy as np
import torch
from torch import Tensor

from pose2lang3d_sdk.decoder import END_ID, MAX_TEXT, PAD_ID, START_ID, VERDICT_IDS
from pose2lang3d_sdk.facts import FACT_INDEX, FACTS
from pose2lang3d_sdk.language import TOLD_BELIEF
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES
from training import losses
from training.checkpoint import steps_done
from training.data.batches import Batch, endless_batches
from training.language.captions import region_text
from training.language.claims import trained_claims
from training.language.parse import parse
from training.language.questions import Balance, sample
from training.loop import train_loop
from training.models.distillation import mix
from training.models.student import PoseOutput
from training.models.teacher import TeacherPose
from training.queries import QueryBank, roughen
from training.train_facts import pool_class_weights, to_tensors

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence
    from pathlib import Path

    from accelerate import Accelerator
    from numpy.random import Generator
    from tokenizers import Tokenizer

    from training.data.poses import PoseSet
    from training.models.student import Student
    from training.models.teacher import Teacher

CHUNK = 128
"""Rows that run through the decoder together."""
REGION_WEIGHT = 0.5
"""A token of a long description counts less than one of a short answer."""
LENT_SHARE: Final = 0.5
"""Share of the rows whose local and global features the teacher's mix into; at inference there is none to lend."""
UNTOLD = "I cannot tell: too little is visible."


@dataclass(frozen=True)
class Example:
    """One row for the decoder: which person of the batch, the question, the ids to write, the facts it rests on.

    weight: how much its tokens count. caption: the text, of descriptions that tell something.
    """

    person: int
    question: str
    ids: list[int]
    facts: tuple[str, ...]
    weight: float = 1.0
    caption: str = ""


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
            examples.append(Example(person, DESCRIBE_QUERIES[region], ids, facts, REGION_WEIGHT, text or ""))
    return examples


class Rows(NamedTuple):
    """Examples as tensors.

    Attributes:
        person: (B,) index of the person.
        ids: (B, S) padded.
        wanted: (B, facts + angles) in {0, 1}, the facts that the text rests on.
        claims: (B, NUM_CLASSES) in {-1, 0, 1}, the classes for and against, of closed questions about one fact.
        weight: (B,) how much a row's tokens count.
    """

    person: Tensor
    ids: Tensor
    wanted: Tensor
    claims: Tensor
    weight: Tensor


def collate(examples: list[Example]) -> Rows:
    """Pad the examples to the longest."""
    length = max(len(e.ids) for e in examples)
    ids = torch.full((len(examples), length), PAD_ID)
    claims = []
    for row, example in enumerate(examples):
        ids[row, : len(example.ids)] = torch.tensor(example.ids)
        claim = trained_claims().get(example.question)
        simple = claim is not None and claim.kind == "closed" and len(claim.facts) == 1
        claims.append(claim.classes if simple else {})
    return Rows(
        torch.tensor([e.person for e in examples]), ids, losses.wanted_facts([e.facts for e in examples]),
        losses.signed_classes(claims),
        torch.tensor([e.weight for e in examples]),
    )  # fmt: skip


class _Means:
    """Means of losses that come as a sum and the weight to divide it by, chunk by chunk."""

    def __init__(self) -> None:
        self._sums: dict[str, Tensor] = {}
        self._weights: dict[str, float] = {}

    def add(self, name: str, loss: Tensor, weight: float) -> None:
        self._sums[name] = self._sums[name] + loss if name in self._sums else loss
        self._weights[name] = self._weights.get(name, 0.0) + weight

    def all(self) -> dict[str, Tensor]:
        return {name: loss / max(self._weights[name], 1.0) for name, loss in self._sums.items()}


def language_losses(
    model: Student, pose: PoseOutput, data: dict[str, Tensor], examples: list[Example], bank: QueryBank,
    weights: Mapping[str, float], teacher: Teacher | None = None,
) -> dict[str, Tensor]:  # fmt: skip
    """The losses of eq. 25 whose weight is not 0, over examples of any length.

    Of the student: text, lookup, diversity, contrastive, contradiction. With a teacher: its own text ("teacher") and
    distillation.

    Args:
        model: the student.
        pose: `Student.encode_pose` of the people.
        data: the people (`train_facts.to_tensors`).
        examples: rows about them. Those of like length run together: padded to the longest of all, most of the work
            would be padding.
        bank: reads their questions.
        weights: of the losses; one of 0 is not worked out.
        teacher: None trains the student alone.
    """
    keypoints = data["keypoints"]
    device = keypoints.device
    sums = _Means()
    examples = sorted(examples, key=lambda e: len(e.ids))
    with torch.autocast(device.type, torch.bfloat16):
        taught_pose = teacher.encode_pose(model, data["bodies"]) if teacher else None
    for start in range(0, len(examples), CHUNK):
        chunk = examples[start : start + CHUNK]
        rows = Rows(*(tensor.to(device) for tensor in collate(chunk)))
        tokens, mask = roughen(*(tensor.to(device) for tensor in bank([e.question for e in chunk])))
        own, seen = PoseOutput(*(part[rows.person] for part in pose)), keypoints[rows.person]
        with torch.autocast(device.type, torch.bfloat16):
            question = model.read(tokens, mask)
            aligned = model.alignment(own.pose_tokens, question.query, question.mask, own.reliability)
            features = model.local_global(aligned)
            if teacher:
                taught = teacher.refine(
                    model, TeacherPose(*(part[rows.person] for part in taught_pose)), data["bodies"][rows.person], seen,
                    question,
                )  # fmt: skip
                # The teacher is taught by its own answers alone: the student must not bend it.
                distilled = teacher.distillation(aligned, taught.aligned.detach())
                if weights.get("distillation"):
                    loss = losses.distillation_loss(*features, distilled.local, distilled.globally)
                    sums.add("distillation", len(chunk) * loss, len(chunk))
                lent = torch.rand(len(chunk), 1, 1, device=device) < LENT_SHARE
                features = tuple(
                    torch.where(lent, mixed, mine)
                    for mixed, mine in zip(mix(distilled, *features), features, strict=True)
                )
                logits = model.decoder(rows.ids[:, :-1], taught.refined.prefix, taught.refined.prefix_mask)
                sums.add("teacher", *losses.text_loss(logits, rows.ids, rows.weight, pad=PAD_ID))
            refined = model.fuse(aligned, *features, own.fact_logits, own.angles, seen, question)
            logits = model.decoder(rows.ids[:, :-1], refined.prefix, refined.prefix_mask)
        sums.add("text", *losses.text_loss(logits, rows.ids, rows.weight, pad=PAD_ID))
        sums.add("lookup", *losses.lookup_loss(refined.fact_attention, rows.wanted))
        if weights.get("diversity"):
            loss = losses.diversity_loss(refined.prefix[:, : aligned.shape[1]])
            sums.add("diversity", len(chunk) * loss, len(chunk))
        captioned = [row for row, e in enumerate(chunk) if e.caption]
        if weights.get("contrastive") and len(captioned) > 1:
            texts = model.query_projection(bank.embed([chunk[row].caption for row in captioned]).to(device))
            loss = losses.contrastive_loss(refined.prefix[captioned, aligned.shape[1] - 1], texts)
            sums.add("contrastive", len(captioned) * loss, len(captioned))
        if weights.get("contradiction"):
            yes_no = logits[:, 0, list(VERDICT_IDS[:2])]
            sums.add("contradiction", *losses.contradiction_loss(yes_no, own.fact_logits, rows.claims))
    return sums.all()


def train_language(
    model: Student, tokenizer: Tokenizer, bank: QueryBank, balance: Balance, draw_pool: Callable[[Generator], PoseSet],
    folder: Path, *, teacher: Teacher | None, weights: Mapping[str, float], steps: int, minutes: float, persons: int,
    answers: int, verdicts: int, regions: int, peak: float, seed: int, accelerator: Accelerator,
    frozen: Sequence[str] = (),
) -> None:  # fmt: skip
    """Run stage 3 (see `loop.train_loop`).

    In every step `persons` people are asked `answers` + `verdicts` questions each and described in `regions` regions.
    frozen: modules of the student that stay as they are, besides those of the former stages.
    """
    done = steps_done(folder)
    rng = np.random.default_rng([seed, done, accelerator.process_index])
    torch.manual_seed(seed + done + accelerator.process_index)
    pool = draw_pool(rng)
    class_weights = pool_class_weights(pool, rng).to(accelerator.device)
    batches = endless_batches(pool, draw_pool, rng, persons)
    # Text must not bend what geometry and rules taught.
    kept = (model.eye, model.reader, *(model.get_submodule(name) for name in frozen))
    for module in (*kept, *((teacher.stgcn, teacher.facts) if teacher else ())):
        module.requires_grad_(requires_grad=False)
    saved = {"student": model, **({"teacher": teacher} if teacher else {})}

    def one_step() -> dict[str, Tensor]:
        batch = next(batches)
        data = to_tensors(batch, accelerator.device)
        asked = question_examples(batch, tokenizer, rng, balance, answers, verdicts)
        with torch.autocast(accelerator.device.type, torch.bfloat16):
            pose = model.encode_pose(data["keypoints"])
        belief = losses.beliefs(pose.fact_logits, class_weights).cpu().numpy()
        described = region_examples(batch, belief, tokenizer, rng, regions)
        return language_losses(model, pose, data, asked + described, bank, weights, teacher)

    train_loop(
        "language", saved, dict.fromkeys(saved.values(), peak), one_step, weights, folder, steps=steps, minutes=minutes,
        weight_decay=0.1, every=100, accelerator=accelerator,
    )  # fmt: skip
