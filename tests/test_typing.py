"""Pyright, strict: a program that only uses the public API, and the examples."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest
from typing_sample import main

ROOT = Path(__file__).parents[1]


def test_the_public_api_is_typed():
    pytest.importorskip("pyright", reason="pyright is not installed: the extra dev has it")

    def pyright(*arguments: str) -> subprocess.CompletedProcess[str]:
        command = [sys.executable, "-m", "pyright", *arguments]
        return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)

    if pyright("--version").returncode:
        pytest.skip("pyright finds no Node.js here and cannot fetch one: pip install pyright[nodejs]")
    done = pyright("--pythonpath", sys.executable)
    assert done.returncode == 0, done.stdout + done.stderr
    assert done.stdout.splitlines()[-1].startswith("0 errors, 0 warnings")


def test_the_typed_program_runs():
    main()
