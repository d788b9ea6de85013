"""The list of the sample: short, and every identifier given by two public sources that it names."""

import csv
from pathlib import Path

from kb.knowing import SAMPLE_LIST
from kb.linking import Authority, records_in

ROWS = list(csv.DictReader(SAMPLE_LIST.open(encoding="utf-8", newline="")))
MOST = 40


def test_every_identifier_names_two_sources() -> None:
    assert 0 < len(ROWS) <= MOST
    for row in ROWS:
        sources = {source.strip() for source in row["confirmed"].split(";")} - {""}
        assert len(sources) >= 2, row["label"]


def test_it_is_read_like_a_list_of_a_user() -> None:
    with Authority.in_memory() as authority:
        assert authority.add(records_in(SAMPLE_LIST)) == len(ROWS)
        assert len(list(authority.wikidata_ids())) == len(ROWS)


def test_every_identifier_is_confirmed_by_the_check_list_and_none_is_a_trap(eval_data: Path) -> None:
    folder = eval_data / "authority"
    with (folder / "known_ids.csv").open(encoding="utf-8", newline="") as file:
        known = {(r["label"], r["wikidata"]): int(r["evidence"] or 0) for r in csv.DictReader(file)}
    with (folder / "traps.csv").open(encoding="utf-8", newline="") as file:
        wrong = {(r["label"], r["wrong_wikidata"]) for r in csv.DictReader(file)}
    for row in ROWS:
        assert known.get((row["label"], row["wikidata"]), 0) >= 2, row["label"]
        assert (row["label"], row["wikidata"]) not in wrong
