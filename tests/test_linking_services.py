"""Asking a reconciliation service elsewhere: our own, on this machine, and what happens when none answers."""

import threading
from collections.abc import Iterator
from dataclasses import dataclass, field

import pytest

from kb.base import KnowledgeBase
from kb.errors import BadSource
from kb.fetch import Answer, Fetcher
from kb.linking.services import Service
from kb.model import Judgement
from kb.storing import Store
from kb.tying import Links
from kb.tying.finding import ServiceFinder, find_links
from tests.linking_story import CHANNEL, INTERFAX, IRINA, REVIEWER, TODAY, look, moment, q, story_store
from web import create_app
from web.serving import listen


@pytest.fixture
def store() -> Iterator[Store]:
    with story_store() as made:
        yield made


@pytest.fixture(scope="module")
def address() -> Iterator[str]:
    """Our own service over the same reports, on this machine."""
    with story_store() as store:
        server = listen(create_app(KnowledgeBase(store)), port=0)
        thread = threading.Thread(target=server.run, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.effective_port}/reconcile"
        server.close()


def asked(store: Store, service: Service, about: str = "") -> Links:
    find_links(store, ServiceFinder(store, service, TODAY), about, iter)
    return Links(store)


def held(links: Links, subject: str) -> dict[str, Judgement]:
    return {one.record.object: one.judgement for one in links.of(subject)}


def test_our_own_service_knows_whom_we_know_and_all_is_proposed(store: Store, address: str) -> None:
    links = asked(store, Service(address, Fetcher(interval=0.0)))
    found = [one for one in links.of(IRINA) if one.record.object == IRINA]
    assert [(one.judgement, one.record.confidence) for one in found] == [(Judgement.PROPOSED, 1.0)]
    assert found[0].record.source == address
    assert {one.judgement for one in links.all()} == {Judgement.PROPOSED}


@dataclass
class Scripted(Fetcher):
    """Answers what it was given, and counts how often it was asked."""

    answers: list[bytes] = field(default_factory=list)
    asked: list[str] = field(default_factory=list)

    def fetch(self, address: str, **given: object) -> Answer:  # type: ignore[override]
        self.asked.append(address)
        if not self.answers:
            raise BadSource(f"{address} cannot be fetched.")
        return Answer(self.answers.pop(0), address, "application/json", "utf-8")


MANIFEST = b'{"identifierSpace": "http://www.wikidata.org/entity/", "name": "x", "versions": ["0.2"]}'


def test_a_service_that_does_not_answer_is_asked_once_and_that_is_kept(store: Store) -> None:
    silent = Scripted()
    links = asked(store, Service("http://127.0.0.1:9/reconcile", silent))
    assert len(silent.asked) == 1
    assert {one.judgement for one in links.all()} == {Judgement.COULD_NOT_LOOK}
    assert links.waiting() == []


@pytest.mark.parametrize(
    "answer",
    [b"<html>", b"[]", b"{}", b'{"q0": 1}', b'{"q0": {"result": "x"}}'],
)
def test_what_is_no_answer_counts_as_none(store: Store, answer: bytes) -> None:
    links = asked(store, Service("http://x.test/r", Scripted(answers=[MANIFEST, answer])), "interfax")
    assert held(links, INTERFAX) == {"": Judgement.COULD_NOT_LOOK}


def test_candidates_of_a_service_are_read_with_care(store: Store) -> None:
    answer = (
        b'{"q0": {"result": [{"id": "Q900000104", "name": "Interfax", "score": 250, "match": true},'
        b'{"id": "a b", "name": "bad", "score": 1}, {"id": "Q900000105", "name": "no score"}, 7]}}'
    )
    links = asked(store, Service("http://x.test/r", Scripted(answers=[MANIFEST, answer])), "interfax")
    assert held(links, INTERFAX) == {q(104): Judgement.PROPOSED}
    assert links.of(INTERFAX)[0].record.confidence == 1.0


def test_nobody_is_nil_and_names_are_asked_for_in_batches(store: Store) -> None:
    known = b"{%s}" % b", ".join(b'"q%d": {"result": []}' % number for number in range(20))
    fetcher = Scripted(answers=[MANIFEST, known])
    links = asked(store, Service("http://x.test/r?lang=en", fetcher))
    assert {one.judgement for one in links.all()} == {Judgement.NIL}
    assert len(fetcher.asked) == 2
    assert fetcher.asked[1].startswith("http://x.test/r?lang=en&queries=")


def test_a_service_takes_nothing_from_what_the_authority_and_people_gave(store: Store) -> None:
    links = look(store)
    links.judge(CHANNEL, "Q900000333", Judgement.ACCEPTED, REVIEWER, moment(1))
    before = {subject: held(links, subject) for subject in (IRINA, INTERFAX, CHANNEL)}
    asked(store, Service("http://127.0.0.1:9/reconcile", Scripted()))
    after = {subject: held(links, subject) for subject in before}
    assert after[IRINA] == before[IRINA]
    assert after[INTERFAX] == before[INTERFAX]
    assert after[CHANNEL][q(333)] == Judgement.ACCEPTED
