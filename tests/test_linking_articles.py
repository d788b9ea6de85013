"""Mentions of an article, linked to what the authority holds, and how kb annotate tells it."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from kb.linking import Authority, link_mentions
from kb.linking.record import WIKIDATA
from kb.model import Document, Entity, EntityKind, Findings, Mention, Span
from tests import linking_world as w
from tests.test_cli import folder, kb

__all__ = ["folder"]  # a fixture

LIST = (
    "label,kind,wikidata,prior\nChile,country,Q900000001,0.95\nRiver Bank Union,organization,Q900000002,0.7\n"
)


@pytest.fixture(scope="module")
def authority() -> Iterator[Authority]:
    with w.world() as known:
        yield known


def mention(text: str, words: str, kind: EntityKind, name: str = "", unnamed: bool = False) -> Mention:
    start = text.index(words)
    entity = Entity("key", name or words, kind, unnamed)
    return Mention(span=Span(start, start + len(words)), rule="name", confidence=1.0, entity=entity)


def target(authority: Authority, text: str, one: Mention) -> str | None:
    (linked,) = link_mentions(authority, Findings(Document(iri="", text=text), mentions=(one,)))
    return linked.target.iri if linked.target else None


ORG, PLACE, PERSON = EntityKind.ORGANIZATION, EntityKind.PLACE, EntityKind.PERSON

LINKED = {
    "a country that acts": ("Orskia denied it.", "Orskia", ORG, "", w.ORSK.iri),
    "words that stand for a name": ("The state denied it.", "The state", ORG, "Orskia", w.ORSK.iri),
    "the region, by a town in the same text": (
        "Hillmouth is calm. All Lundia is.", "Lundia", PLACE, "", w.LUNDIA_REGION.iri,
    ),
    "a country that acts, before the region of its name": ("Lundia won.", "Lundia", ORG, "", w.LUND.iri),
    "a person of a list": ("Ann Roe left.", "Ann Roe", PERSON, "", w.ROE.iri),
    "the seat of a government": ("The Kremlin said no.", "Kremlin", ORG, "", w.RUSSIAN.iri),
    "a longer name that holds a name": ("Orskia Power fell.", "Orskia Power", ORG, "Orskia", None),
    "a place of another kind": ("Port Ember spoke up.", "Port Ember", PERSON, "", None),
    "a region that acts: teams have such names": ("Eastfold won.", "Eastfold", ORG, "", None),
    "the same region as a place": ("It rained in Eastfold.", "Eastfold", PLACE, "", w.EASTFOLD.iri),
    "a team that is named like a country": ("Orskia captain Ann Roe won.", "Orskia", PLACE, "", None),
    "a town that is named like a country": ("The town of Orskia is calm.", "Orskia", PLACE, "", None),
    "a land told as a state": ("Lundia state is calm.", "Lundia", PLACE, "", w.LUNDIA_REGION.iri),
    "a land whose state speaks": ("Orskia state television said so.", "Orskia", PLACE, "", w.ORSK.iri),
    "a name nobody bears": ("Ravnia denied it.", "Ravnia", PLACE, "", None),
    "an identifier in doubt, of what belongs to another": (
        "Midland Isles denied it.", "Midland Isles", PLACE, "Orskia", None,
    ),
    "an identifier in doubt": ("Midland Isles denied it.", "Midland Isles", PLACE, "", None),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "kind", "name", "meant"), LINKED.values(), ids=LINKED.keys())
def test_a_mention_is_linked(
    authority: Authority, text: str, words: str, kind: EntityKind, name: str, meant: str | None
) -> None:
    assert target(authority, text, mention(text, words, kind, name)) == meant


def test_the_unnamed_are_never_linked(authority: Authority) -> None:
    text = "Orskia denied it."
    assert target(authority, text, mention(text, "Orskia", ORG, unnamed=True)) is None


def test_annotate_tells_targets_where_there_is_an_authority(tmp_path: Path, folder: Path) -> None:
    line = json.dumps({"text": "Ann Roe flew to Chile on Friday.", "mentions": [{"start": 16, "end": 21}]})
    (tmp_path / "list.csv").write_text(LIST, encoding="utf-8")
    arguments = ("annotate", "--only", "mentions", "--given", "mentions")
    (before,) = json.loads(kb(*arguments, folder=folder, stdin=line).output)["mentions"]
    assert (before["uri"], before["score"]) == ("NIL", 0.0)
    kb("authority", "add", tmp_path / "list.csv", folder=folder)
    (after,) = json.loads(kb(*arguments, folder=folder, stdin=line).output)["mentions"]
    assert (after["text"], after["uri"]) == ("Chile", f"{WIKIDATA}Q900000001")
    assert 0.8 < after["score"] <= 1
