"""A small student or teacher without questions, every part of which can be left out: what the ablation tables train.

Keypoints (or 3D joints) -> eye -> U-Net -> local and global features -> fusion -> fact heads on the refined tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, NamedTuple

import numpy as np
import torch
import torch.nn.functional as F
from torch import Tensor, nn

from pose2lang3d_sdk.skeleton import NUM_JOINTS
from training import losses
from training.data.batches import make_batch
from training.loop import optimizer_for, schedule
from training.models.distillation import Distillation, mix
from training.models.eye import NODE_CHANNELS, keypoint_nodes
from training.models.facts_head import FactsHead, HeadOutput
from training.models.fusion import Fusion, LocalGlobal
from training.models.lifter import Lifter
from training.models.poseformer import PoseFormer
from training.models.stgcn import STGCN, Graph
from training.models.unet import UNet
from training.train_facts import heads_losses, seen_facts, to_tensors

if TYPE_CHECKING:
    from training.data.poses import PoseSet

WIDTH = 96
HEADS = 6
BODY_WIDTH = 384
GRAPH_WIDTH = 64
BATCH = 192
_WEIGHTS = ("distillation", "lent", "soft", "diversity", "angles", "joints3d", "reliability")
PEAK = 1.5e-3
FACTS_SAMPLE = 20_000
"""Poses from which the frequencies of the classes are counted."""


@dataclass(frozen=True)
class Recipe:
    """One row of an ablation table; the defaults are the full student.

    Attributes:
        eye: what sees the body: PoseFormer (eq. 1) beside the graph eye as in the student that ships, one of them, a
            residual network over all keypoints or, in the teacher, ST-GCN (eq. 2) on 3D joints.
        pose_layers, graph_layers: depth of PoseFormer and ST-GCN.
        unet, noise: the U-Net (eqs. 4, 5), and its noise in training; without it every token gets the body feature.
        fusion: local and global features and their fusion (eqs. 18-20); without it the facts are read from the U-Net.
        flat: labels from 2D geometry alone.
        people: share of the training subjects that it learns from.
        distillation: weight of the teacher's features as targets (eqs. 14-16, 23).
        lent: weight of the facts read when the gate of eq. 17 lets the teacher's features in.
        soft: weight of the teacher's fact probabilities as targets (beyond the paper).
        diversity: weight of eq. 21.
        angles, joints3d, reliability: weights of those heads' losses (beyond the paper).
    """

    eye: Literal["both", "poseformer", "graph", "lifter", "3d"] = "both"
    pose_layers: int = 6
    graph_layers: int = 9
    unet: bool = True
    noise: bool = True
    fusion: bool = True
    flat: bool = False
    people: float = 1.0
    distillation: float = 0.05
    lent: float = 0.05
    soft: float = 1.0
    diversity: float = 0.02
    angles: float = 0.5
    joints3d: float = 0.5
    reliability: float = 0.2

    @property
    def taught(self) -> bool:
        """Whether it needs a teacher."""
        return self.distillation > 0 or self.lent > 0 or self.soft > 0


class Seen(NamedTuple):
    """A body: its facts and the features they were read from (None without fusion)."""

    heads: HeadOutput
    refined: Tensor
    features: tuple[Tensor, Tensor] | None
    tokens: Tensor


class Reduced(nn.Module):
    """The model of one recipe."""

    def __init__(self, recipe: Recipe) -> None:
        super().__init__()
        self.recipe = recipe
        if recipe.eye in ("both", "poseformer"):
            self.poseformer = PoseFormer(WIDTH, recipe.pose_layers, HEADS)
        if recipe.eye in ("both", "graph"):
            self.graph = Graph(NODE_CHANNELS, BODY_WIDTH, recipe.graph_layers, GRAPH_WIDTH, free=True)
        if recipe.eye == "lifter":
            self.lifter = Lifter(BODY_WIDTH, 4)
        if recipe.eye in ("graph", "lifter"):
            self.spread = nn.Linear(BODY_WIDTH, (NUM_JOINTS + 1) * WIDTH)
        if recipe.eye == "3d":
            self.stgcn = STGCN(WIDTH, BODY_WIDTH, recipe.graph_layers, GRAPH_WIDTH)
        self.unet = UNet(WIDTH, BODY_WIDTH) if recipe.unet else None
        self.to_tokens = None if recipe.unet else nn.Linear(BODY_WIDTH, WIDTH)
        self.local_global, self.fusion = LocalGlobal(WIDTH), Fusion(WIDTH)
        self.to_body = nn.Linear((NUM_JOINTS + 1) * WIDTH, BODY_WIDTH)
        self.facts = FactsHead(BODY_WIDTH)

    def tokens(self, data: dict[str, Tensor]) -> Tensor:
        """Eye and U-Net: (B, 18, W)."""
        keypoints = data["keypoints"]
        body = keypoints.new_zeros(len(keypoints), BODY_WIDTH)
        if self.recipe.eye in ("both", "graph"):
            body = self.graph(keypoint_nodes(keypoints))[1]
        elif self.recipe.eye == "lifter":
            body = self.lifter(keypoints)
        if self.recipe.eye == "3d":
            tokens, body = self.stgcn(data["bodies"])
        elif self.recipe.eye in ("graph", "lifter"):
            tokens = self.spread(body).view(-1, NUM_JOINTS + 1, WIDTH)
        else:
            tokens = self.poseformer(keypoints)
        if self.to_tokens:
            tokens = tokens + self.to_tokens(body)[:, None]
        if self.unet is None:
            return tokens
        return self.unet.train(self.training and self.recipe.noise)(tokens, body)

    def read(self, tokens: Tensor, features: tuple[Tensor, Tensor] | None) -> Seen:
        """Fusion and heads."""
        refined = self.fusion(tokens, *features) if features else tokens
        return Seen(self.facts(F.gelu(self.to_body(refined.flatten(1)))), refined, features, tokens)

    def forward(self, data: dict[str, Tensor]) -> Seen:
        tokens = self.tokens(data)
        return self.read(tokens, self.local_global(tokens) if self.recipe.fusion else None)


def train(recipe: Recipe, poses: PoseSet, *, steps: int, seed: int, teacher: Reduced | None = None) -> Reduced:
    """Train one row; every row of a table sees the same number of bodies, and of one seed the same bodies.

    Args:
        recipe: the row. poses: training poses. steps: of `BATCH` bodies. seed: of everything.
        teacher: a trained `Reduced` that sees 3D, for recipes that are `taught`.
    """
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    model = Reduced(recipe).train()
    distillation = Distillation(WIDTH) if teacher else None
    trained = {module: PEAK for module in (model, distillation) if module}
    optimizer = optimizer_for(trained)
    sample = make_batch(poses[rng.integers(0, len(poses), FACTS_SAMPLE)], rng, flat=recipe.flat)
    weights = losses.class_weights(sample.labels)
    scale = {"facts": 1.0, **{name: getattr(recipe, name) for name in _WEIGHTS}}
    for step in range(steps):
        for group in optimizer.param_groups:
            group["lr"] = PEAK * schedule((step + 1) / (steps + 1))
        data = to_tensors(make_batch(poses[rng.integers(0, len(poses), BATCH)], rng, flat=recipe.flat))
        parts = _parts(model, data, weights, teacher, distillation)
        optimizer.zero_grad(set_to_none=True)
        losses.total({name: part for name, part in parts.items() if scale[name]}, scale).backward()
        torch.nn.utils.clip_grad_norm_([p for module in trained for p in module.parameters()], 1.0)
        optimizer.step()
    return model.eval()


def _parts(
    model: Reduced, data: dict[str, Tensor], weights: Tensor, teacher: Reduced | None, distillation: Distillation | None
) -> dict[str, Tensor]:
    sees_all = model.recipe.eye == "3d"
    with torch.autocast("cpu", torch.bfloat16):
        found = model(data)
    parts = heads_losses(found.heads, data, weights, sees_all=sees_all)
    parts["diversity"] = losses.diversity_loss(found.refined)
    if teacher and distillation:
        with torch.no_grad(), torch.autocast("cpu", torch.bfloat16):
            taught = teacher(data)
        seen = seen_facts(data["keypoints"], sees_all=sees_all)
        parts["soft"] = losses.soft_fact_loss(found.heads.fact_logits, taught.heads.fact_logits, seen, weights)
        if found.features and taught.features:
            with torch.autocast("cpu", torch.bfloat16):
                mixed = mix(distillation(found.tokens, taught.tokens), *found.features)
                helped = model.read(found.tokens, mixed)
            parts["distillation"] = losses.distillation_loss(*found.features, *taught.features)
            parts["lent"] = heads_losses(helped.heads, data, weights, sees_all=sees_all)["facts"]
    return parts
