"""What sessions run on: the real onnxruntime of this machine, and stand-ins for those with CUDA."""

from __future__ import annotations

import os
import sys
from importlib import metadata
from pathlib import Path
from types import SimpleNamespace

import numpy as np
import pytest

from pose2lang3d_sdk import runtime
from pose2lang3d_sdk.errors import SettingError, WeightsError
from pose2lang3d_sdk.keypoints import make_estimator
from pose2lang3d_sdk.runtime import DEVICES, available_threads, make_session, quota_cores
from pose2lang3d_sdk.weights import embedded

ort = pytest.importorskip("onnxruntime")
CPU, CUDA = "CPUExecutionProvider", "CUDAExecutionProvider"
without_cuda = pytest.mark.skipif(CUDA in ort.get_available_providers(), reason="this onnxruntime has CUDA")


@pytest.fixture
def graph():
    return embedded().locate("person_finder")


# The onnxruntime that is installed.


@pytest.mark.parametrize("device", ["cpu", pytest.param("auto", marks=without_cuda)])
def test_the_cpu_always_works(graph, device):
    assert make_session(graph, threads=1, device=device).get_providers() == [CPU]


@without_cuda
def test_cuda_without_cuda_says_what_to_install(graph, tmp_path):
    remedy = r'built without CUDA; run: pip uninstall -y onnxruntime, then: pip install "pose2lang3d-sdk\[gpu\]"'
    with pytest.raises(SettingError, match=remedy):
        make_session(graph, device="cuda")
    with pytest.raises(SettingError, match=remedy):
        make_estimator(device="cuda")  # not only at the first photo


@without_cuda
def test_both_packages_installed_is_named(monkeypatch):
    monkeypatch.setattr(metadata, "distribution", lambda name: name)
    with pytest.raises(SettingError, match=r"both installed.*pip uninstall -y onnxruntime onnxruntime-gpu, then"):
        make_estimator(device="cuda")


@pytest.mark.parametrize("device", ["gpu", "CUDA", None, 0])
def test_an_unknown_device(graph, device):
    for call in (lambda: make_session(graph, device=device), lambda: make_estimator(device=device)):
        with pytest.raises(SettingError, match="device must be one of auto, cpu, cuda"):
            call()


@pytest.mark.parametrize("device", ["auto", "cpu"])
def test_a_damaged_file_prints_nothing(tmp_path, capfd, device):
    (tmp_path / "net.onnx").write_bytes(b"no graph")
    with pytest.raises(WeightsError, match=r"net\.onnx"):
        make_session(tmp_path / "net.onnx", device=device)
    assert capfd.readouterr() == ("", "")


def test_an_estimator_on_each_device_that_is_here():
    black = np.zeros((64, 64, 3), np.uint8)
    for device in DEVICES[:2]:
        assert make_estimator("lightning", threads=1, device=device)(black) == []


# An onnxruntime with CUDA.


class Gpu(SimpleNamespace):
    """onnxruntime built with CUDA: works, falls back silently, or raises."""

    SessionOptions = ort.SessionOptions

    def __init__(self, cuda: str) -> None:
        super().__init__(cuda=cuda, opened=[], severity=[], preloaded=0)

    def get_available_providers(self):
        return [CUDA, CPU]

    def set_default_logger_severity(self, level):
        self.severity.append(level)

    def preload_dlls(self):
        self.preloaded += 1
        print("Failed to load libcudart.so")

    def InferenceSession(self, path, options, *, providers, enable_fallback):  # noqa: N802
        assert not enable_fallback
        names = [provider if isinstance(provider, str) else provider[0] for provider in providers]
        self.opened.append(names)
        if not Path(path).exists():
            msg = "no such file"
            raise ValueError(msg)
        if names[0] == CUDA and self.cuda == "raises":
            msg = "CUDA failure 100: no CUDA-capable device is detected"
            raise RuntimeError(msg)
        return SimpleNamespace(get_providers=lambda: names if self.cuda == "works" else [CPU])


