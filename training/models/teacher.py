"""The 3D teacher: ST-GCN -> shared U-Net and projection; per question 3D alignment -> shared fusion and MiniGPT.

It owns what only the 3D side needs; everything else belongs to the student, which is passed in. It is never exported.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from typing import TYPE_CHECKING, NamedTuple

from torch import Tensor, nn

from training.models.alignment import Alignment3D
from training.models.distillation import Distillation
from training.models.facts_head import BodyFacts
from training.models.stgcn import STGCN

if TYPE_CHECKING:
    from training.models.student import Question, Refined, Student


@dataclass(frozen=True)
class TeacherConfig:
    """Sizes of the teacher; `width`, `body_width` and `heads` are the student's."""

    width: int = 192
    body_width: int = 512
    graph_width: int = 128
    graph_layers: int = 9
    align_layers: int = 2
    heads: int = 6


class TeacherPose(NamedTuple):
    """pose_tokens (B, 18, W), fact_logits (B, NUM_CLASSES), angles (B, 9) degrees."""

    pose_tokens: Tensor
    fact_logits: Tensor
    angles: Tensor


class Taught(NamedTuple):
    """A question in the teacher's eyes: the decoder's prefix and the aligned tokens (B, 18, W) it was made from."""

    refined: Refined
    aligned: Tensor


class Teacher(nn.Module):
    """Eqs. 2, 5 and 10-17."""

    def __init__(self, config: TeacherConfig) -> None:
        super().__init__()
        self.config = config
        self.stgcn = STGCN(config.width, config.body_width, config.graph_layers, config.graph_width)
        self.facts = BodyFacts(config.body_width)
        self.alignment = Alignment3D(config.width, config.align_layers, config.heads)
        self.distillation = Distillation(config.width)

    def encode_pose(self, student: Student, bodies: Tensor) -> TeacherPose:
        """Pose part, once per person. bodies: (B, 17, 7) as `batches.Batch.bodies`."""
        tokens, body = self.stgcn(bodies)
        return TeacherPose(student.pose_projection(student.unet(tokens, body)), *self.facts(body))

    def refine(
        self, student: Student, pose: TeacherPose, bodies: Tensor, keypoints: Tensor, question: Question
    ) -> Taught:
        """Query part, once per question.

        Args:
            student: what both share.
            pose: rows of `encode_pose`.
            bodies: the rows it came from.
            keypoints: (B, 17, 3) of the same people: nor does the teacher tell what is not visible in the picture.
            question: from `Student.read`.
        """
        aligned = self.alignment(pose.pose_tokens, question.query, question.mask, bodies[..., :3])
        features = student.local_global(aligned)
        return Taught(student.fuse(aligned, *features, pose.fact_logits, pose.angles, keypoints, question), aligned)

    @property
    def sizes(self) -> dict[str, int]:
        """Keyword arguments that rebuild this model's config."""
        return asdict(self.config)
