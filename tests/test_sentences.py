"""Paragraphs, sentences, and which passages are news."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from kb.languages import load_language
from kb.model import Document, Passage, Sentence
from kb.reading.sentences import find_sentences

ENGLISH = load_language("en")


def sentences(text: str, title: str = "") -> tuple[Sentence, ...]:
    return find_sentences(Document(iri="x", text=text, title=title, publisher="Harbour Gazette"), ENGLISH)


def words(text: str) -> list[str]:
    return [sentence.span.of(text) for sentence in sentences(text)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("He left. She stayed.", ["He left.", "She stayed."], id="two plain sentences"),
        pytest.param("Gen. Roe left. She stayed.", ["Gen. Roe left.", "She stayed."], id="a title"),
        pytest.param("He met J. R. Roe there.", ["He met J. R. Roe there."], id="initials"),
        pytest.param("The U.S. Navy sailed.", ["The U.S. Navy sailed."], id="an acronym inside"),
        pytest.param(
            "They left the U.S. The ship sank.",
            ["They left the U.S.", "The ship sank."],
            id="an acronym at the end",
        ),
        pytest.param("He left. ``Go.'' He went.", ["He left.", "``Go.''", "He went."], id="typed marks"),
        pytest.param(
            "He left. « Go. » He went.", ["He left.", "« Go. »", "He went."], id="marks with blanks"
        ),
        pytest.param("“Go now.” He went.", ["“Go now.”", "He went."], id="a stop inside the quotation"),
        pytest.param(
            "“Why?” she asked. No one spoke.",
            ["“Why?” she asked.", "No one spoke."],
            id="a question with its cue",
        ),
        pytest.param("In St.\u00a0Louis it rained.", ["In St.\u00a0Louis it rained."], id="a no-break space"),
        pytest.param(
            "It cost 3.5 million. It sank.", ["It cost 3.5 million.", "It sank."], id="a decimal point"
        ),
        pytest.param("He waited … then left.", ["He waited … then left."], id="an ellipsis"),
        pytest.param(
            "Rain fell on 3 Jan. and again later.",
            ["Rain fell on 3 Jan. and again later."],
            id="a short month",
        ),
    ],
)
def test_a_sentence_ends_where_a_reader_ends_it(text: str, expected: list[str]) -> None:
    assert words(text) == expected


def test_every_line_is_a_paragraph_when_lines_are_whole() -> None:
    text = "The harbour was closed on Monday.\nIt opened again a day later.\n\nNobody was hurt."
    assert [s.paragraph for s in sentences(text)] == [0, 1, 2]


def test_a_hard_wrapped_text_has_paragraphs_at_blank_lines_only() -> None:
    text = (
        "The harbour was closed on Monday after a crane had fallen on\n"
        "the northern quay and blocked the only road that leads to the\n"
        "ferries. It opened again a day later.\n\n"
        "Nobody was hurt in the accident, the police said, but\nthe damage was great."
    )
    assert [s.paragraph for s in sentences(text)] == [0, 0, 1]


@pytest.mark.parametrize(
    ("paragraph", "count"),
    [
        ("— You came back, — she said. — I waited.", 2),
        ("— The ferry — it was late — left. It came back.", 2),
        ("“The plan is dead. It leaks.” — Ann Roe, mayor", 2),
    ],
)
def test_a_dash_opens_a_sentence_in_a_line_of_dialogue(paragraph: str, count: int) -> None:
    assert len(sentences(paragraph)) == count


@pytest.mark.parametrize(
    ("paragraph", "passage"),
    [
        ("Harbour closed after accident", Passage.HEADLINE),
        ("The Harbour Gazette reports:", Passage.LEAD_IN),
        ("News agency Tideline reports from Oslo:", Passage.LEAD_IN),
        ("According to the agency Tideline:", Passage.LEAD_IN),
        ("In a letter to the port, Ann Roe wrote:", Passage.BODY),
        ("She wrote:", Passage.BODY),
        ("The harbour was closed on Monday.", Passage.BODY),
        ("Share this article on your network", Passage.BOILERPLATE),
        ("Photograph by Ann Roe", Passage.BOILERPLATE),
        ("© 2016 The Harbour Gazette. All rights reserved.", Passage.BOILERPLATE),
        ("About two hundred people gathered at the quay.", Passage.BODY),
        ("Reviewed by the port authority, the plan was dropped in May.", Passage.BODY),
    ],
)
def test_a_paragraph_is_told_from_what_is_no_news(paragraph: str, passage: Passage) -> None:
    around = ("The ferry sank on Sunday.", paragraph, "Rescuers found no one.", "It had left at noon.")
    text = "\n\n".join(around)
    assert next(s.passage for s in sentences(text) if s.span.of(text).startswith(paragraph[:5])) is passage


@pytest.mark.parametrize(
    "ending",
    [
        "Ann Roe\n\nAbout Ann Roe 312 Articles\n\nI am a sailor who likes to write about the sea.",
        "Ann Roe is a freelance reporter based in Oslo.",
        "About the author\n\nAnn Roe lives in Oslo with two cats. She has written since 1999.",
        "Our correspondent in Oslo says she has never been seasick.",
        "Bob Roe has covered the sea for us since 1999.",
        "Jane Poe covers ferries for the Gazette. She once said that she cannot swim.",
        "Reporting by Ann Roe; additional reporting by Bob Roe in Bergen.",
        "If you saw the accident, please write to us before Monday.",
        "The Harbour Gazette was founded by a captain in 1884.",
        "The Gazette is printed on Tuesdays.",
        "Harbour Gazette: read at sea since 1884.",
    ],
    ids=[
        "an author box",
        "a biography line",
        "a headed biography",
        "our correspondent",
        "what the author covers",
        "who the byline names",
        "the reporters",
        "a word to the reader",
        "the paper about itself",
        "the paper by its last name",
        "a motto",
    ],
)
def test_the_author_at_the_end_is_no_news(ending: str) -> None:
    body = "By Jane Poe\n\n" + "\n\n".join(["The ferry sank on Sunday.", "Nobody was found."] * 5)
    found = sentences(f"{body}\n\n{ending}")
    assert {s.passage for s in found if s.span.start > len(body)} <= {Passage.BOILERPLATE, Passage.HEADLINE}
    assert {s.passage for s in found if s.span.start < len(body)} <= {Passage.BODY, Passage.HEADLINE}
    assert sum(s.passage is Passage.BODY for s in found) == 10


def test_a_paragraph_that_repeats_the_title_is_a_headline() -> None:
    found = sentences(
        "Is the harbour safe?\n\nThe harbour was closed on Monday.", title="Is the harbour safe?"
    )
    assert [s.passage for s in found] == [Passage.HEADLINE, Passage.BODY]


@given(st.text(alphabet=st.sampled_from("Ab. “”?!\n\u00a0’Mr"), max_size=80))
def test_every_letter_lies_in_exactly_one_sentence(text: str) -> None:
    covered = [i for s in sentences(text) for i in range(s.span.start, s.span.end)]
    assert len(covered) == len(set(covered))
    assert {i for i, c in enumerate(text) if not c.isspace()} <= set(covered)
