"""Strangers' queries: stopped at their limits, unnoticed by others, and no process is left behind."""

import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from multiprocessing import Pipe
from pathlib import Path

import pytest

from kb.errors import BadQuery, Busy, NotFound, QueryStopped, StoreDamaged
from kb.storing import Store
from kb.storing.answer import TABLES, Answer
from kb.storing.planning import Plan
from kb.storing.sparql import EVERYTHING, NOBODY, Graphs, Hosts
from kb.storing.workers import Limits, Question, Reply, Workers
from kb.storing.workers.kept import Kept
from kb.storing.workers.questions import Forms, Undertaking
from kb.storing.workers.worker import Sender, answered, planned
from tests.sample_findings import story

SECONDS = 2.0
LIMITS = Limits(seconds=SECONDS, megabytes=200, rows=500, workers=2, patience=0.3)
RUNAWAY = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
TENFOLD = [
    f"BIND(CONCAT({', '.join([f'?{old}'] * 10)}) AS ?{new})"
    for old, new in zip("abcdefg", "bcdefgh", strict=True)
]
HOG = f"SELECT (STRLEN(?h) AS ?n) {{ BIND('0123456789' AS ?a) {' '.join(TENFOLD)} }}"
FORMS: Forms = {"select": "text/csv", "ask": "text/csv", "graph": "text/turtle"}
PAIRS = "SELECT ?a ?d { ?a ?b ?c . ?d ?e ?f } LIMIT %d"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("workers") / "kb"
    with Store.create(path) as store:
        store.replace_document(story())
    return path


@pytest.fixture(scope="module")
def workers(folder: Path) -> Iterator[Workers]:
    with Workers(folder, LIMITS) as pool:
        yield pool


def ask(workers: Workers, sparql: str, media_type: str = "text/csv") -> Reply:
    return workers.ask(Question(sparql), {**FORMS, "select": media_type, "ask": media_type})


def whole(reply: Reply) -> bytes:
    return reply.text + b"".join(reply.rest or ())


def test_an_answer_is_that_of_the_store(workers: Workers, folder: Path) -> None:
    query = "SELECT ?label ?edtf { ?e rdfs:label ?label ; ek:when/ek:edtf ?edtf } ORDER BY ?label"
    with Store.open(folder) as store:
        assert ask(workers, query).text == store.query(query).serialize("text/csv")


@pytest.mark.parametrize(
    ("query", "kind"),
    [("ASK { ?s ?p ?o }", "ask"), ("SELECT * { ?s a ek:Event }", "select"), ("DESCRIBE ek:Event", "graph")],
)
def test_the_form_is_that_for_the_kind_of_the_answer(workers: Workers, query: str, kind: str) -> None:
    reply = workers.ask(Question(query), FORMS)
    assert (reply.kind, reply.media_type, reply.rest) == (kind, FORMS[reply.kind], None)


def test_graphs_may_be_chosen(workers: Workers) -> None:
    question = Question("ASK { ?s ?p ?o }", Graphs(("http://example.org/no-such-graph",)))
    assert b"false" in workers.ask(question, FORMS).text


def test_what_was_written_before_a_question_is_in_its_answer(tmp_path: Path) -> None:
    with Store.create(tmp_path / "kb") as store, Workers(tmp_path / "kb", LIMITS) as pool:
        for number in range(1, 6):
            store.update(f"INSERT DATA {{ GRAPH <x:g> {{ <x:{number}> <x:p> 1 }} }}")
            reply = ask(pool, "SELECT (COUNT(*) AS ?n) { ?s <x:p> 1 }")
            assert reply.text.split() == [b"n", str(number).encode()]


class Counting(Workers):
    """Workers that count what they are really asked."""

    asked = 0

    def _asked(self, question: Question, forms: Forms) -> Reply:
        self.asked += 1
        return super()._asked(question, forms)


@pytest.fixture
def counting(folder: Path) -> Iterator[Counting]:
    with Counting(folder, LIMITS) as pool:
        yield pool


def test_who_asks_the_same_again_gets_the_same_answer_without_a_process(counting: Counting) -> None:
    first, again = ask(counting, "SELECT * { ?s a ek:Event }"), ask(counting, "SELECT * { ?s a ek:Event }")
    assert (first.text, counting.asked) == (again.text, 1)
    assert ask(counting, "SELECT * { ?s a ek:Event }", "text/tab-separated-values").text != first.text


