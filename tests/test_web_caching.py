"""Answers are sent once and then asked after."""

import pytest
from flask.testing import FlaskClient

from tests.web_fake import BROWSER, SAYING, FakeKnowledgeBase, path, site_over

ADDRESSES = [
    "/timeline",
    "/api/timeline",
    path(SAYING.iri),
    f"{path(SAYING.iri)}.ttl",
    "/sparql?query=SELECT",
]


@pytest.fixture
def base() -> FakeKnowledgeBase:
    return FakeKnowledgeBase()


@pytest.fixture
def site(base: FakeKnowledgeBase) -> FlaskClient:
    return site_over(base)


@pytest.mark.parametrize("address", ADDRESSES)
def test_an_answer_the_client_has_is_not_sent_again(site: FlaskClient, address: str) -> None:
    first = site.get(address)
    assert first.headers["Cache-Control"] == "no-cache"
    again = site.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (again.status_code, again.text) == (304, "")
    assert again.headers.get("Vary") == first.headers.get("Vary")


def test_a_timeline_that_changed_is_sent(site: FlaskClient, base: FakeKnowledgeBase) -> None:
    tag = site.get("/timeline").headers["ETag"]
    base.entries = [SAYING]
    assert site.get("/timeline", headers={"If-None-Match": tag}).status_code == 200


def test_two_forms_of_a_thing_have_two_tags(site: FlaskClient) -> None:
    page, data = (site.get(path(SAYING.iri), headers=h) for h in (BROWSER, {"Accept": "text/turtle"}))
    assert page.headers["ETag"] != data.headers["ETag"]


def test_a_window_is_made_once_for_each_state_and_language(
    site: FlaskClient, base: FakeKnowledgeBase
) -> None:
    base.state = "one"
    first = site.get("/api/timeline?lang=en")
    asked = len(base.asked)
    assert site.get("/api/timeline?lang=en").data == first.data
    assert len(base.asked) == asked
    base.state, base.entries = "another", [SAYING]
    assert site.get("/api/timeline?lang=en").data != first.data
    site.get("/api/timeline?kind=event")
    assert len(base.asked) > asked + 2


@pytest.mark.parametrize("address", ["/nowhere", "/timeline?since=soon"])
def test_an_error_is_not_kept(site: FlaskClient, address: str) -> None:
    assert "ETag" not in site.get(address).headers
