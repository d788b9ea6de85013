"""Dialogue that dashes open: whose lines they are, and which dashes open none."""

import pytest

from kb.model import QuoteKind
from tests.extracted import Row, findings_of, rows_of

LEAD = "It rained in Lima on Monday.\n\n"


@pytest.mark.parametrize(
    ("lines", "rows"),
    [
        pytest.param(
            ["— We leave at dawn, said Ivan Reed."], [("Ivan Reed", "We leave at dawn,")], id="a tag"
        ),
        pytest.param(
            ["— You came back, — Ana Ruiz said. — I waited."],
            [("Ana Ruiz", "You came back, | I waited.")],
            id="dashes around a tag",
        ),
        pytest.param(
            ["—We leave —said Ivan Reed—. Tomorrow."],
            [("Ivan Reed", "We leave | Tomorrow.")],
            id="dashes without blanks",
        ),
        pytest.param(
            ["— It is, — said Ana Ruiz, — and I will tell you why. The dam leaks."],
            [("Ana Ruiz", "It is, | and I will tell you why. The dam leaks.")],
            id="a tag in the middle of a sentence",
        ),
        pytest.param(
            ["– You came back, Ana Ruiz said.", "– I did, said Ole Berg."],
            [("Ana Ruiz", "You came back,"), ("Ole Berg", "I did,")],
            id="short dashes, words to somebody",
        ),
        pytest.param(
            ["— At the mill, said Ole Berg. He left the room."],
            [("Ole Berg", "At the mill,")],
            id="no dash behind the tag, no more speech",
        ),
        pytest.param(
            ["— We leave, said Ivan Reed.", "— Then I pack, said Ana Ruiz.", "— Good.", "— At dawn?"],
            [
                ("Ivan Reed", "We leave,"),
                ("Ana Ruiz", "Then I pack,"),
                ("Ivan Reed", "Good."),
                ("Ana Ruiz", "At dawn?"),
            ],
            id="lines without a tag take turns",
        ),
        pytest.param(
            ["— We leave, said Ivan Reed.", "— Good."],
            [("Ivan Reed", "We leave,")],
            id="a new line is not the same speaker's",
        ),
    ],
)
def test_whose_lines_they_are(lines: list[str], rows: list[Row]) -> None:
    assert rows_of(LEAD + "\n\n".join(lines)) == rows


def test_a_line_is_direct_speech() -> None:
    said = findings_of(f"{LEAD}— We leave at dawn, said Ivan Reed.").statements
    assert [(s.kind, s.verbatim == s.content) for s in said] == [(QuoteKind.DIRECT, True)]


@pytest.mark.parametrize(
    "paragraphs",
    [
        pytest.param(
            ["The mayor gave two reasons:", "— The dam leaks.", "— Nobody lives there."], id="a list"
        ),
        pytest.param(["Reasons:", "— The dam is old, the mayor said.", "— Nobody lives there."], id="told"),
        pytest.param(
            ["Reasons:", "— Repairs are dear, said the mayor.", "— Nobody lives there."], id="inverted"
        ),
        pytest.param(["The mayor — she said it twice — left the town — and Peru."], id="dashes in prose"),
        pytest.param(["— Ana Ruiz, who said the dam was old, left the town."], id="a relative clause"),
        pytest.param(["— Ana Ruiz, mayor of Lima", "— Ole Berg, engineer"], id="names"),
        pytest.param(["- The dam is old, said the mayor.", "- Nobody lives there."], id="hyphens"),
    ],
)
def test_dashes_that_open_no_dialogue(paragraphs: list[str]) -> None:
    said = findings_of(LEAD + "\n\n".join(paragraphs)).statements
    assert not [s for s in said if s.kind is QuoteKind.DIRECT]