@pytest.mark.parametrize("passing", ["BIND(now() AS ?now)", "BIND(RAND() AS ?n)", "BIND(STRUUID() AS ?n)"])
def test_what_asks_the_moment_or_chance_is_answered_anew(counting: Counting, passing: str) -> None:
    texts = {ask(counting, f"SELECT * {{ {passing} }}").text for _ in range(2)}
    assert (len(texts), counting.asked) == (2, 2)


def test_the_oldest_answers_are_forgotten_first() -> None:
    state, kept = frozenset({("1.log", 1, 1)}), Kept(most=40)
    replies = {text: Question(text) for text in ("one", "two", "three")}
    for text, question in replies.items():
        kept.put(state, question, FORMS, Reply("ask", "text/csv", text.encode() * 3))
    found = [text for text, question in replies.items() if kept.get(state, question, FORMS)]
    assert found == ["two", "three"]
    assert not kept.get(frozenset({("1.log", 2, 1)}), replies["three"], FORMS)


@pytest.mark.parametrize(
    ("query", "said"),
    [
        ("SELEKT", "cannot be read"),
        ("CLEAR ALL", "is an update"),
        ("SELECT * { FILTER <x:f>(1) }", "is not supported"),
    ],
)
def test_an_error_is_told_and_the_next_question_answered(workers: Workers, query: str, said: str) -> None:
    with pytest.raises(BadQuery, match=said):
        ask(workers, query)
    assert ask(workers, "ASK {}").kind == "ask"


def test_an_answer_of_a_kind_that_nobody_takes_has_no_text_and_costs_nobody_a_process(
    workers: Workers,
) -> None:
    for _ in range(LIMITS.workers + 1):
        reply = workers.ask(Question("ASK {}"), {"graph": "text/turtle"})
        assert (reply.kind, reply.media_type, reply.text) == ("ask", "", b"")
    assert ask(workers, "ASK {}").text


def test_a_runaway_is_gone_within_a_second_of_its_deadline_and_others_do_not_notice(workers: Workers) -> None:
    with ThreadPoolExecutor() as threads:
        list(threads.map(partial(ask, workers), ["ASK {}"] * LIMITS.workers))  # both are at hand
        began = time.monotonic()
        runaway = threads.submit(ask, workers, RUNAWAY)
        answered = 0
        while not runaway.done():
            assert ask(workers, "ASK {}").kind == "ask"
            answered += 1
        with pytest.raises(QueryStopped, match="stopped after 2 seconds"):
            runaway.result()
    assert SECONDS <= time.monotonic() - began < SECONDS + 1
    assert answered > 3


def test_a_query_that_takes_too_much_memory_is_stopped(folder: Path) -> None:
    with Workers(folder, Limits(seconds=60, megabytes=200)) as pool:
        with pytest.raises(QueryStopped, match="more than 200 MB of memory"):
            ask(pool, HOG)
        assert ask(pool, "ASK {}").kind == "ask"


@pytest.mark.parametrize("media_type", TABLES)
def test_an_answer_has_at_most_so_many_rows(workers: Workers, media_type: str) -> None:
    assert ask(workers, PAIRS % LIMITS.rows, media_type).text
    with pytest.raises(BadQuery, match=r"more than 500 rows.*LIMIT"):
        ask(workers, PAIRS % (LIMITS.rows + 1), media_type)


def test_a_graph_has_at_most_so_many_triples(workers: Workers) -> None:
    with pytest.raises(BadQuery, match="more than 500 rows"):
        ask(workers, "CONSTRUCT { ?s ?p ?o } { ?s ?p ?o }")


def test_a_long_answer_is_streamed_and_its_process_is_free_afterwards(folder: Path) -> None:
    with Workers(folder, Limits(seconds=60, workers=1, patience=0.1)) as pool:
        reply = ask(pool, PAIRS % 30_000)
        assert reply.rest is not None
        with pytest.raises(Busy, match="Ask again"):
            ask(pool, "ASK {}")
        assert whole(reply).count(b"\n") == 30_001
        assert ask(pool, "ASK {}").kind == "ask"


