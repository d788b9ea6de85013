"""Statements whose sentence goes on behind the cue: what dates a saying is no part of what is said."""

import pytest

from tests.extracted import findings_of

Row = tuple[str | None, str, str]


def rows_of(text: str) -> list[Row]:
    return [
        (
            statement.speaker.entity.name if statement.speaker else None,
            statement.trigger.of(text),
            " | ".join(span.of(text) for span in statement.content),
        )
        for statement in findings_of(text).statements
    ]


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "“The bridge will be shut,” Reed told a rally in Oslo on Friday, a day after the senate met.",
            ("Reed", "told", "The bridge will be shut,"),
            id="a day after",
        ),
        pytest.param(
            "“The bridge will be shut,” Reed said, less than two weeks before the ferry stops running.",
            ("Reed", "said", "The bridge will be shut,"),
            id="less than two weeks before",
        ),
        pytest.param(
            "A train left the rails near Vell on Monday, Peru’s railway said, two days after it had opened.",
            ("Peru’s railway", "said", "A train left the rails near Vell on Monday"),
            id="indirect, cue inside",
        ),
        pytest.param(
            "The line is safe, Reed said as he boarded the first train.",
            ("Reed", "said", "The line is safe"),
            id="as he boarded",
        ),
        pytest.param(
            "“I never saw the train,” Reed said when asked about it.",
            ("Reed", "said", "I never saw the train,"),
            id="when asked",
        ),
        pytest.param(
            "(Courier) - A Danish board said it would look into it.",
            ("A Danish board", "said", "it would look into it"),
            id="agency before the subject",
        ),
        pytest.param(
            "“I never saw the train,” Reed said, his voice breaking.",
            ("Reed", "said", "I never saw the train,"),
            id="his voice breaking",
        ),
        pytest.param(
            "Reed urged both sides on Tuesday to avoid a strike.",
            ("Reed", "urged", "both sides | to avoid a strike"),
            id="a day between whom and what",
        ),
        pytest.param(
            "Reed argues that deals cost money, and where they cost too much, no trade will take place.",
            (
                "Reed",
                "argues",
                "that deals cost money, and where they cost too much, no trade will take place",
            ),
            id="a condition behind and, a clause behind the condition",
        ),
        pytest.param(
            "Reed says that the law will fail, should the mayor leave the town.",
            ("Reed", "says", "that the law will fail, should the mayor leave the town"),
            id="a condition that opens with its verb",
        ),
        pytest.param(
            "Lumera announced its merger last December.",
            ("Lumera", "announced", "its merger"),
            id="last December",
        ),
        pytest.param(
            "A clerk for Mayor Ann Reed said that “noise on both banks is not helpful.” Quarrels went on.",
            ("A clerk for Mayor Ann Reed", "said", "that “noise on both banks is not helpful.”"),
            id="all of a that-clause quoted, the stop too",
        ),
    ],
)
def test_what_tells_when_something_was_said_is_not_said(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The tram line, which Oslo announced last month, is long.", id="which they announced"),
        pytest.param("The tram line that Oslo announced in July is long.", id="that they announced"),
        pytest.param("It is a line Oslo announced last year.", id="no relative pronoun"),
        pytest.param("An aide who asked not to be named left.", id="asked not to be named"),
        pytest.param("An aide, speaking on condition of anonymity, left.", id="on condition of anonymity"),
    ],
)
def test_a_clause_that_only_tells_which_one_is_meant_says_nothing(text: str) -> None:
    assert rows_of(text) == []


def test_the_day_between_target_and_demand_dates_the_urging() -> None:
    text = "Reed urged both sides on Tuesday to avoid a strike."
    (statement,) = findings_of(text).statements
    assert statement.time is not None
    assert statement.time.span.of(text) == "Tuesday"


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Lumera confirmed the sale in a statement.", ("Lumera", "confirmed", "the sale"), id="statement"
        ),
        pytest.param(
            "Reed hailed a “new age” after the talks.", ("Reed", "hailed", "a “new age”"), id="after talks"
        ),
        pytest.param(
            "Reed confirmed the ruling but would not discuss it.",
            ("Reed", "confirmed", "the ruling"),
            id="but would not",
        ),
        pytest.param(
            "Reed said the ferry had sunk but declined to say why.",
            ("Reed", "said", "the ferry had sunk"),
            id="but declined to",
        ),
        pytest.param(
            "LIMA, May 3 (Courier) - The ferry has sunk, Reed said.",
            ("Reed", "said", "The ferry has sunk"),
            id="dateline",
        ),
        pytest.param(
            "Reed said in a note released on Monday that the ferry had sunk.",
            ("Reed", "said", "that the ferry had sunk"),
            id="a note released on Monday",
        ),
        pytest.param(
            "Both pilots, Reed said, were ill.",
            ("Reed", "said", "Both pilots | were ill"),
            id="between commas",
        ),
        pytest.param(
            "The pilot was ill, his lawyer, Zed Okoro, told reporters.",
            ("Zed Okoro", "told", "The pilot was ill"),
            id="an apposition before told",
        ),
        pytest.param(
            "Reed called the fine absurdly high.", ("Reed", "called", "the fine absurdly high"), id="opinion"
        ),
        pytest.param(
            "Reed called the trial a farce.", ("Reed", "called", "the trial a farce"), id="opinion, noun"
        ),
        pytest.param(
            "In the words of the captain, Zed Okoro, QC, “nobody was awake”.",
            ("Zed Okoro", "In the words of", "nobody was awake"),
            id="in the words of",
        ),
    ],
)
def test_content_ends_where_the_writer_goes_on(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Reed dismissed his press officer on Monday.", id="dismissed a person"),
        pytest.param("Chile agreed on Monday to reopen the ferry.", id="agreed to do"),
        pytest.param("The union called a strike on Monday.", id="called a strike"),
        pytest.param("The accord concluded in Lima, everyone left.", id="a participle and a comma"),
    ],
)
def test_what_is_done_is_not_said(text: str) -> None:
    assert rows_of(text) == []


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Pilots who had seen the fire said it was small.",
            ("Pilots", "said", "it was small"),
            id="who had seen it",
        ),
        pytest.param(
            "The Dockers League (DL), which Oslo, Riga and Lima distrust, said it would strike.",
            ("Dockers League", "said", "it would strike"),
            id="an aside with commas of its own",
        ),
        pytest.param(
            "The Courier quoted a pilot as saying that the ferry had sunk.",
            ("a pilot", "saying", "that the ferry had sunk"),
            id="quoted as saying",
        ),
        pytest.param(
            "Reed accused Chile of delay, hours before the court met.",
            ("Reed", "accused", "delay"),
            id="hours before",
        ),
        pytest.param(
            "A pilot, speaking on condition of anonymity as he was no envoy, said the ferry had sunk.",
            ("A pilot", "said", "the ferry had sunk"),
            id="on condition of anonymity",
        ),
    ],
)
def test_whose_saying_it_is_when_asides_stand_between(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


def test_what_nobody_claims_is_no_statement() -> None:
    assert rows_of("No group claimed responsibility.") == []


def test_a_date_within_an_aside_about_the_speaker_does_not_date_the_saying() -> None:
    (statement,) = findings_of("Reed, who took office in 2015, urged the union to wait.").statements
    assert statement.time is None
