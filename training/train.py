"""Trains teacher and student with one command: facts (stage 1), reading of questions (stage 2), language (stage 3).

    python -m training.train training/configs/cpu.json --poses poses_open_all.npz --out runs/student
    torchrun --nproc_per_node 2 -m training.train ...    # or accelerate launch: several GPUs, machines or processes

Everything is seeded. A finished stage is kept, an interrupted one goes on from its last checkpoint.
"""

from __future__ import annotations

import argparse
import json
import shutil
import subprocess
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np
import torch
from accelerate import Accelerator
from tokenizers import Tokenizer

from exporters.text_encoder import GRAPH, TUNED
from pose2lang3d_sdk.verdicts import DESCRIBE_QUERIES
from pose2lang3d_sdk.weights import embedded
from training.checkpoint import load_student, load_teacher, save_modules
from training.data.batches import make_batch
from training.data.poses import load_splits
from training.data.synthesis import training_pool
from training.language.questions import all_questions, fit_balance
from training.models.minigpt import MiniGPT
from training.models.minilm import load_minilm, published_minilm
from training.models.student import Student, StudentConfig
from training.models.teacher import Teacher, TeacherConfig
from training.queries import QueryBank
from training.tokenizer import VOCABULARY, language, train_tokenizer
from training.train_facts import student_learner, teacher_learner, train_facts
from training.train_language import train_language
from training.train_reading import QUESTIONS, train_reading

if TYPE_CHECKING:
    from typing import Any

    from training.data.poses import PoseSet
    from training.train_facts import Learner


def train(
    config: dict[str, Any], poses: Path, out: Path, wheel: Path | None = None, base: Path | None = None
) -> Student:
    """Run all stages; student, teacher, tokenizer and logs end up in `out`.

    Args:
        config: as `training/configs/cpu.json`; without "teacher" the student learns alone, and any other stage that is
            not in it leaves the weights as they are.
        poses: the motion-capture file.
        out: the run's folder; what is finished there is taken over, an interrupted stage goes on.
        wheel: of the published text encoder; None downloads it.
        base: folder of a student, and perhaps a text encoder, to go on from, for example of `training.restore`; None
            starts anew.
    """
    if _finished(out):
        return load_student(out)
    # Left to itself, accelerate starts processes on the CPU that know nothing of each other.
    accelerator = Accelerator(cpu=not (torch.cuda.is_available() or torch.backends.mps.is_available()))
    shared = {"seed": config["seed"], "weights": config["weights"], "accelerator": accelerator}
    out.mkdir(parents=True, exist_ok=True)
    seed, commit = config["seed"], _commit()
    splits = load_splits(poses)
    rng = np.random.default_rng(seed)

    def draw_pool(rng: np.random.Generator, copies: int = 1) -> PoseSet:
        recombined, authored = config["recombined"], config["authored"]
        return training_pool(splits["train"], rng, recombined=recombined, authored=authored, copies=copies)

    def learn_facts(name: str, learner: Learner, taught_by: Learner | None = None) -> Path:
        if not _finished(out / name):
            settings = {"copies": 1, **config[name]}
            draw = partial(draw_pool, copies=settings.pop("copies"))
            train_facts(learner, draw, splits["validation"], out / name, teacher=taught_by, **settings, **shared)
            _finish(out / name)
        return out / name

    pool = draw_pool(rng)
    accelerator.print(f"{len(splits['train'])} real training poses, {len(pool)} with synthesis", flush=True)

    torch.manual_seed(seed)  # every process starts from the same weights
    model = load_student(base) if base else Student(StudentConfig(vocab=VOCABULARY, **config["sizes"]))
    model = model.to(accelerator.device)
    teacher = Teacher(_teacher_config(config)).to(accelerator.device) if "teacher" in config else None
    if teacher:
        teacher = load_teacher(learn_facts("teacher", teacher_learner(teacher))).to(accelerator.device)
    if "facts" in config:
        taught_by = teacher_learner(teacher) if teacher and config["weights"].get("soft") else None
        model = load_student(learn_facts("facts", student_learner(model), taught_by)).to(accelerator.device)
    if "reading" in config:
        reading = out / "reading"
        if not _finished(reading):
            tuned = base / TUNED if base else None
            encoder = load_minilm(tuned) if tuned and tuned.exists() else published_minilm(wheel)
            learnt = base / QUESTIONS if base else None
            known = learnt.read_text(encoding="utf-8").splitlines() if learnt and learnt.exists() else ()
            train_reading(model, encoder.to(accelerator.device), reading, known=known, **config["reading"], **shared)
            _finish(reading)
        model = load_student(reading)
        if accelerator.is_main_process:
            for name in (TUNED, GRAPH, QUESTIONS):
                shutil.copyfile(reading / name, out / name)
    elif base and (base / QUESTIONS).exists() and accelerator.is_main_process:
        shutil.copyfile(base / QUESTIONS, out / QUESTIONS)
    if "language" in config:
        sample = make_batch(pool[rng.integers(0, len(pool), 1200)], rng)
        balance = fit_balance([sample.pose_facts(i) for i in range(len(sample))])
        tokenizer_file = out / "text_tokenizer.json"
        with accelerator.main_process_first():
            # Training reads the features of the very file that ships.
            graph = next((folder / GRAPH for folder in (out, base) if folder and (folder / GRAPH).exists()), None)
            bank = QueryBank([*all_questions(heldout=False), *DESCRIBE_QUERIES.values()], graph, out)
            if not tokenizer_file.exists() and base:
                own = base / tokenizer_file.name
                shutil.copyfile(own if own.exists() else embedded().locate("text_tokenizer"), tokenizer_file)
            elif not tokenizer_file.exists():
                train_tokenizer(language(pool, 3000, seed, balance)).save(str(tokenizer_file))
        tokenizer = Tokenizer.from_file(str(tokenizer_file))
        if model.config.vocab != tokenizer.get_vocab_size():
            torch.manual_seed(seed)
            model = _with_vocabulary(model, tokenizer.get_vocab_size())
        model, folder = model.to(accelerator.device), out / "language"
        train_language(
            model, tokenizer, bank, balance, draw_pool, folder, teacher=teacher, **config["language"], **shared
        )
    if accelerator.is_main_process:
        done = {"student": model.eval(), **({"teacher": teacher.eval()} if teacher else {})}
        save_modules(done, out, config_used=config, commit=commit)
        _finish(out)
    return model


