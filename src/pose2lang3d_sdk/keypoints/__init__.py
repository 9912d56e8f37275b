"""2D keypoints: what an estimator returns, the protocol it follows, and the embedded estimator."""

from __future__ import annotations

from pose2lang3d_sdk.keypoints.base import KeypointEstimator, Keypoints
from pose2lang3d_sdk.keypoints.finder import ESTIMATORS, EstimatorName, make_estimator

__all__ = ["ESTIMATORS", "EstimatorName", "KeypointEstimator", "Keypoints", "make_estimator"]
