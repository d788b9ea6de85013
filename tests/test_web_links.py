"""The review of links on the site: what it shows, who may judge, and that no other site's page can."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest
from flask import Flask
from flask.testing import FlaskClient

from kb.base import KnowledgeBase
from kb.linking import Authority
from tests.linking_story import AIR_CAMPAIGN, INTERFAX, IRINA, PLACE_JORDAN, TODAY, q, story_folder
from tests.linking_world import record
from tests.sample_findings import STORY_IRI
from tests.web_fake import Outline, page, path
from web import create_app
from web.endpoint import Endpoint, answer_here


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = story_folder(tmp_path / "kb")
    with KnowledgeBase.create(made) as base:
        base.link("", TODAY)
    return made


@pytest.fixture
def app(folder: Path) -> Iterator[Flask]:
    with KnowledgeBase.open(folder) as base:
        yield create_app(base, answering=Endpoint(answer_here, "sesame"))


@pytest.fixture
def site(app: Flask) -> FlaskClient:
    return app.test_client()


def form_token(site: FlaskClient) -> str:
    """What the forms of the site bear."""
    found = re.search(r'name="form" value="([^"]+)"', page(site, "/links"))
    assert found
    return found[1]


def send(site: FlaskClient, address: str = "/links/judge", status: int = 303, **form: str) -> str:
    """Send a form as a browser does that shows the page."""
    given = {"form": form_token(site), "reviewer": "Ann Roe", **form}
    headers = {"Origin": "null", "Sec-Fetch-Site": "same-origin", "Accept": "text/html"}
    answer = site.post(address, data=given, headers=headers)
    assert answer.status_code == status, answer.text
    return answer.headers.get("Location", answer.text)


def held(folder: Path, subject: str) -> dict[str, str]:
    with KnowledgeBase.open(folder) as base:
        return {one.record.object: str(one.judgement) for one in base.links.of(subject)}


@pytest.mark.parametrize(
    "address", ["/links", f"/links/to?iri={IRINA}", f"/links/to?iri={AIR_CAMPAIGN}", path(IRINA)]
)
def test_its_pages_are_well_formed_with_nothing_inline(site: FlaskClient, address: str) -> None:
    outline = Outline(page(site, address))
    assert outline.open == []
    assert outline.inline == []


def test_the_queue_shows_candidates_with_what_speaks_for_them(site: FlaskClient) -> None:
    text = page(site, "/links")
    assert "Interfax" in text
    assert "It is named “Interfax”." in text
    assert q(104) in text
    assert "told Interfax on Friday" in text, "the words of the article"
    assert ">Irina Volkova</a></h2>" not in text


def test_a_candidate_is_accepted_with_one_press(site: FlaskClient, folder: Path) -> None:
    assert send(site, subject=INTERFAX, said="accept", identifier=q(104)) == "/links"
    assert held(folder, INTERFAX) == {q(104): "accepted", q(105): "proposed"}
    with KnowledgeBase.open(folder) as base:
        reviews = [one.record.review for one in base.links.of(INTERFAX) if one.record.review]
    assert [review.reviewer for review in reviews] == ["Ann Roe"]
    assert "Interfax" not in page(site, "/links")


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ("none", {q(104): "rejected", q(105): "rejected"}),
        ("nil", {"": "nil", q(104): "proposed", q(105): "proposed"}),
    ],
)
def test_none_of_these_and_new_are_kept(
    site: FlaskClient, folder: Path, said: str, expected: dict[str, str]
) -> None:
    send(site, subject=INTERFAX, said=said)
    assert held(folder, INTERFAX) == expected


def test_all_from_a_score_on_are_accepted_at_once(site: FlaskClient, folder: Path) -> None:
    for score in ("much", "-5", "2", "nan"):
        send(site, "/links/accept", status=400, above=score)
    send(site, "/links/accept", above="0")
    assert "Nothing waits" in page(site, "/links")
    assert "accepted" in held(folder, INTERFAX).values()


def test_every_page_shows_what_it_is_elsewhere_and_leads_to_linking(site: FlaskClient) -> None:
    for iri, number in ((IRINA, 101), (PLACE_JORDAN, 102), (AIR_CAMPAIGN, 106)):
        text = page(site, path(iri))
        assert f'href="{q(number)}"' in text
        assert "Link this to…" in text
    assert "It is named" in page(site, path(IRINA))


def test_the_unnamed_are_not_offered_for_linking(site: FlaskClient) -> None:
    unnamed = "/doc/5f0c2f9be1a7d340/entity/pentagon-official"
    assert "Link this to…" not in page(site, unnamed)


def test_linked_data_says_same_as(site: FlaskClient) -> None:
    assert f'"sameAs": "{q(101)}"' in site.get(f"{path(IRINA)}.jsonld").text.replace(
        "wd:", "http://www.wikidata.org/entity/"
    )
    assert "owl:sameAs" not in site.get(f"{path(IRINA)}.ttl").text


def test_anything_is_linked_by_a_search_or_a_pasted_identifier(site: FlaskClient, folder: Path) -> None:
    assert q(106) in page(site, f"/links/to?iri={AIR_CAMPAIGN}&q=campaign")
    where = send(site, subject=IRINA, said="accept", identifier=" Q900000555 ", back="subject")
    assert where == path(IRINA)
    assert held(folder, IRINA) == {q(555): "accepted", q(101): "proposed"}
    assert "Ann Roe" in page(site, f"/links/to?iri={IRINA}")
    send(site, subject=IRINA, said="undo", identifier=q(555), back="subject")
    assert held(folder, IRINA) == {q(101): "accepted"}
    assert page(site, "/links/to?iri=nothing", 404)
    assert page(site, f"/links/to?iri={STORY_IRI}/entity/pentagon-official", 404)


def test_a_place_is_on_the_map_where_its_link_is(site: FlaskClient, folder: Path) -> None:
    with Authority.create(folder) as authority:
        authority.add([record(110, "region", "Other Land", latitude=-33.0, longitude=150.5)])
    assert 'data-latitude="31.2"' in page(site, "/map")
    send(site, subject=PLACE_JORDAN, said="accept", identifier=q(110))
    assert 'data-latitude="-33.0" data-longitude="150.5"' in page(site, "/map")
    send(site, subject=PLACE_JORDAN, said="undo", identifier=q(110))
    send(site, subject=PLACE_JORDAN, said="nil")
    assert "data-latitude" not in page(site, "/map")


@pytest.mark.parametrize(
    ("form", "headers"),
    [
        ({"form": "guessed"}, {}),
        ({"form": ""}, {}),
        ({}, {"Origin": "https://evil.example"}),
        ({}, {"Origin": "null", "Sec-Fetch-Site": "cross-site"}),
        ({"form": "guessed"}, {"Origin": "null"}),
    ],
)
def test_no_other_site_can_judge(
    site: FlaskClient, folder: Path, form: dict[str, str], headers: dict[str, str]
) -> None:
    given = {"form": form_token(site), "reviewer": "x", "subject": INTERFAX, "said": "nil", **form}
    assert site.post("/links/judge", data=given, headers=headers).status_code == 403
    assert "" not in held(folder, INTERFAX)


def test_where_others_may_reach_the_site_judging_needs_the_token(
    app: Flask, site: FlaskClient, folder: Path
) -> None:
    app.config["TRUSTED_HOSTS"] = None
    assert 'name="token"' in page(site, "/links")
    send(site, status=403, subject=INTERFAX, said="nil")
    send(site, status=403, subject=INTERFAX, said="nil", token="wrong")
    send(site, subject=INTERFAX, said="nil", token="sesame")
    assert held(folder, INTERFAX)[""] == "nil"


@pytest.mark.parametrize(
    "form",
    [
        {"subject": INTERFAX, "said": "perhaps"},
        {"subject": INTERFAX, "said": "accept", "identifier": "javascript:alert(1)"},
        {"subject": INTERFAX, "said": "nil", "reviewer": " "},
    ],
)
def test_what_makes_no_sense_is_told(site: FlaskClient, form: dict[str, str]) -> None:
    send(site, status=400, **form)
