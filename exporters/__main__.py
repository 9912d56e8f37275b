"""Exports everything that a training run needs to become the SDK's embedded weights.

Run `python -m exporters runs/student --poses poses_open_all.npz`; it ends with the new manifest. With `--out FOLDER`
the weights go to a folder of their own instead, see `exporters.folder`.
"""

from __future__ import annotations

import argparse
import json
import shutil
import tempfile
from pathlib import Path
from typing import Any

import torch

from exporters.decoder import export_decoder
from exporters.folder import write_folder
from exporters.manifest import ASSETS, OWN_LICENCE, current_commit, keypoint_records, record, update_manifest
from exporters.samples import sample_keypoints, sample_queries
from exporters.student import QUERY_INPUTS, export_student
from exporters.text_encoder import GRAPH, export_text_encoder
from pose2lang3d_sdk.questions.spelling import write_words
from pose2lang3d_sdk.statements import write_wordings
from pose2lang3d_sdk.text_encoder import TextEncoder
from pose2lang3d_sdk.weights import WeightFile, Weights, embedded
from training.checkpoint import load_student
from training.language.phrases import all_wordings
from training.language.questions import question_words
from training.train_facts import CLASS_WEIGHTS


def export_trained(
    run: Path, tokenizer: Path, poses: Path, folder: Path, *, samples: int, commit: str
) -> list[dict[str, Any]]:
    """Write text encoder, student, decoder and what belongs to them to a folder; returns their manifest records.

    Args:
        run: the folder of a finished `training.train`; if it trained no text encoder or no facts, the embedded encoder
            or class weights stay.
        tokenizer: the text tokenizer that the decoder was trained with.
        poses: the motion-capture file that training reads, for inputs to compare on.
        folder: where to write.
        samples: how many inputs to compare on.
        commit: the commit of this repository that trained the checkpoint.
    """
    encoder = [export_text_encoder(run, folder, commit)] if (run / GRAPH).exists() else []
    student = load_student(run).float().eval()
    keypoints = sample_keypoints(poses, samples)
    query_tokens, query_mask = sample_queries(TextEncoder(1, path=folder / GRAPH if encoder else None), samples)
    metrics: dict[str, Any] = export_student(student, folder, keypoints, query_tokens, query_mask)
    with torch.no_grad():
        code = student.encode_pose(keypoints)
        known = {**code._asdict(), "keypoints": keypoints, "query_tokens": query_tokens, "query_mask": query_mask}
        refined = student.refine(**{name: known[name] for name in QUERY_INPUTS})
    agreement = export_decoder(student.decoder, folder / "decoder.onnx", refined.prefix, refined.prefix_mask)
    metrics["decoder"] = {**agreement._asdict(), "samples": samples}
    write_wordings(all_wordings(), folder / "statements.json")
    write_words(question_words(), folder / "question_words.json")
    shutil.copyfile(tokenizer, folder / "text_tokenizer.json")
    weights = []
    if (run / "facts" / CLASS_WEIGHTS).exists():
        shutil.copyfile(run / "facts" / CLASS_WEIGHTS, folder / CLASS_WEIGHTS)
        weights = [("class_weights", CLASS_WEIGHTS)]
    return [
        *encoder,
        *(
            record(role, folder / name, OWN_LICENCE, training_commit=commit, metrics=metrics.get(role))
            for role, name in (
                ("student_pose", "student_pose.onnx"),
                ("student_query", "student_query.onnx"),
                ("decoder", "decoder.onnx"),
                ("text_tokenizer", "text_tokenizer.json"),
                ("statements", "statements.json"),
                ("question_words", "question_words.json"),
                *weights,
            )
        ),
    ]


def noted_commit(checkpoint: Path) -> str:
    """The commit that training noted beside the weights; the current one if it noted none."""
    notes = json.loads((checkpoint / "student.json").read_text(encoding="utf-8"))
    return str(notes.get("commit") or current_commit())


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m exporters", description=__doc__)
    parser.add_argument("checkpoint", type=Path, help="folder with student.safetensors and student.json")
    parser.add_argument("--poses", type=Path, required=True, help="the motion-capture file that training reads")
    parser.add_argument(
        "--tokenizer", type=Path, help="default: text_tokenizer.json in that folder, or the embedded one"
    )
    parser.add_argument(
        "--only", nargs="+", metavar="ROLE", help="roles to replace, such as student_pose; default: all"
    )
    parser.add_argument("--samples", type=int, default=64, help="inputs to compare torch and ONNX on")
    parser.add_argument("--commit", help="the commit that trained it; default: as noted in student.json")
    parser.add_argument("--out", type=Path, help="a folder for all weights; default: they become the embedded ones")
    arguments = parser.parse_args()
    own = arguments.checkpoint / "text_tokenizer.json"
    tokenizer = arguments.tokenizer or (own if own.exists() else embedded().locate("text_tokenizer"))
    # Weights of two runs do not fit together: all are replaced but for those that the run started from.
    with tempfile.TemporaryDirectory() as staging:
        records = export_trained(
            arguments.checkpoint,
            tokenizer,
            arguments.poses,
            Path(staging),
            samples=arguments.samples,
            commit=arguments.commit or noted_commit(arguments.checkpoint),
        )
        if unknown := {*(arguments.only or ())} - {entry["role"] for entry in records}:
            parser.error(f"--only: this run makes no {', '.join(sorted(unknown))}")
        records = [entry for entry in records if not arguments.only or entry["role"] in arguments.only]
        if arguments.out:
            trained = {entry["role"]: WeightFile(**entry, folder=Path(staging)) for entry in records}
            write_folder(Weights({**embedded().files, **trained}), arguments.out)
        else:
            for entry in records:
                shutil.copyfile(Path(staging) / entry["file"], ASSETS / entry["file"])
            update_manifest([*keypoint_records(), *records])
    print(json.dumps({entry["role"]: entry["metrics"] for entry in records}, indent=2))


if __name__ == "__main__":
    main()
