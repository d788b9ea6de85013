"""Direct speech: where the words stand, who says them, when no verb of saying is near."""

import pytest

from kb.model import QuoteKind
from tests.extracted import Row, findings_of, rows_of

LEAD = "It rained in Lima on Monday.\n\n"


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "“We will rebuild,” Mayor Ana Ruiz said. “It takes time.\n\n“We did it.\n\n“Nobody is alone.”",
            [("Ana Ruiz", "We will rebuild, | It takes time. | We did it. | Nobody is alone.")],
            id="over paragraphs",
        ),
        pytest.param(
            "“We will rebuild,” Ana Ruiz said. “It takes time.\n\n“Nobody is alone,” she went on.",
            [("Ana Ruiz", "We will rebuild,"), ("Ana Ruiz", "It takes time. | Nobody is alone,")],
            id="going on over paragraphs",
        ),
        pytest.param(
            LEAD + "Ole Berg was blunt: “The plan is dead.”",
            [("Ole Berg", "The plan is dead.")],
            id="a clause and a colon",
        ),
        pytest.param(
            LEAD + "Asked about the strike, Ole Berg shrugged. “It is over.”",
            [("Ole Berg", "It is over.")],
            id="a gesture, then the words",
        ),
        pytest.param(
            LEAD + "The mayor’s verdict: “A disgrace.”",
            [("The mayor", "A disgrace.")],
            id="a noun and a colon",
        ),
        pytest.param(
            LEAD + "“The plan is dead” — Ana Ruiz, mayor of Lima.",
            [("Ana Ruiz", "The plan is dead")],
            id="signed with a dash",
        ),
        pytest.param(
            LEAD + "“Yes,” Ana Ruiz answered, then added: “But not today.”",
            [("Ana Ruiz", "Yes,"), ("Ana Ruiz", "But not today.")],
            id="two verbs, two statements",
        ),
        pytest.param(
            LEAD + "Ana Ruiz was clear. “It is over,” she said. “It should never have begun.” And she left.",
            [("Ana Ruiz", "It is over, | It should never have begun.")],
            id="goes on behind the cue",
        ),
        pytest.param(
            LEAD + "Ana Ruiz: “I love this town.”",
            [("Ana Ruiz", "I love this town.")],
            id="a name and a colon",
        ),
        pytest.param(
            "“When I hear ‘Go,’ I hear ‘Go back,’ ” Ana Ruiz said.",
            [("Ana Ruiz", "When I hear ‘Go,’ I hear ‘Go back,’")],
            id="ends with a quotation within",
        ),
        pytest.param(
            "« The talks have failed », the envoy said. « It is over. » He left.",
            [("the envoy", "The talks have failed | It is over.")],
            id="blanks inside the marks",
        ),
        pytest.param(
            "``We are done,'' Ana Ruiz said. ``It is over.'' She left.",
            [("Ana Ruiz", "We are done, | It is over.")],
            id="typed marks",
        ),
    ],
)
def test_whose_words_they_are(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "Harbour Gazette: Why did you leave the party?\n\nAna Ruiz: I had no choice.\n\n"
            "Harbour Gazette: Will you stand again?\n\nAna Ruiz: Ask me in May.\n\nIt is open.",
            [
                ("Harbour Gazette", "Why did you leave the party?"),
                ("Ana Ruiz", "I had no choice."),
                ("Harbour Gazette", "Will you stand again?"),
                ("Ana Ruiz", "Ask me in May. | It is open."),
            ],
            id="an interview with names",
        ),
        pytest.param(
            "Q. Do you regret it?\n\nA. Not at all.\n\nQ. Why not?\n\nA. It was right.",
            [
                (None, "Do you regret it?"),
                (None, "Not at all."),
                (None, "Why not?"),
                (None, "It was right."),
            ],
            id="letters with a point",
        ),
        pytest.param(
            "Note: The pool is closed.\n\nPrices: from five pounds.\n\nHours: nine to five.",
            [],
            id="a notice",
        ),
    ],
)
def test_turns_of_an_interview(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows


def test_a_turn_is_direct_speech_without_marks() -> None:
    text = "Q: Is it safe?\n\nA: It is.\n\nQ: Are you sure?\n\nA: Ask Ana Ruiz."
    found = findings_of(text).statements
    assert {s.kind for s in found} == {QuoteKind.DIRECT}
    assert all(s.verbatim == s.content for s in found)


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "The answer came from Ana Ruiz: “We stay.”", [("Ana Ruiz", "We stay.")], id="came from somebody"
        ),
        pytest.param(
            "Then came the reply from Ole Berg: “Never.”", [("Ole Berg", "Never.")], id="came, inverted"
        ),
        pytest.param(
            "The reply from Ana Ruiz was short: “No.”", [("Ana Ruiz", "No.")], id="whose reply it is"
        ),
        pytest.param(
            "It was Ana Ruiz who told the court: “We knew.”", [("Ana Ruiz", "We knew.")], id="it was X who"
        ),
        pytest.param(
            "It is Ana Ruiz, the mayor, who said that the dam leaked.",
            [("Ana Ruiz", "that the dam leaked")],
            id="it is X, the mayor, who",
        ),
        pytest.param("It was not Ana Ruiz who said that the dam leaked.", [], id="it was not X who"),
        pytest.param("The water came from the river: “Lake Ana” was full.", [], id="a river sends no words"),
        pytest.param("The list reads:\n\nApples, pears, plums.", [], id="a list is no document"),
    ],
)
def test_what_comes_from_somebody(text: str, rows: list[Row]) -> None:
    assert rows_of(LEAD + text) == rows


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param("Ana Ruiz sent the court a letter. The letter reads:", "Ana Ruiz", id="who sent it"),
        pytest.param("The court got a letter from Ana Ruiz. The letter reads:", "Ana Ruiz", id="from whom"),
        pytest.param("Ana Ruiz’s letter was read out. The letter says:", "Ana Ruiz", id="whose it is"),
        pytest.param(
            "A letter, signed by Ana Ruiz, was found. It is long. The letter says:", "Ana Ruiz", id="by"
        ),
        pytest.param("In a letter to the court, Ana Ruiz wrote:", "Ana Ruiz", id="in a letter"),
        pytest.param("The statement from the ministry said:", "the ministry", id="told in the sentence"),
        pytest.param(
            "Ana Ruiz bought a letter. The letter reads:", "The letter", id="who has it wrote nothing"
        ),
        pytest.param("The river bore a letter. The letter reads:", "The letter", id="nobody is known"),
    ],
)
@pytest.mark.parametrize("block", ["The dam leaks. It has leaked since May.", "“The dam leaks.”"])
def test_a_paragraph_behind_a_document_is_its_authors(text: str, speaker: str, block: str) -> None:
    assert rows_of(f"{LEAD}{text}\n\n{block}") == [(speaker, block.strip("“”"))]


