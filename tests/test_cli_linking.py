"""kb authority and kb link as their user meets them."""

import csv
import json
from pathlib import Path

import pytest

from tests.test_cli import folder, kb

__all__ = ["folder"]  # a fixture

LIST = """label,kind,wikidata,aliases,country,geonames
Ann Roe,person,Q900000001,A. Roe|Minister Roe,,
Lundia,country,http://www.wikidata.org/wiki/Q900000002,Republic of Lundia,XL,
Port Ember,city,,,xl,77
"""


@pytest.fixture
def filled(tmp_path: Path, folder: Path) -> Path:
    """A knowledge base with an authority of three."""
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    result = kb("authority", "add", tmp_path / "list.csv", folder=folder)
    assert result.output == "3 records taken in.\n"
    return folder


def test_a_list_is_taken_in_once(filled: Path, tmp_path: Path) -> None:
    again = kb("authority", "add", tmp_path / "list.csv", folder=filled)
    assert (again.exit_code, again.output) == (
        0,
        "Nothing new: the file holds no record that was not taken in before.\n",
    )


def test_what_a_file_does_not_tell_is_told_on_the_command_line(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "parties.csv").write_text("label,wikidata\nSalt Party,Q900000009\n", encoding="utf-8")
    (tmp_path / "labels.csv").write_text(
        "label,kind\nSalt Party,person\nSalt Party,party\n", encoding="utf-8"
    )
    assert kb("authority", "add", tmp_path / "parties.csv", "--kind", "party", folder=folder).exit_code == 0
    lines = kb("link", "--lookup", tmp_path / "labels.csv", folder=folder).output.splitlines()
    assert [json.loads(line)["decision"] for line in lines] == ["nil", "accepted"]


def test_a_list_that_was_said_to_be_something_else_is_taken_in_anew(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "parties.csv").write_text("label,wikidata\nSalt Party,Q900000009\n", encoding="utf-8")
    (tmp_path / "labels.csv").write_text("label,kind\nSalt Party,party\n", encoding="utf-8")
    for kind in ("person", "party"):
        result = kb("authority", "add", tmp_path / "parties.csv", "--kind", kind, folder=folder)
        assert result.output == "1 records taken in.\n"
    (line,) = kb("link", "--lookup", tmp_path / "labels.csv", folder=folder).output.splitlines()
    assert json.loads(line)["decision"] == "accepted"


def test_a_lookup_prints_a_line_of_json_a_row(filled: Path, tmp_path: Path) -> None:
    labels = tmp_path / "labels.csv"
    labels.write_text("label,kind\nMinister Roe,person\nPort Ember,place\nNobody,person\n", encoding="utf-8")
    lines = kb("link", "--lookup", labels, folder=filled).output.splitlines()
    roe, port, nobody = map(json.loads, lines)
    assert list(roe) == ["label", "kind", "decision", "id", "candidates"]
    assert (roe["decision"], roe["id"]) == ("accepted", "http://www.wikidata.org/entity/Q900000001")
    assert roe["candidates"][0]["name"] == "Ann Roe"
    assert 0.8 <= roe["candidates"][0]["score"] <= 1
    assert port["id"] == "https://sws.geonames.org/77/"
    assert nobody == {"label": "Nobody", "kind": "person", "decision": "nil", "id": None, "candidates": []}


def test_the_wikidata_ids_held_are_written(filled: Path, tmp_path: Path) -> None:
    assert kb("authority", "export", "--ids", tmp_path / "ids.csv", folder=filled).exit_code == 0
    with (tmp_path / "ids.csv").open(encoding="utf-8", newline="") as file:
        assert [row["wikidata"] for row in csv.DictReader(file)] == ["Q900000001", "Q900000002"]


WRONG = {
    "no identifier": ("label,kind\nAnn Roe,person\n", "line 2 names nothing"),
    "an identifier of no known sort": ("label,wikidata\nAnn Roe,42\n", "'42' is no identifier"),
    "no known kind": ("label,kind,wikidata\nAnn Roe,unicorn,Q900000001\n", "'unicorn' is no kind"),
    "a latitude in words": ("label,wikidata,latitude\nAnn Roe,Q900000001,north\n", "latitude is 'north'"),
}


@pytest.mark.parametrize(("text", "told"), WRONG.values(), ids=WRONG.keys())
def test_a_row_that_is_no_record_is_told(tmp_path: Path, folder: Path, text: str, told: str) -> None:
    (tmp_path / "wrong.csv").write_text(text, encoding="utf-8")
    result = kb("authority", "add", tmp_path / "wrong.csv", folder=folder)
    assert result.exit_code == 1
    assert told in result.output


def test_files_that_are_not_there_or_of_no_known_format_are_told(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "list.docx").write_bytes(b"PK")
    for file, told in (("list.docx", "Known: .csv, .tsv"), ("none.csv", "There is no file")):
        result = kb("authority", "add", tmp_path / file, folder=folder)
        assert (result.exit_code, folder.exists()) == (1, False)
        assert told in result.output


def test_a_sheet_without_labels_is_told(tmp_path: Path, filled: Path) -> None:
    (tmp_path / "labels.csv").write_text("name\nAnn Roe\n", encoding="utf-8")
    result = kb("link", "--lookup", tmp_path / "labels.csv", folder=filled)
    assert result.exit_code == 1
    assert "no column" in result.output


def test_a_lookup_without_an_authority_says_how_to_make_one(tmp_path: Path, folder: Path) -> None:
    (tmp_path / "labels.csv").write_text("label,kind\nAnn Roe,person\n", encoding="utf-8")
    result = kb("link", "--lookup", tmp_path / "labels.csv", folder=folder)
    assert result.exit_code == 1
    assert "kb authority build" in result.output
    assert not folder.exists()


SALT_BODY = {
    "item": {"value": "http://www.wikidata.org/entity/Q900000008"},
    "itemLabel": {"value": "Union of Salt Traders", "xml:lang": "en"},
    "itemAltLabel": {"value": "UST, Salt Union"},
}
BRIDGE = (
    "#curie_map:\n#  wd: http://www.wikidata.org/entity/\n#  geonames: https://sws.geonames.org/\n"
    "subject_id\tpredicate_id\tobject_id\ngeonames:77/\tskos:exactMatch\twd:Q900000077\n"
)


def test_bodies_and_ids_of_cities_that_no_library_carries_are_added(filled: Path, tmp_path: Path) -> None:
    (tmp_path / "bodies.json").write_text(json.dumps({"results": {"bindings": [SALT_BODY]}}), "utf-8")
    (tmp_path / "cities.tsv").write_text(BRIDGE, encoding="utf-8")
    (tmp_path / "labels.csv").write_text("label,kind\nUST,igo\nPort Ember,city\n", encoding="utf-8")
    for arguments in (("bodies.json", "--kind", "igo"), ("cities.tsv",)):
        assert kb("authority", "add", tmp_path / arguments[0], *arguments[1:], folder=filled).exit_code == 0
    lines = kb("link", "--lookup", tmp_path / "labels.csv", folder=filled).output.splitlines()
    found = [(row["decision"], row["id"].rpartition("/")[2]) for row in map(json.loads, lines)]
    assert found == [("accepted", "Q900000008"), ("accepted", "Q900000077")]
