"""Weights between those of two runs."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
average = pytest.importorskip("training.average").average
average_runs = pytest.importorskip("training.average").average_runs


def test_weights_lie_between_those_of_both_runs():
    former, latter = {"a.weight": torch.tensor([0.0, 2.0])}, {"a.weight": torch.tensor([4.0, 2.0])}
    assert average(former, latter, 0.25)["a.weight"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize("other", [{"b.weight": torch.zeros(2)}, {"a.weight": torch.zeros(3)}])
def test_other_modules_have_no_average(other):
    with pytest.raises(ValueError, match="went on from it"):
        average({"a.weight": torch.zeros(2)}, other, 0.5)


def test_what_the_latter_did_not_train_stays(tmp_path):
    safetensors = pytest.importorskip("safetensors.torch")
    runs = [tmp_path / name for name in ("former", "latter", "out")]
    for folder, value in zip(runs[:2], (0.0, 2.0), strict=True):
        folder.mkdir()
        safetensors.save_file({"a": torch.full((1,), value)}, folder / "student.safetensors")
        (folder / "student.json").write_text(folder.name)
    (runs[0] / "text_encoder.safetensors").write_bytes(b"encoder")
    average_runs(*runs)
    assert safetensors.load_file(runs[2] / "student.safetensors")["a"].item() == 1.0
    assert (runs[2] / "text_encoder.safetensors").read_bytes() == b"encoder"
    assert (runs[2] / "student.json").read_text() == "latter"
