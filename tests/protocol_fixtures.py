"""A site that may be written to, over three graphs in memory that each say what they are."""

from collections.abc import Iterator

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.storing import Store
from kb.storing.vocabulary import VOCABULARY
from tests.protocol_site import ONE, THREE, TOKEN, TWO
from web import create_app
from web.endpoint import Endpoint

SAID = " ".join(f"GRAPH <{graph}> {{ <{graph}> a <x:Graph> }}" for graph in (ONE, TWO, THREE))


@pytest.fixture(scope="session")
def writable_app() -> Iterator[tuple[Flask, Store]]:
    """The site and its store, made once: the vocabulary alone takes longer than most tests."""
    with Store.in_memory() as store:
        yield create_app(KnowledgeBase(store), answering=Endpoint(token=TOKEN)), store


@pytest.fixture
def writable(writable_app: tuple[Flask, Store]) -> FlaskClient:
    """A reader of that site, in which the three graphs are and nothing else."""
    app, store = writable_app
    others = (f"DROP GRAPH <{graph}> ;" for graph in store.graphs() if graph != VOCABULARY.value)
    store.update(f"DROP DEFAULT ; {' '.join(others)} INSERT DATA {{ {SAID} }}")
    return app.test_client()
