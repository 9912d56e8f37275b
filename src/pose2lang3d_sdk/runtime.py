"""The one place that opens weight files: onnxruntime sessions and tokenizers, and what they may run on."""

from __future__ import annotations

import os
import threading
from contextlib import redirect_stdout
from pathlib import Path
from typing import TYPE_CHECKING, Any, Final, Literal, get_args

from pose2lang3d_sdk.errors import SettingError, WeightsError

if TYPE_CHECKING:
    import onnxruntime as ort
    from tokenizers import Tokenizer

Device = Literal["auto", "cpu", "cuda"]
DEVICES: Final[tuple[Device, ...]] = get_args(Device)

_CPU: Final = "CPUExecutionProvider"
_CUDA: Final = "CUDAExecutionProvider"
# The default tries every algorithm at each new shape, and photos have many shapes.
_CUDA_OPTIONS: Final = {"cudnn_conv_algo_search": "HEURISTIC"}
_CGROUP: Final = Path("/sys/fs/cgroup")
REDIRECTING: Final = threading.Lock()
"""Held by whoever redirects standard output, which the whole process shares."""
_SILENT, _USUAL = 4, 2  # onnxruntime's levels: fatal errors only; warnings, which is its default


def available_threads() -> int:
    """CPU cores this process may use: those it may run on, at most as many as its container has the time of."""
    try:
        cores = len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        cores = os.cpu_count() or 1
    return min(cores, quota_cores() or cores)


def quota_cores(cgroup: Path = _CGROUP) -> int | None:
    """Cores that the container's CPU quota is worth, rounded up; None without a quota.

    Args:
        cgroup: where the kernel shows the limits, of version 2 ("200000 100000" or "max 100000" microseconds) or 1.
    """
    try:
        if (limits := cgroup / "cpu.max").is_file():
            quota, period = limits.read_text(encoding="ascii").split()
        else:
            quota = (cgroup / "cpu" / "cpu.cfs_quota_us").read_text(encoding="ascii")
            period = (cgroup / "cpu" / "cpu.cfs_period_us").read_text(encoding="ascii")
        return -(-int(quota) // int(period)) if int(quota) > 0 else None  # -1 is version 1's "max"
    except (OSError, ValueError, ZeroDivisionError):  # no such limits here
        return None


def check_device(device: Device) -> None:
    """Refuse a device that cannot work, as far as that shows without loading anything on it.

    Raises:
        SettingError: not one of `DEVICES`, or "cuda" with an onnxruntime that was built without it.
        WeightsError: onnxruntime is not installed.
    """
    if device not in DEVICES:
        msg = f"device must be one of {', '.join(DEVICES)}, got {device!r}"
        raise SettingError(msg)
    if device == "cuda" and _CUDA not in _onnxruntime().get_available_providers():
        if _installed("onnxruntime") and _installed("onnxruntime-gpu"):
            msg = (
                'device="cuda": onnxruntime and onnxruntime-gpu are both installed and write over each other\'s files; '
                'run: pip uninstall -y onnxruntime onnxruntime-gpu, then: pip install "pose2lang3d-sdk[gpu]"'
            )
        else:
            msg = (
                'device="cuda": this onnxruntime is built without CUDA; '
                'run: pip uninstall -y onnxruntime, then: pip install "pose2lang3d-sdk[gpu]"'
            )
        raise SettingError(msg)


def make_session(path: Path | str, *, threads: int | None = None, device: Device = "cpu") -> ort.InferenceSession:
    """Open an ONNX file.

    Only the keypoint nets are offered a device. The language graphs stay on the CPU: they are int8, and onnxruntime has
    no CUDA version of their operations, so that each would cost two copies and save nothing.

    Args:
        path: the `.onnx` file.
        threads: cores for one operator; default all cores this process may use.
        device: "cpu"; "cuda" = CUDA or an error; "auto" = CUDA if it is there and works, else silently the CPU.

    Raises:
        SettingError: an unknown device, or "cuda" and it does not work.
        WeightsError: onnxruntime is not installed, or it cannot read the file.
    """
    check_device(device)
    ort = _onnxruntime()
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads or available_threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Spinning threads burn the cores that the next graph of the pipeline needs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    failure: Exception | None = None
    if device != "cpu" and _CUDA in ort.get_available_providers():
        try:
            return _cuda_session(ort, path, options)
        except Exception as error:  # noqa: BLE001 (the CPU's try tells whether the file or CUDA is to blame)
            failure = error
    try:
        session = _session(ort, path, options, [_CPU])
    except Exception as error:
        msg = f"cannot load {os.fspath(path)!r} ({error}); reinstall the package or check the file"
        raise WeightsError(msg) from error
    if device == "cuda":
        msg = (
            f'device="cuda": onnxruntime cannot use CUDA ({failure}); check that nvidia-smi shows the GPU and install '
            "the CUDA and cuDNN that this onnxruntime was built for, for example with: "
            'pip install "onnxruntime-gpu[cuda,cudnn]"'
        )
        raise SettingError(msg) from failure
    return session


def read_tokenizer(path: Path) -> Tokenizer:
    """Open a tokenizer's JSON file.

    Raises:
        WeightsError: it is missing or damaged.
    """
    from tokenizers import Tokenizer

    try:
        return Tokenizer.from_file(str(path))
    except Exception as error:  # tokenizers raises plain Exception
        msg = f"cannot read the tokenizer {path} ({error}); reinstall the package"
        raise WeightsError(msg) from error


def _cuda_session(ort: Any, path: Path | str, options: ort.SessionOptions) -> ort.InferenceSession:
    """A session that really runs on CUDA; any exception if it would not."""
    # onnxruntime reports on standard error what it cannot load; the caller raises or falls back instead.
    ort.set_default_logger_severity(_SILENT)
    try:
        if hasattr(ort, "preload_dlls"):  # since 1.21: finds CUDA and cuDNN that pip has installed
            with REDIRECTING, redirect_stdout(None):
                ort.preload_dlls()
        session = _session(ort, path, options, [(_CUDA, _CUDA_OPTIONS), _CPU])
    finally:
        ort.set_default_logger_severity(_USUAL)
    if session.get_providers()[0] != _CUDA:  # onnxruntime falls back without an error
        msg = "it fell back to the CPU"
        raise RuntimeError(msg)
    return session


def _session(ort: Any, path: Path | str, options: ort.SessionOptions, providers: list[Any]) -> ort.InferenceSession:
    # Its own fallback prints to standard output.
    return ort.InferenceSession(os.fspath(path), options, providers=providers, enable_fallback=0)


def _onnxruntime() -> Any:
    try:
        import onnxruntime
    except ImportError as error:
        msg = 'onnxruntime is not installed; run: pip install "pose2lang3d-sdk[cpu]"'
        raise WeightsError(msg) from error
    return onnxruntime


def _installed(distribution: str) -> bool:
    from importlib import metadata  # dear to import, and needed for an error only

    try:
        metadata.distribution(distribution)
    except metadata.PackageNotFoundError:
        return False
    return True
