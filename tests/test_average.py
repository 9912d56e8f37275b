"""Weights between those of two runs."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
average = pytest.importorskip("training.average").average


def test_weights_lie_between_those_of_both_runs():
    former, latter = {"a.weight": torch.tensor([0.0, 2.0])}, {"a.weight": torch.tensor([4.0, 2.0])}
    assert average(former, latter, 0.25)["a.weight"].tolist() == [1.0, 2.0]


@pytest.mark.parametrize("other", [{"b.weight": torch.zeros(2)}, {"a.weight": torch.zeros(3)}])
def test_other_modules_have_no_average(other):
    with pytest.raises(ValueError, match="went on from it"):
        average({"a.weight": torch.zeros(2)}, other, 0.5)