def _teacher_config(config: dict[str, Any]) -> TeacherConfig:
    shared = ("width", "body_width", "align_layers", "heads")
    return TeacherConfig(**{name: size for name, size in config["sizes"].items() if name in shared})


def _with_vocabulary(model: Student, vocabulary: int) -> Student:
    """The same student with a fresh decoder for another vocabulary."""
    sizes = {**model.decoder.sizes, "vocab": vocabulary}
    renewed = Student(StudentConfig(**{**model.sizes, "vocab": vocabulary}))
    state = {name: value for name, value in model.state_dict().items() if not name.startswith("decoder.")}
    renewed.load_state_dict(state, strict=False)
    renewed.decoder = MiniGPT(**sizes)
    return renewed


def _finish(folder: Path) -> None:
    (folder / "finished").touch()


def _finished(folder: Path) -> bool:
    return (folder / "finished").exists()


def _commit() -> str:
    """The commit whose code runs; read at the start, since the tree may change during hours of training."""
    result = subprocess.run(["git", "rev-parse", "HEAD"], capture_output=True, text=True, check=False)
    return result.stdout.strip()


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.train", description=__doc__.splitlines()[0])
    parser.add_argument("config", type=Path, help="training/configs/cpu.json or your own")
    parser.add_argument("--poses", type=Path, required=True, help="poses_open_all.npz")
    parser.add_argument("--out", type=Path, default=Path("runs/student"), help="folder of this run")
    parser.add_argument("--wheel", type=Path, help="the text encoder's wheel; default: download it with pip")
    parser.add_argument("--base", type=Path, help="a student to go on from, such as training.restore makes")
    arguments = parser.parse_args()
    config = json.loads(arguments.config.read_text())
    if not arguments.base and "sizes" not in config:
        parser.error(f"{arguments.config} has no sizes: it goes on from a student, give one with --base")
    train(config, arguments.poses, arguments.out, arguments.wheel, arguments.base)


if __name__ == "__main__":
    main()
