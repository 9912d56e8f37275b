"""How far `Answer.confidence` can be trusted: `python -m evaluation.calibration --poses poses_open_all.npz`.

Of the answers to closed and which-side questions about the held-out test subjects, by the shipped graphs: the expected
calibration error (Guo et al., "On Calibration of Modern Neural Networks", 2017) and what accuracy becomes when the
least sure answers are left out.
"""

from __future__ import annotations

import argparse
from typing import TYPE_CHECKING

import numpy as np

from evaluation.language import CLOSED, SIDES, Model, add_options, ask_all, draw_people
from pose2lang3d_sdk.verdicts import UNSURE

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Floats = NDArray[np.floating]
    Bools = NDArray[np.bool_]

BINS = 10
COVERAGES = (1.0, 0.95, 0.9, 0.8, 0.7, 0.5)


def calibration_error(confidence: Floats, right: Bools, bins: int = BINS) -> float:
    """Mean distance of confidence from accuracy over equal bins of [0, 1], weighted by their answers, in [0, 1].

    confidence: (N,) in [0, 1]. right: (N,).
    """
    index = np.minimum((confidence * bins).astype(int), bins - 1)
    gaps = [abs((confidence[index == b] - right[index == b]).sum()) for b in range(bins)]
    return float(sum(gaps) / max(len(confidence), 1))


def accuracy_at(confidence: Floats, right: Bools, coverage: float) -> float:
    """Share of right answers, in [0, 1], among the surest `coverage` of all, at least one. confidence, right: (N,)."""
    kept = max(1, round(coverage * len(confidence)))
    return float(right[np.argsort(-confidence, kind="stable")][:kept].mean())


def fitting_temperature(confidence: Floats, right: Bools) -> float:
    """What to divide the log-odds of the confidences by so that they fit best (least log loss): over 1 if too sure.

    Nearly all of the probability lies on two verdicts, so that this is the temperature of their logits, too.

    confidence: (N,) in (0, 1). right: (N,).
    """
    temperatures = np.geomspace(0.5, 2, 61)
    sure = np.clip(confidence, 1e-6, 1 - 1e-6)
    odds = np.log(sure / (1 - sure))[:, None] / temperatures
    return float(temperatures[np.logaddexp(0, np.where(right[:, None], -odds, odds)).mean(axis=0).argmin()])


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m evaluation.calibration", description=__doc__.splitlines()[0])
    add_options(parser, questions=6)
    parser.add_argument("--split", choices=["test", "validation"], default="test")
    arguments = parser.parse_args()
    rng = np.random.default_rng(arguments.seed)
    balance, _, batch = draw_people(
        arguments.poses, rng, persons=arguments.persons, noise=arguments.noise, split=arguments.split
    )
    model = Model()
    codes = [model.encode(batch, i) for i in range(len(batch))]
    for name, heldout in (("trained wordings", False), ("held-out wordings", True)):
        asked = ask_all(
            model, batch, codes, rng, arguments.questions, heldout=heldout, balance=balance, verdicts=CLOSED + SIDES
        )
        print(f"\n{name}, {arguments.split} people, {arguments.noise} noise")
        for kind, verdicts in (("yes/no", CLOSED), ("which side", SIDES), ("both", CLOSED + SIDES)):
            rows = [a for a in asked if a.qa.verdict in verdicts]
            confidence = np.array([a.given.confidence for a in rows])
            right = np.array([a.given.verdict == a.qa.verdict for a in rows])
            covered = ", ".join(f"{c:.0%}: {100 * accuracy_at(confidence, right, c):.1f}" for c in COVERAGES)
            error, fitting = calibration_error(confidence, right), fitting_temperature(confidence, right)
            print(
                f"  {kind:10} {len(rows):5} answers, calibration error {error:.3f}, fitting temperature {fitting:.2f}"
            )
            print(f"  {'':10} right among the surest {covered}")
            unsure = confidence < UNSURE
            said = f"{unsure.mean():.1%} say that they are not sure, of which right {right[unsure].mean():.1%}"
            print(f"  {'':10} {said}; of the others {right[~unsure].mean():.1%}")


if __name__ == "__main__":
    main()