def test_a_paragraph_behind_a_colon_is_what_is_denied() -> None:
    text = (
        LEAD + "In a letter to the court, the mayor denied these charges:\n\n"
        "Nobody was forced to stay. The gates were open. Later the mayor said that she had left."
    )
    found = findings_of(text).statements[0]
    assert [span.of(text) for span in found.content] == ["Nobody was forced to stay. The gates were open."]
    assert found.kind is QuoteKind.DIRECT


@pytest.mark.parametrize(
    ("text", "nested", "carrier"),
    [
        pytest.param(
            "“My father always said the river would rise,” Ana Ruiz recalled.",
            ("My father", "the river would rise"),
            "Ana Ruiz",
            id="said within what is said",
        ),
        pytest.param(
            "“They told us to leave,” said Omar Aziz, a baker.",
            ("They", "us to leave"),
            "Omar Aziz",
            id="an unresolved pronoun stays unnamed",
        ),
        pytest.param(
            "“The guard told me, ‘Leave at once,’ and I left,” Ana Ruiz said.",
            ("The guard", "Leave at once,"),
            "Ana Ruiz",
            id="single marks within double ones",
        ),
    ],
)
def test_what_the_quoted_quote(text: str, nested: Row, carrier: str) -> None:
    found = [s for s in findings_of(text).statements if s.carriers]
    assert [(s.speaker.entity.name if s.speaker else None, s.content[0].of(text)) for s in found] == [nested]
    assert [mention.entity.name for mention in found[0].carriers] == [carrier]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("“I said it would rain,” Ana Ruiz said.", id="the speaker's own words before"),
        pytest.param("“We cannot confirm the cause,” Ana Ruiz said.", id="nothing is said within"),
    ],
)
def test_the_quoted_quote_nobody(text: str) -> None:
    assert len(findings_of(text).statements) == 1


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(LEAD + "The singer John “Mad Dog” Berg was there.", id="a nickname"),
        pytest.param(LEAD + "The so-called “peace train” left Oslo.", id="scare quotes"),
        pytest.param(
            LEAD + "The shelves were empty: “Two Rivers” had sold out.", id="a title behind a colon"
        ),
    ],
)
def test_marks_that_quote_nobody(text: str) -> None:
    assert rows_of(text) == []
