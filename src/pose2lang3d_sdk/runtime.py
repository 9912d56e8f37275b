"""The one place that opens weight files: onnxruntime sessions and tokenizers."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from pose2lang3d_sdk.errors import WeightsError

if TYPE_CHECKING:
    from pathlib import Path

    import onnxruntime as ort
    from tokenizers import Tokenizer


def available_threads() -> int:
    """CPU cores this process may use."""
    try:
        return len(os.sched_getaffinity(0))
    except AttributeError:  # not on macOS and Windows
        return os.cpu_count() or 1


def make_session(path: Path | str, *, threads: int | None = None) -> ort.InferenceSession:
    """Open an ONNX file for the CPU.

    Args:
        path: the `.onnx` file.
        threads: cores for one operator; default all cores this process may use.

    Raises:
        WeightsError: onnxruntime is not installed, or it cannot read the file.
    """
    try:
        import onnxruntime as ort
    except ImportError as error:
        msg = 'onnxruntime is not installed; run: pip install "pose2lang3d-sdk[cpu]"'
        raise WeightsError(msg) from error
    options = ort.SessionOptions()
    options.intra_op_num_threads = threads or available_threads()
    options.inter_op_num_threads = 1
    options.log_severity_level = 3
    # Spinning threads burn the cores that the next graph of the pipeline needs.
    options.add_session_config_entry("session.intra_op.allow_spinning", "0")
    try:
        return ort.InferenceSession(os.fspath(path), options, providers=["CPUExecutionProvider"])
    except Exception as error:
        msg = f"cannot load {os.fspath(path)!r} ({error}); reinstall the package or check the file"
        raise WeightsError(msg) from error


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
