"""What entries are called once a whole text was read: each by its own words, and nothing that reads as its
contrary."""

import pytest

from kb.model import Document, Status
from kb.pipeline import find
from kb.when import When


def entries_of(text: str, published: str = "2016-02-03") -> dict[str, Status | None]:
    found = find(Document(iri="urn:test", text=text, published=When.parse(published), published_by="given"))
    events = {event.label: event.status for event in found.events}
    return {**{statement.label: None for statement in found.statements}, **events}


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Oslo denied that it plans to send troops.", "Norway: denied that it plans to send troops"),
        ("A spokesman denied it had sold the port.", "A spokesman: denied it had sold the port"),
        ("Farmers fear that the dam will fail.", "Farmers: fear that the dam will fail"),
        ("Norway rejected claims that jets hit it.", "Norway: rejected claims that jets hit it"),
        ("The ministry said that it plans to send troops.", "The ministry: it plans to send troops"),
        ("Marek Ivanov called the raid “a mess”.", "Marek Ivanov: called the raid “a mess”"),
        ("Marek Ivanov called: “Help us now.”", "Marek Ivanov: Help us now."),
        ("Marek Ivanov spoke of “a grave mistake”.", "Marek Ivanov: spoke of a grave mistake"),
        ("“The jet never left,” Marek Ivanov denied.", "Marek Ivanov: The jet never left"),
    ],
)  # fmt: skip
def test_a_denial_or_a_fear_does_not_read_as_an_assertion(text: str, label: str) -> None:
    assert label in entries_of(text)


@pytest.mark.parametrize(
    ("text", "label"),
    [
        ("Roe said that Norway would not apologise for shooting down a jet.", "Shooting down a jet"),
        ("Envoys have pushed both sides to accept a deal signed in Morocco.", "A deal signed in Morocco"),
        ("Norway accused the army of shelling a town.", "The army shelling a town"),
        ("A deal to let men leave Oslo failed on Tuesday, when shelling broke out.", "Shelling broke out"),
        ("Oil prices fell for an hour before recovering.", "Oil prices recovering"),
        ("Norway has voted to leave the European Union.", "Norway to leave the European Union"),
        ("Under the deal, curbs imposed by Norway would be lifted.", "The deal"),
        ("In Oslo, Norway, Chile and Peru signed a deal.", "Norway, Chile and Peru signed a deal"),
        ("The krone fell as much as 10 percent in Oslo.", "The krone fell as much as 10 percent in Oslo"),
        ("A jet was shot down over Oslo in May, killing ten.", "A jet was shot down over Oslo, killing ten"),
        ("Marek Ivanov was accused of shelling a town.", "Marek Ivanov was accused of shelling a town"),
        ("Peru, whose bank had devalued the sol in May, fell.", "Peru's bank had devalued the sol"),
        ("The storm tore roofs off and swept away a bridge.", "The storm swept away a bridge"),
        ("Ten men died when a boat that was carrying them came under fire.", "Ten men died"),
        ("Marek Ivanov was arrested in May and charged in June.", "Marek Ivanov was charged"),
        ("Marek Ivanov, who led the talks with Peru, was sworn in.", "Marek Ivanov led the talks with Peru"),
        ("Five men were killed and ten wounded in clashes.", "Ten were wounded in clashes"),
        ("They saw a member of the High Court, who was arrested.", "A member of the High Court was arrested"),
        ("Doctors began a 24-hour stoppage on Monday.", "Doctors began a 24-hour stoppage"),
        ("Apollo 11 landed on the Moon on 20 July 1969.", "Apollo 11 landed on the Moon"),
        ("The castle collapsed about 1450.", "The castle collapsed"),
        ("The village was burned down sometime in 1644.", "The village was burned down"),
        ("The company was taken over in 2001.", "The company was taken over"),
    ],
)  # fmt: skip
def test_an_event_is_called_by_its_own_words(text: str, label: str) -> None:
    assert label in entries_of(text)


def test_a_speaker_is_no_part_of_what_he_says_will_be_done() -> None:
    text = "Central Bank Governor Mark Carter said the bank stood ready to provide 50 million pounds."
    assert "Mark Carter: the bank stood ready to provide 50 million pounds" in entries_of(text)
    assert not any(label.startswith("Central") for label in entries_of(text))


@pytest.mark.parametrize(
    ("text", "label", "status"),
    [
        (
            "Envoys have been pushing both sides to accept a deal signed in Morocco on 17 December 2015.",
            "A deal signed in Morocco",
            Status.HAPPENED,
        ),
        (
            "Envoys are pushing both sides to accept a deal signed in Morocco on 17 May 2016.",
            "A deal signed in Morocco",
            Status.PLANNED,
        ),
        (
            "Scotland rejected independence in a vote in September 2014.",
            "Scotland rejected independence in a vote",
            Status.HAPPENED,
        ),
    ],
)
def test_what_is_told_in_passing_of_a_day_gone_by_happened(text: str, label: str, status: Status) -> None:
    assert entries_of(text).get(label) is status


def test_what_could_not_have_happened_without_somebody_did_happen() -> None:
    text = "Judge Ann Roe said the siege of Sarajevo could not have happened without his support."
    assert (
        entries_of(text).get("The siege of Sarajevo could not have happened without his support")
        is Status.CLAIMED
    )


@pytest.mark.parametrize(
    ("text", "dates"),
    [
        ("Ivanov was found guilty of murder and sentenced to ten years on Tuesday.", ["2016-02-02"] * 2),
        ("Rebels attacked the town and killed ten people on Tuesday.", ["2016-02-02"] * 2),
        ("Police arrested two men and seized the weapons last year.", ["../2016-02-03", "2015"]),
    ],
)
def test_two_verbs_told_in_one_breath_share_a_day_of_the_news(text: str, dates: list[str]) -> None:
    found = find(
        Document(iri="urn:test", text=text, published=When.parse("2016-02-03"), published_by="given")
    )
    assert [str(event.date.when.edtf) for event in found.events if event.date and event.date.when] == dates