@pytest.fixture
def gpu(request, monkeypatch):
    stand_in = Gpu(request.param)
    monkeypatch.setitem(sys.modules, "onnxruntime", stand_in)
    return stand_in


@pytest.mark.parametrize("gpu", ["works"], indirect=True)
def test_cuda_that_works_is_used(gpu, graph, capfd):
    for device in ("cuda", "auto"):
        assert make_session(graph, device=device).get_providers()[0] == CUDA
    assert gpu.opened == [[CUDA, CPU]] * 2
    assert gpu.severity == [4, 2] * 2
    assert gpu.preloaded == 2
    assert capfd.readouterr().out == ""


@pytest.mark.parametrize("gpu", ["works"], indirect=True)
def test_the_cpu_can_be_asked_for(gpu, graph):
    make_session(graph, device="cpu")
    make_session(graph)
    assert gpu.opened == [[CPU]] * 2
    assert gpu.preloaded == 0


@pytest.mark.parametrize(
    ("gpu", "reason"), [("falls back", "fell back"), ("raises", "no CUDA-capable")], indirect=["gpu"]
)
def test_cuda_that_fails(gpu, reason, graph, capfd):
    assert make_session(graph, device="auto").get_providers() == [CPU]
    assert capfd.readouterr() == ("", "")
    with pytest.raises(
        SettingError, match=rf"cannot use CUDA \(.*{reason}.*nvidia-smi .*onnxruntime-gpu\[cuda,cudnn\]"
    ):
        make_session(graph, device="cuda")
    assert gpu.severity == [4, 2] * 2


@pytest.mark.parametrize("gpu", ["works", "raises"], indirect=True)
@pytest.mark.parametrize("device", DEVICES)
def test_a_file_that_is_to_blame_is_blamed(gpu, tmp_path, device):
    with pytest.raises(WeightsError, match=r"none\.onnx.*no such file"):
        make_session(tmp_path / "none.onnx", device=device)


@pytest.mark.parametrize("gpu", ["works"], indirect=True)
def test_the_estimators_nets_get_the_device(gpu):
    estimator = make_estimator(device="cuda")
    assert [net._session.get_providers()[0] for net in (estimator.finder, estimator.joints)] == [CUDA, CUDA]


def test_no_onnxruntime(graph, monkeypatch):
    monkeypatch.setitem(sys.modules, "onnxruntime", None)
    for device in DEVICES:
        with pytest.raises(WeightsError, match=r"pip install .pose2lang3d-sdk\[cpu\]"):
            make_session(graph, device=device)


# Threads.


@pytest.mark.parametrize(
    ("limit", "cores"),
    [("max 100000", None), ("200000 100000", 2), ("150000 100000", 2), ("5000 100000", 1), ("", None), ("a b", None)],
)
def test_quota_of_version_2(tmp_path, limit, cores):
    (tmp_path / "cpu.max").write_text(f"{limit}\n")
    assert quota_cores(tmp_path) == cores


@pytest.mark.parametrize(
    ("quota", "period", "cores"),
    [("-1", "100000", None), ("250000", "100000", 3), ("1000", "100000", 1), ("1000", "0", None), ("x", "1", None)],
)
def test_quota_of_version_1(tmp_path, quota, period, cores):
    (tmp_path / "cpu").mkdir()
    (tmp_path / "cpu" / "cpu.cfs_quota_us").write_text(f"{quota}\n")
    (tmp_path / "cpu" / "cpu.cfs_period_us").write_text(f"{period}\n")
    assert quota_cores(tmp_path) == cores


def test_no_quota(tmp_path):
    assert quota_cores(tmp_path) is None


def test_threads_are_the_smaller_of_cores_and_quota(monkeypatch):
    monkeypatch.setattr(os, "sched_getaffinity", lambda _: set(range(6)), raising=False)
    for quota, threads in ((None, 6), (2, 2), (64, 6)):
        monkeypatch.setattr(runtime, "quota_cores", lambda quota=quota: quota)
        assert available_threads() == threads
    monkeypatch.delattr(os, "sched_getaffinity")
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert available_threads() == 3
