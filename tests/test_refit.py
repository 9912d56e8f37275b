"""The layer of the U-Net that reads the eye, fitted to another eye."""

from __future__ import annotations

import pytest

torch = pytest.importorskip("torch")
fit = pytest.importorskip("training.refit").fit


def test_a_linear_change_is_undone():
    generator = torch.Generator().manual_seed(0)
    seen = torch.randn(500, 6, generator=generator, dtype=torch.float64)
    weight, bias = (torch.randn(*shape, generator=generator, dtype=torch.float64) for shape in ((4, 6), (4,)))
    found, offset, kept = fit(seen, seen @ weight.T + bias)
    assert torch.allclose(found, weight, atol=1e-3)
    assert torch.allclose(offset, bias, atol=1e-3)
    assert kept == pytest.approx(1.0, abs=1e-4)


def test_noise_is_not_kept():
    generator = torch.Generator().manual_seed(0)
    seen, wanted = (torch.randn(2000, 3, generator=generator) for _ in range(2))
    assert fit(seen, wanted)[2] < 0.05