def test_who_reads_no_further_closes_and_the_next_is_answered(folder: Path) -> None:
    with Workers(folder, Limits(seconds=60, workers=1, patience=0.1)) as pool:
        reply = ask(pool, PAIRS % 500_000)
        assert reply.rest is not None
        reply.rest.close()
        reply.rest.close()
        assert ask(pool, "ASK {}").kind == "ask"


def test_a_long_answer_that_fails_late_breaks_off(folder: Path) -> None:
    with Workers(folder, Limits(seconds=60, rows=29_000, workers=1)) as pool:
        reply = ask(pool, PAIRS % 30_000)
        with pytest.raises(BadQuery, match="more than 29,000 rows"):
            whole(reply)
        assert ask(pool, "ASK {}").kind == "ask"


def test_a_store_that_is_not_there_is_told(tmp_path: Path) -> None:
    with Workers(tmp_path / "none", LIMITS) as pool, pytest.raises(NotFound, match="no knowledge base"):
        ask(pool, "ASK {}")


def test_closing_ends_also_those_at_work(folder: Path) -> None:
    pool = Workers(folder, Limits(seconds=60))
    with ThreadPoolExecutor() as threads:
        running = threads.submit(ask, pool, RUNAWAY)
        time.sleep(1)
        pool.close()
        with pytest.raises(QueryStopped):
            running.result()


ASKER = """
import sys, pathlib
from kb.storing.workers import Limits, Question, Workers
pool = Workers(pathlib.Path(sys.argv[1]), Limits(seconds=4))
pool.ask(Question("ASK {}"), {"ask": "text/csv", "select": "text/csv"})
print(*(process.pid for process in [*pool._idle, *pool._working]), flush=True)
pool.ask(Question(sys.argv[2]), {"ask": "text/csv", "select": "text/csv"})
"""


def is_running(pid: int) -> bool:
    try:
        os.kill(pid, 0)
    except ProcessLookupError:
        return False
    stat = Path(f"/proc/{pid}/stat")
    return not stat.exists() or stat.read_text().rpartition(")")[2].split()[0] != "Z"


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGKILL])
def test_no_process_outlives_the_one_who_asks(folder: Path, how: signal.Signals) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", ASKER, str(folder), RUNAWAY], stdout=subprocess.PIPE, stderr=subprocess.DEVNULL
    ) as asker:
        assert asker.stdout
        pids = [int(pid) for pid in asker.stdout.readline().split()]
        time.sleep(0.5)
        asker.send_signal(how)
    until = time.monotonic() + 10
    while any(map(is_running, pids)) and time.monotonic() < until:
        time.sleep(0.1)
    assert not any(map(is_running, pids))


def test_an_update_is_worked_out_from_what_is_there_when_files_were_tidied_away(tmp_path: Path) -> None:
    class Tidied(Store):
        def plan(self, update: str, copy: Path | None = None, most: int | None = None) -> Plan:
            raise StoreDamaged("No such file or directory")

    with Store.create(tmp_path / "kb") as store:
        store.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }")
    update = "INSERT { <x:s> <x:q> ?o } WHERE { GRAPH <x:g> { ?s <x:p> ?o FILTER(true) } }"
    with Tidied.open(tmp_path / "kb") as behind:
        plan = planned(behind, tmp_path / "kb", Undertaking(update), 9)
        assert [len(step.new) for step in plan.steps if step] == [1]
        with pytest.raises(StoreDamaged):
            planned(behind, tmp_path / "kb", Undertaking(update, tmp_path), 9)


def test_a_query_is_answered_from_what_is_there_when_files_were_tidied_away(tmp_path: Path) -> None:
    class Tidied(Store):
        def query(self, sparql: str, graphs: Graphs = EVERYTHING, hosts: Hosts = NOBODY) -> Answer:
            raise StoreDamaged("No such file or directory")

    with Store.create(tmp_path / "kb") as store:
        store.update("INSERT DATA { GRAPH <x:g> { <x:s> <x:p> 1 } }")
    ours, theirs = Pipe()
    question = Question("SELECT ?o { ?s <x:p> ?o }")
    with Tidied.open(tmp_path / "kb") as behind:
        answered(Sender(theirs), behind, tmp_path / "kb", question, FORMS, 9)
        assert b"o\r\n1" in ours.recv_bytes()
        sending = Sender(theirs)
        sending.has_begun = True
        with pytest.raises(StoreDamaged):
            answered(sending, behind, tmp_path / "kb", question, FORMS, 9)
