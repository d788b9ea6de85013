"""Lands named within longer names, as kb annotate tells them."""

import pytest

from kb.model import Document
from kb.pipeline import Given, annotate
from kb.reading.spans import given_spans

WITHIN = {
    "in short at the head": ("The U.S. Forest Service denied it on Friday.", "U.S.", True),
    "behind “of”": ("The University of Texas denied it on Friday.", "Texas", True),
    "written out before another noun": ("Japan Tobacco Union denied it on Friday.", "Japan", False),
    "of a firm": ("Continental Bank of Chile denied it on Friday.", "Chile", False),
    "letters that are no land": ("The UX Forest Service denied it on Friday.", "UX", False),
}


@pytest.mark.parametrize(("text", "words", "found"), WITHIN.values(), ids=WITHIN.keys())
def test_a_land_within_a_name_is_a_mention(text: str, words: str, found: bool) -> None:
    mentions = annotate(Document(iri="", text=text), frozenset({"mentions"})).mentions
    told = [one for one in mentions if one.span.of(text) == words]
    assert [one.entity.kind for one in told] == ["place"] * found
    assert len({one.span for one in mentions}) == len(mentions)


def test_of_a_span_that_is_given_within_a_longer_name_no_kind_is_known() -> None:
    text = "Ann Roe of the Salt Society of Chile denied it on Friday."
    start = text.index("Chile")
    spans = given_spans({"text": text, "mentions": [{"start": start, "end": start + 5}]}, "mentions")
    (one,) = annotate(
        Document(iri="", text=text), frozenset({"mentions"}), Given("mentions", tuple(spans))
    ).mentions
    assert (one.span.of(text), one.rule, one.entity.name) == ("Chile", "given", "Chile")
