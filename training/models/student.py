"""The 2D student: eye -> facts; PoseFormer -> U-Net -> projection; per question alignment -> fusion -> MiniGPT."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import NamedTuple

import torch
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import MIRROR
from training.models.alignment import Alignment2D
from training.models.eye import GraphEye
from training.models.facts_head import MIRROR_ANGLES, MIRROR_CLASSES, FactLookup, HeadOutput
from training.models.fusion import Fusion, LocalGlobal
from training.models.minigpt import MiniGPT
from training.models.poseformer import PoseFormer
from training.models.projection import Projection
from training.models.reader import Reader, Reading
from training.models.unet import UNet


@dataclass(frozen=True)
class StudentConfig:
    """Sizes of the student. `vocab` is the text tokenizer's."""

    vocab: int
    width: int = 192
    body_width: int = 512
    eye_width: int = 128
    eye_layers: int = 6
    pose_layers: int = 6
    align_layers: int = 2
    heads: int = 6
    query_width: int = 384
    reader_layers: int = 2
    slots: int = 12
    text_layers: int = 4
    max_text: int = 96


class PoseOutput(NamedTuple):
    """What is known of a pose before any question; see `Student.encode_pose`."""

    pose_tokens: Tensor
    fact_logits: Tensor
    angles: Tensor
    joints3d: Tensor
    reliability: Tensor


class Question(NamedTuple):
    """A question before any pose; see `Student.read`."""

    query: Tensor
    mask: Tensor
    reading: Reading


class Refined(NamedTuple):
    """What the decoder reads; see `Student.refine`."""

    prefix: Tensor
    prefix_mask: Tensor
    fact_attention: Tensor


FORGET_QUERY = 0.5
"""Share of the training questions whose words the decoder does not see: it has to use what was read from them."""


class Student(nn.Module):
    """Eqs. 1, 4, 6-9, 14-20 and 26 for the 2D side, with fact heads beyond the paper."""

    def __init__(self, config: StudentConfig) -> None:
        super().__init__()
        self.config = config
        w = config.width
        self.eye = GraphEye(config.body_width, config.eye_layers, config.eye_width)
        self.poseformer = PoseFormer(w, config.pose_layers, config.heads)
        self.unet = UNet(w, config.body_width)
        self.pose_projection = Projection(w, w)
        self.query_projection = Projection(config.query_width, w)
        self.alignment = Alignment2D(w, config.align_layers, config.heads)
        self.local_global = LocalGlobal(w)
        self.fusion = Fusion(w)
        self.reader = Reader(config.query_width, w, config.reader_layers, config.heads)
        self.lookup = FactLookup(w, config.slots)
        self.decoder = MiniGPT(config.vocab, w, config.text_layers, config.heads, w, config.max_text)

    def encode_pose(self, keypoints: Tensor) -> PoseOutput:
        """Pose part, once per person.

        Facts, angles, 3D joints and reliability are the mean over the person and the mirror image, so they are exactly
        mirror-equivariant; the tokens are the person's own.

        Args:
            keypoints: (B, 17, 3) float32 from `skeleton.normalize`.

        Returns:
            pose_tokens (B, 18, W), fact_logits (B, NUM_CLASSES), angles (B, 9) degrees, joints3d (B, 17, 3) in camera
            axes (x right, y down, z away) relative to the mid-hip in torso lengths, reliability (B, 17) in (0, 1].
        """
        flip = keypoints.new_tensor([-1.0, 1.0, 1.0])
        body, heads = self.eye(torch.cat([keypoints, keypoints[:, MIRROR] * flip]))
        own, other = (HeadOutput(*x) for x in zip(*(x.chunk(2) for x in heads), strict=True))
        return PoseOutput(
            self.pose_projection(self.unet(self.poseformer(keypoints), body.chunk(2)[0])),
            (own.fact_logits + other.fact_logits[:, MIRROR_CLASSES]) / 2,
            (own.angles + other.angles[:, MIRROR_ANGLES]) / 2,
            (own.joints3d + other.joints3d[:, MIRROR] * flip) / 2,
            (own.reliability + other.reliability[:, MIRROR]) / 2,
        )

    def refine(
        self,
        pose_tokens: Tensor,
        fact_logits: Tensor,
        angles: Tensor,
        keypoints: Tensor,
        reliability: Tensor,
        query_tokens: Tensor,
        query_mask: Tensor,
    ) -> Refined:
        """Query part, once per question.

        Args:
            pose_tokens, fact_logits, angles, reliability: rows of `encode_pose`, with the `keypoints` they came from.
            query_tokens: (B, T, 384) from the text encoder; query_mask: (B, T), 1 = real.

        Returns:
            prefix (B, 18 + slots + T, W): refined tokens, fact tokens, query tokens; its mask (1 = real); attention
            over facts and angles (B, len(FACTS) + len(ANGLES)), the mean over the slots.
        """
        question = self.read(query_tokens, query_mask)
        aligned = self.alignment(pose_tokens, question.query, question.mask, reliability)
        return self.fuse(aligned, *self.local_global(aligned), fact_logits, angles, keypoints, question)

    def read(self, query_tokens: Tensor, query_mask: Tensor) -> Question:
        """Project the query tokens (B, T, W) and work out what the question claims."""
        return Question(self.query_projection(query_tokens), query_mask, self.reader(query_tokens, query_mask))

    def fuse(
        self,
        aligned: Tensor,
        local: Tensor,
        globally: Tensor,
        fact_logits: Tensor,
        angles: Tensor,
        keypoints: Tensor,
        question: Question,
    ) -> Refined:
        """Put the decoder's prefix together, of the student's features or of the teacher's (eqs. 18-20).

        Args:
            aligned: (B, 18, W). local: (B, 17, W). globally: (B, 1, W).
            fact_logits, angles, keypoints: of the same people. question: from `read`.
        """
        refined = self.fusion(aligned, local, globally)
        fact_tokens, attention = self.lookup(question.reading, fact_logits, angles, keypoints)
        prefix = torch.cat([refined.float(), fact_tokens.float(), question.query.float()], dim=1)
        ones = torch.ones_like(prefix[:, : refined.shape[1] + fact_tokens.shape[1], 0])
        mask = question.mask
        if self.training:
            mask = mask * (torch.rand_like(mask[:, :1]) >= FORGET_QUERY)
        return Refined(prefix, torch.cat([ones, mask], dim=1), attention.mean(dim=1))

    @property
    def sizes(self) -> dict[str, int]:
        """Keyword arguments that rebuild this model's config."""
        return asdict(self.config)
