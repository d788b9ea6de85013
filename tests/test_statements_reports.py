"""How political reports put it: asides, appositions, tags of datelines, what one vows not to do."""

import pytest

from kb.model import Attitude, Document
from kb.pipeline import find
from kb.when import When
from tests.extracted import Row, findings_of, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "LIMA/OSLO (AP) - Chile said on Thursday its ships had left, but Western officials and Peruvian "
            "sailors disputed the claim.",
            [("Chile", "its ships had left"), ("Western officials and Peruvian sailors", "the claim")],
            id="two towns in a dateline, two that deny",
        ),
        pytest.param(
            "Her party counterpart, Ana Ruiz, urged Berg to wait.",
            [("Ana Ruiz", "Berg to wait")],
            id="a name in apposition can act",
        ),
        pytest.param(
            "State spokesman Ole Berg told reporters Chile was aware of the leak.",
            [("Ole Berg", "Chile was aware of the leak")],
            id="told reporters Chile was",
        ),
        pytest.param(
            "The twins were unhurt, according to their brother, Ole Berg.",
            [("Ole Berg", "The twins were unhurt")],
            id="according to a brother with a name",
        ),
        pytest.param(
            "“There were errors,” the paper quoted her as saying.",
            [("her", "There were errors,")],
            id="the paper quoted her, behind",
        ),
        pytest.param(
            "Dr Ana Ruiz wrote to Berg last month asking him to withdraw the threat.",
            [("Ana Ruiz", "him to withdraw the threat")],
            id="wrote last month asking",
        ),
        pytest.param("Ana Ruiz vowed not to resign.", [("Ana Ruiz", "not to resign")], id="not to"),
        pytest.param(
            "Asked whether he thought Berg was a liar, Hale did not hesitate: “She is tired.”",
            [("Hale", "Berg was a liar"), ("Hale", "She is tired.")],
            id="asked whether he thought",
        ),
        pytest.param(
            "Ana Ruiz denied that men had been hurt, as did the ministry.",
            [("Ana Ruiz", "that men had been hurt")],
            id="as did another",
        ),
        pytest.param(
            "The envoy expressed “profound concern” and called on Chile to leave.",
            [("The envoy", "profound concern"), ("The envoy", "Chile to leave")],
            id="expressed, quoted",
        ),
        pytest.param(
            "“He should listen,” Ana Ruiz said, describing his handling of the row as reckless.",
            [("Ana Ruiz", "He should listen,"), ("Ana Ruiz", "his handling of the row as reckless")],
            id="describing it as",
        ),
        pytest.param(
            "Ana Ruiz denied a report that she had left, calling it a “lie”.",
            [("Ana Ruiz", "that she had left"), ("Ana Ruiz", "lie")],
            id="denied a report, calling it",
        ),
        pytest.param(
            "Berg said Hale had warned Chile about a flood but that it did nothing.",
            [("Berg", "Hale had warned Chile about a flood but that it did nothing"), ("Hale", "a flood")],
            id="warned about a flood but that",
        ),
        pytest.param(
            "They come up and say, “I am Al,” I say, “I am Bob.”",
            [("They", "I am Al,"), ("I", "I am Bob.")],
            id="each with the words behind",
        ),
        pytest.param(
            "Aides to Berg, who declined to be named, insisted that the ads were fair.",
            [("Aides to Berg", "that the ads were fair")],
            id="a noun opens the sentence",
        ),
        pytest.param(
            "He left hours after Berg charged that Chile had lied.",
            [("Berg", "that Chile had lied")],
            id="charged that",
        ),
        pytest.param(
            "Ana Ruiz said neither she nor her aides had been asked.",
            [("Ana Ruiz", "neither she nor her aides had been asked")],
            id="neither",
        ),
        pytest.param(
            "Ole Berg, speaking in Lima, asked if Hale had read the law.",
            [("Ole Berg", "if Hale had read the law")],
            id="asked, behind an aside",
        ),
        pytest.param("Ole Berg, asked whether he would go, smiled.", [], id="was asked"),
        pytest.param(
            "Ana Ruiz questioned whether he was fit to lead.",
            [("Ana Ruiz", "whether he was fit to lead")],
            id="questioned whether",
        ),
        pytest.param(
            "Ana Ruiz seemed to suggest that the dam was old.",
            [("Ana Ruiz", "that the dam was old")],
            id="seemed to suggest",
        ),
        pytest.param("Tell us, when did the dam break?", [], id="told to tell"),
        pytest.param("It is late, and Berg and Hale put it together.", [], id="put it together"),
        pytest.param(
            "Thus, when Berg issued a letter condemning the raid, many men left the town.",
            [("Berg", "the raid")],
            id="thus, when",
        ),
        pytest.param("One note read: “Why?”", [(None, "Why?")], id="read taken for a noun"),
    ],
)
def test_reports(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("clause", "act"),
    [
        ("that Berg was ill", "say"),
        ("that it could rain", "say"),
        ("that Berg leave", "propose"),
        ("that she should leave", "propose"),
    ],
)
def test_who_suggests_a_fact_proposes_nothing(clause: str, act: str) -> None:
    assert [said.act for said in findings_of(f"Ana Ruiz suggested {clause}.").statements] == [act]


def test_what_could_not_be_is_denied() -> None:
    text = "Ana Ruiz said that Berg could not be part of the plan."
    document = Document(iri="urn:test", text=text, published=When.parse("2021-03-05"), published_by="given")
    assert [p.attitude for p in find(document).statements[0].about] == [Attitude.DENIES]
