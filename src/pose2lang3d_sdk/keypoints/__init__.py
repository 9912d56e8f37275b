"""2D keypoints: what an estimator returns, the protocol it follows, the embedded estimator and those of rtmlib."""

from __future__ import annotations

from pose2lang3d_sdk.keypoints.base import KeypointEstimator, Keypoints
from pose2lang3d_sdk.keypoints.finder import ESTIMATORS, EstimatorName, make_estimator
from pose2lang3d_sdk.keypoints.rtmlib import RTM_NAMES, RtmName, make_rtmlib_estimator

__all__ = [
    "ESTIMATORS",
    "RTM_NAMES",
    "EstimatorName",
    "KeypointEstimator",
    "Keypoints",
    "RtmName",
    "make_estimator",
    "make_rtmlib_estimator",
]
