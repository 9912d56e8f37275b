"""Averages two runs of which one goes on from the other, which keeps more of what each of them learnt.

    python -m training.average runs/shipped runs/reading --out runs/average

What a run learns anew costs it some of what the one before knew (Wortsman et al. 2022, "Robust fine-tuning of zero-shot
models"). The text encoder's graph is written anew, so that `exporters` takes the folder as that of a run.
"""

from __future__ import annotations

import argparse
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import torch
from safetensors.torch import load_file, save_file

from exporters.text_encoder import GRAPH, TUNED, write_text_encoder
from training.models.minilm import load_minilm
from training.train_reading import QUESTIONS

if TYPE_CHECKING:
    from torch import Tensor

STUDENT = "student.safetensors"


def average(former: dict[str, Tensor], latter: dict[str, Tensor], share: float) -> dict[str, Tensor]:
    """The weights between those of two runs. share: of the latter, 0 to 1.

    Raises:
        ValueError: they are of different modules.
    """
    if {name: w.shape for name, w in former.items()} != {name: w.shape for name, w in latter.items()}:
        msg = (
            "the two runs hold weights of other names or sizes; only a run and one that went on from it have an average"
        )
        raise ValueError(msg)
    return {name: torch.lerp(former[name], latter[name], share) for name in former}


def average_runs(former: Path, latter: Path, out: Path, share: float = 0.5) -> None:
    """Write student, text encoder and its graph between those of two runs to a folder, with the notes of the latter.

    A text encoder that the latter did not train stays as it is.
    """
    out.mkdir(parents=True, exist_ok=True)
    trained = [name for name in (STUDENT, TUNED) if (latter / name).exists()]
    for name in trained:
        save_file(average(load_file(former / name), load_file(latter / name), share), out / name)
    notes = [Path(name).with_suffix(".json").name for name in (STUDENT, TUNED)]
    for name in (*notes, QUESTIONS, "text_tokenizer.json", TUNED, GRAPH):
        source = next((run / name for run in (latter, former) if (run / name).exists()), None)
        if source and name not in trained:
            shutil.copyfile(source, out / name)
    if TUNED in trained:
        write_text_encoder(load_minilm(out / TUNED).eval(), out / GRAPH)


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m training.average", description=__doc__.splitlines()[0])
    parser.add_argument("former", type=Path, help="folder of the run that the other one went on from")
    parser.add_argument("latter", type=Path, help="folder of the other one")
    parser.add_argument("--out", type=Path, required=True)
    parser.add_argument("--share", type=float, default=0.5, help="of the latter; default: %(default)s")
    arguments = parser.parse_args()
    average_runs(arguments.former, arguments.latter, arguments.out, arguments.share)


if __name__ == "__main__":
    main()
