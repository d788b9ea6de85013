"""Entries as TimelineJS, GeoJSON and Atom: what each can hold, and what it leaves out."""

import json
from xml.etree.ElementTree import fromstring

import pytest

from kb.model import Named, Position
from kb.writing.atom import NEVER, Feed, feed_of, write_atom
from kb.writing.geojson import write_geojson
from kb.writing.timelinejs import write_timelinejs
from tests.test_writing import STRIKE

ATOM = "{http://www.w3.org/2005/Atom}"
GENOA = Named("https://example.org/kb/place/genoa", "Genoa")


@pytest.mark.parametrize(
    ("edtf", "start", "end"),
    [
        ("2016-06-17", {"year": 2016, "month": 6, "day": 17}, {"year": 2016, "month": 6, "day": 17}),
        ("2016", {"year": 2016}, {"year": 2016}),
        ("-0043", {"year": -43}, {"year": -43}),
        ("2014-09/..", {"year": 2014, "month": 9, "day": 1}, None),
        ("../2016-06-17", {"year": 2016, "month": 6, "day": 17}, None),
    ],
)
def test_a_slide_is_as_fine_as_its_date(edtf: str, start: object, end: object) -> None:
    (slide,) = json.loads(write_timelinejs([STRIKE._replace(edtf=edtf)]))["events"]
    assert (slide["start_date"], slide.get("end_date")) == (start, end)


def test_slides_escape_what_articles_say_and_leave_out_the_undated() -> None:
    loud = STRIKE._replace(label="<b>loud</b>", quote="<i>words</i>")
    (slide,) = json.loads(write_timelinejs([loud, STRIKE._replace(dated=False)]))["events"]
    assert slide["text"]["headline"] == "&lt;b&gt;loud&lt;/b&gt;"
    assert "<i>" not in slide["text"]["text"]
    assert slide["display_date"] == "17 June 2016"


def test_a_feature_stands_at_its_place_longitude_first_or_nowhere() -> None:
    here, nowhere = STRIKE._replace(place=GENOA), STRIKE
    features = json.loads(write_geojson([here, nowhere], {GENOA.iri: Position(44.4, 8.9)}))["features"]
    assert features[0]["geometry"] == {"type": "Point", "coordinates": [8.9, 44.4]}
    assert features[1]["geometry"] is None
    assert features[0]["properties"]["label"] == STRIKE.label


def test_a_feed_has_the_newest_first_and_is_as_new_as_that() -> None:
    older = STRIKE._replace(iri="urn:older", published="2015-01-01")
    feed = fromstring(feed_of([older, STRIKE], Feed("Strikes", "http://here/feed", "http://here/")))
    assert feed.findtext(f"{ATOM}updated") == "2016-06-18T00:00:00Z"
    assert [e.findtext(f"{ATOM}id") for e in feed.iter(f"{ATOM}entry")] == [STRIKE.iri, "urn:older"]
    assert [link.get("rel") for link in feed.findall(f"{ATOM}link")] == ["self", "alternate"]


def test_a_feed_of_nothing_and_of_signs_that_xml_forbids_can_be_read() -> None:
    assert fromstring(write_atom([])).findtext(f"{ATOM}updated") == NEVER
    odd = STRIKE._replace(label="a\x00b\x0bc <d>")
    title = fromstring(write_atom([odd])).findtext(f"{ATOM}entry/{ATOM}title")
    assert title == "17 June 2016: abc <d>"
