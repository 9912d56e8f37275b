"""Checkpoints: each module's weights as safetensors with its sizes beside it, and what a stage needs to go on."""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_model, save_model

from training.models.student import Student, StudentConfig
from training.models.teacher import Teacher, TeacherConfig

if TYPE_CHECKING:
    from collections.abc import Mapping

    from torch import nn

STATE = "state.json"


def save_modules(modules: Mapping[str, nn.Module], folder: Path, **notes: object) -> None:
    """Write <name>.safetensors and <name>.json (sizes and notes) of every module to `folder`, replacing them."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, module in modules.items():
        part = folder / f"{name}.safetensors.part"
        save_model(module, str(part))
        notes_of = {"config": getattr(module, "sizes", {}), **notes}
        (folder / f"{name}.json").write_text(json.dumps(notes_of, indent=2))
        part.replace(folder / f"{name}.safetensors")


def load_student(folder: Path | str) -> Student:
    """Rebuild the student saved in `folder`, in evaluation mode.

    Raises:
        FileNotFoundError: no checkpoint there.
    """
    model = Student(StudentConfig(**_sizes(folder, "student")))
    load_model(model, Path(folder) / "student.safetensors")
    return model.eval()


def load_teacher(folder: Path | str) -> Teacher:
    """Rebuild the teacher saved in `folder`, in evaluation mode.

    Raises:
        FileNotFoundError: no checkpoint there.
    """
    teacher = Teacher(TeacherConfig(**_sizes(folder, "teacher")))
    load_model(teacher, Path(folder) / "teacher.safetensors")
    return teacher.eval()


def _sizes(folder: Path | str, name: str) -> dict[str, int]:
    sizes: dict[str, int] = json.loads((Path(folder) / f"{name}.json").read_text())["config"]
    return sizes


def save_state(folder: Path, optimizer: torch.optim.Optimizer, step: int, minutes: float) -> None:
    """Keep what a stage needs to go on besides its modules' weights."""
    torch.save(optimizer.state_dict(), folder / "optimizer.pt.part")
    (folder / "optimizer.pt.part").replace(folder / "optimizer.pt")
    (folder / STATE).write_text(json.dumps({"step": step, "minutes": minutes}))


def resume(folder: Path, modules: Mapping[str, nn.Module], optimizer: torch.optim.Optimizer) -> tuple[int, float]:
    """Bring an interrupted stage's modules and optimiser back.

    Returns:
        Its steps and minutes so far; 0 and 0.0, with nothing changed, if it has not begun.
    """
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / STATE).exists():
        return 0, 0.0
    for name, module in modules.items():
        load_model(module, folder / f"{name}.safetensors")
    optimizer.load_state_dict(torch.load(folder / "optimizer.pt", weights_only=True))
    state = json.loads((folder / STATE).read_text())
    return state["step"], state["minutes"]


def steps_done(folder: Path) -> int:
    """Steps that a stage has done; random numbers depend on it, so that a resumed stage draws other ones."""
    file = folder / STATE
    return int(json.loads(file.read_text())["step"]) if file.exists() else 0
