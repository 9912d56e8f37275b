"""Saving and loading the student: weights as safetensors, sizes as JSON beside them."""

from __future__ import annotations

import json
from pathlib import Path

from safetensors.torch import load_file, save_model

from training.models.student import Student, StudentConfig


def save_student(model: Student, folder: Path, **notes: object) -> None:
    """Write student.safetensors and student.json (sizes and notes) to `folder`, replacing them atomically."""
    folder.mkdir(parents=True, exist_ok=True)
    save_model(model, str(folder / "student.safetensors.part"))
    (folder / "student.json").write_text(json.dumps({"config": model.sizes, **notes}, indent=2))
    (folder / "student.safetensors.part").replace(folder / "student.safetensors")


def load_student(folder: Path | str) -> Student:
    """Rebuild the student saved in `folder`, in evaluation mode.

    Raises:
        FileNotFoundError: no checkpoint there.
    """
    folder = Path(folder)
    config = json.loads((folder / "student.json").read_text())["config"]
    model = Student(StudentConfig(**config))
    model.load_state_dict(_untied(load_file(folder / "student.safetensors"), model))
    return model.eval()


def _untied(state: dict, model: Student) -> dict:
    """Safetensors keeps one name of tied weights; give every name its tensor back."""
    state.setdefault("decoder.head.weight", state.get("decoder.tokens.weight"))
    state.setdefault("decoder.tokens.weight", state.get("decoder.head.weight"))
    return {name: state[name] for name in model.state_dict() if name in state}
