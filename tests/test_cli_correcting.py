"""kb correct as its user meets it."""

from pathlib import Path

import pytest

from kb.base import KnowledgeBase
from tests.test_cli import first_entry, folder, kb, read_folder, report

__all__ = ["folder", "read_folder", "report"]  # fixtures


def test_what_has_another_date_now_is_printed(read_folder: Path) -> None:
    result = kb("correct", first_entry(read_folder, "event"), "10 June 2016", folder=read_folder)
    heading, *rows = result.output.splitlines()
    assert heading.split() == ["Was", "Is", "What", "IRI"]
    assert rows[0].startswith("2016-06-16  2016-06-10  ")
    with KnowledgeBase.open(read_folder) as base:
        assert base.timeline()[0].edtf == "2016-06-10"


def test_the_day_of_publication_of_a_document_can_be_set_and_taken_back(read_folder: Path) -> None:
    with KnowledgeBase.open(read_folder) as base:
        document = base.documents()[0].iri
    assert "2016-06-23" in kb("correct", document, "2016-06-24", folder=read_folder).output
    assert "2016-06-16" in kb("correct", document, "--undo", folder=read_folder).output


def test_a_date_that_changes_nothing_is_kept_and_told(read_folder: Path) -> None:
    result = kb("correct", first_entry(read_folder, "event"), "2016-06-16", folder=read_folder)
    assert result.output == "Kept. No other date follows from it.\n"


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["2016-06-10", "--undo"],
        ["2016-06-10", "--list"],
        ["someday"],
        ["--undoo"],
        ["last June"],
        ["5 June"],
    ],
)
def test_a_call_without_one_clear_wish_is_a_usage_error(arguments: list[str], read_folder: Path) -> None:
    assert kb("correct", first_entry(read_folder, "event"), *arguments, folder=read_folder).exit_code == 2


def test_what_is_not_there_is_told_and_a_mistyped_folder_makes_nothing(
    read_folder: Path, tmp_path: Path
) -> None:
    assert kb("correct", "doc/none", "2016", folder=read_folder).exit_code == 1
    assert kb("correct", "doc/none", "2016", folder=tmp_path / "mistyped").exit_code == 1
    assert not (tmp_path / "mistyped").exists()


TYPED = {
    "-0043-03-15": "-0043-03-15",
    "44 BC": "-0043",
    "spring 2016": "2016-21",
    "early June 2016": "2016-06-01~/2016-06-10~",
    "the 1990s": "199X",
    "since May 2014": "2014-05/..",
    "from 3 to 5 June 2016": "2016-06-03/2016-06-05",
    "about March 2021": "2021-03~",
    "2016-06-10/..": "2016-06-10/..",
}


@pytest.mark.parametrize(("words", "edtf"), TYPED.items())
def test_whatever_names_a_date_by_itself_may_be_typed(words: str, edtf: str, read_folder: Path) -> None:
    entry = first_entry(read_folder, "event")
    assert kb("correct", entry, words, folder=read_folder).exit_code == 0
    with KnowledgeBase.open(read_folder) as base:
        assert base.entry(entry).edtf == edtf


def test_what_was_set_right_is_listed(read_folder: Path) -> None:
    assert kb("correct", "--list", folder=read_folder).output == "Nothing was set right.\n"
    entry = first_entry(read_folder, "event")
    kb("correct", entry, "2016-06-10", folder=read_folder)
    heading, row = kb("correct", "--list", folder=read_folder).output.splitlines()
    assert heading.split() == ["Is", "Set", "on", "What", "IRI"]
    assert row.startswith("2016-06-10  ")
    assert entry.endswith(row.split()[-1])
