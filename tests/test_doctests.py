"""Every public name says what it does, and the examples of all docstrings run.

The examples of a class's methods go on from the example of the class, those of a module's functions and classes from
the example of the module.
"""

from __future__ import annotations

import ast
import doctest
import inspect
from importlib import import_module
from pathlib import Path

import pytest

import pose2lang3d_sdk
from pose2lang3d_sdk import errors, keypoints

ROOT = Path(__file__).parents[1]
SOURCE = ROOT / "src" / "pose2lang3d_sdk"
WITH_EXAMPLES = [
    str(path.relative_to(SOURCE.parent).with_suffix("")).replace("/", ".").removesuffix(".__init__")
    for path in sorted(SOURCE.rglob("*.py"))
    if ">>> " in path.read_text(encoding="utf-8")
]


def public_objects() -> dict[str, object]:
    """Everything exported: name -> class, function or method."""
    exported = {name: getattr(pose2lang3d_sdk, name) for name in pose2lang3d_sdk.__all__}
    exported = {name: value for name, value in exported.items() if isinstance(value, type) or value is errors}
    exported |= {f"errors.{name}": kind for name, kind in vars(errors).items() if isinstance(kind, type)}
    exported |= {f"keypoints.{name}": getattr(keypoints, name) for name in keypoints.__all__ if name[0].islower()}
    exported["keypoints.KeypointEstimator"] = keypoints.KeypointEstimator
    for name, kind in [(name, kind) for name, kind in exported.items() if isinstance(kind, type)]:
        for member, part in vars(kind).items():
            if not member.startswith("_") and (isinstance(part, (property, classmethod)) or inspect.isfunction(part)):
                exported[f"{name}.{member}"] = getattr(part, "__func__", part)
    return exported


PUBLIC = public_objects()


@pytest.mark.parametrize("name", PUBLIC)
def test_every_public_name_has_a_docstring_and_an_example(name):
    own = inspect.getdoc(PUBLIC[name])
    assert own, f"{name} has no docstring"
    around = PUBLIC.get(name.rpartition(".")[0])  # a property's example is in its class
    texts = [own, inspect.getdoc(around) or ""] if isinstance(PUBLIC[name], property) else [own]
    assert any(">>> " in text for text in texts), f"{name} has no example"


@pytest.mark.parametrize("name", [name for name, value in PUBLIC.items() if inspect.isfunction(value)])
def test_what_a_public_method_raises_is_an_error_of_ours(name):
    raised = (inspect.getdoc(PUBLIC[name]) or "").partition("Raises:\n")[2].partition("\n\n")[0]
    named = {word.strip() for line in raised.splitlines() for word in line.partition(":")[0].split(",")}
    assert {word for word in named if word.endswith("Error")} <= set(vars(errors))


def test_no_example_is_skipped():
    for path in SOURCE.rglob("*.py"):
        assert "+SKIP" not in path.read_text(encoding="utf-8"), path.name


@pytest.mark.parametrize("module", WITH_EXAMPLES)
def test_examples_run(module, monkeypatch):
    pytest.importorskip("matplotlib").use("agg")
    monkeypatch.chdir(ROOT)
    names = {"": {}}
    runner = doctest.DocTestRunner(optionflags=doctest.ELLIPSIS)
    for owner, text, line in docstrings(module):
        names[owner] = dict(names[owner.rpartition(".")[0]])  # and none of the module: examples import what they use
        example = doctest.DocTestParser().get_doctest(text, names[owner], f"{module}.{owner}", module, line)
        printed: list[str] = []
        runner.run(example, out=printed.append, clear_globs=False)
        names[owner] = example.globs
        assert not runner.failures, "".join(printed)
    assert runner.tries


def docstrings(module: str) -> list[tuple[str, str, int]]:
    """Name inside the module, docstring and line, outer ones before inner ones."""
    tree = ast.parse(Path(import_module(module).__file__).read_text(encoding="utf-8"))
    found = [("", ast.get_docstring(tree) or "", 1)]

    def walk(body: list[ast.stmt], owner: str) -> None:
        for node in body:
            if isinstance(node, (ast.ClassDef, ast.FunctionDef)):
                name = f"{owner}.{node.name}" if owner else node.name
                found.append((name, ast.get_docstring(node) or "", node.lineno))
                walk(node.body, name)

    walk(tree.body, "")
    return found
