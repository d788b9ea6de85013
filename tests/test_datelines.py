"""Where a report was written stands apart from what it reports."""

import pytest

from kb.languages import load_language
from kb.model import Document
from kb.pipeline import find
from kb.reading.datelines import dateline_end
from kb.reading.sentences import find_sentences
from kb.when import When


@pytest.mark.parametrize(
    "dateline",
    [
        "BRUSSELS (Reuters) - ",
        "MOSCOW, Feb 3 (Reuters) - ",
        "Kabul, Afghanistan (CNN) -- ",
        "SEOUL, South Korea, Feb. 7 (AP) — ",
        "UNITED NATIONS (AP) — ",
        "KIEV, Ukraine — ",
        "LONDON - ",
        "BEIRUT/GENEVA (Reuters) - ",
        "Paris, 14 Nov. (AFP) – ",
    ],
)
def test_a_dateline_ends_before_the_report(dateline: str) -> None:
    text = f"{dateline}The minister left."
    assert dateline_end(text, 0, len(text)) == len(dateline)


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance of 28 states - agreed.",
        "Ann Roe (Labour) - the mayor - agreed.",
        "Roe (born in 1950) - a painter - died.",
        "The IMF - The fund agreed.",
        "“We agreed,” she said - And left.",
    ],
)
def test_a_dash_alone_makes_no_dateline(text: str) -> None:
    assert dateline_end(text, 0, len(text)) == 0


def test_the_place_of_a_dateline_takes_no_part() -> None:
    text = "BRUSSELS (Reuters) - Soldiers shot two men on Tuesday, wounding both."
    document = Document(iri="urn:test", text=text, published=When.parse("2016-03-22"))
    parts = {part.mention.entity.name for event in find(document).events for part in event.participants}
    assert parts
    assert "BRUSSELS" not in parts


@pytest.mark.parametrize(
    ("text", "sentences"),
    [
        ("It blew up at 8 a.m. Federal police came.", 2),
        ("It blew up at 8 a.m. Monday.", 1),
        ("It blew up at 8 p.m. Moscow time.", 1),
        ("It blew up at 8 a.m. EST on Monday.", 1),
        ("It blew up at 8 a.m. Eastern on Monday.", 1),
    ],
)
def test_a_clock_may_end_a_sentence(text: str, sentences: int) -> None:
    assert len(find_sentences(Document(iri="urn:test", text=text), load_language("en"))) == sentences
