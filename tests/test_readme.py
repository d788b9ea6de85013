"""README cannot drift: its verbs are their own help, its Python runs, its commands are the gate's."""

import re
from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from kb.storing.exports import SUFFIXES
from kb.writing import WRITERS
from tests.readme import README, written
from web.commands import main

TEXT = README.read_text(encoding="utf-8")
ROOT = README.parent


def test_verbs_and_floors_stand_in_readme_as_they_are() -> None:
    assert written() == TEXT, "run `python -m tests.readme`"


def test_the_gate_runs_the_test_command_of_readme() -> None:
    (command,) = re.findall(r"^python3 -m venv .*pytest$", TEXT, re.MULTILINE)
    assert command in (ROOT / ".ci" / "run").read_text(encoding="utf-8")


def test_every_verb_shown_is_a_verb() -> None:
    shown = set(re.findall(r"^kb (\w+) ", TEXT, re.MULTILINE)) | {"serve", "demo"}
    assert shown <= set(main.commands)


def test_the_python_in_readme_runs(sample_folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (code,) = re.findall(r"```python\n(.*?)```", TEXT, re.DOTALL)
    exec(compile(code.replace("kb.demo", str(sample_folder)), "README", "exec"), {})
    assert "Geneva" in capsys.readouterr().out


def test_every_format_that_can_be_written_is_named() -> None:
    assert all(suffix in TEXT for suffix in [*SUFFIXES, *WRITERS])


def test_the_queries_in_readme_have_answers(sample_kb: KnowledgeBase) -> None:
    queries = re.findall(r"kb query '(.*?)'", TEXT)
    assert queries
    assert all(list(sample_kb.query(query).rows()) for query in queries)
