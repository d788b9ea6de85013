"""What a parse tells of statements, on parses written by hand."""

import pytest

from kb.extracting.contents import find_contents
from kb.extracting.parsed_speakers import parsed_subject
from kb.extracting.trees import children, is_parsed, rehung, runs, subtree
from kb.extracting.vocabulary import load_speech
from kb.model import Span, Token

Row = tuple[str, str, int, str]  # word/lemma, part of speech, number of the head, relation


def tokens_of(*rows: Row) -> list[Token]:
    tokens: list[Token] = []
    start = 0
    for word, pos, head, relation in rows:
        text, _, lemma = word.partition("/")
        tokens.append(Token(Span(start, start + len(text)), text, lemma or text.lower(), pos, head, relation))
        start += len(text) + 1
    return tokens


REED = ("Reed", "PROPN", 1, "nsubj")
THAT_CLAUSE = tokens_of(
    REED,
    ("said/say", "VERB", 1, "root"),
    ("dams/dam", "NOUN", 3, "nsubj"),
    ("broke/break", "VERB", 1, "ccomp"),
    (",", "PUNCT", 6, "punct"),
    ("and", "CCONJ", 6, "cc"),
    ("left/leave", "VERB", 1, "conj"),
    (".", "PUNCT", 1, "punct"),
)
BESIDE = tokens_of(
    ("Dams/dam", "NOUN", 1, "nsubj"),
    ("broke/break", "VERB", 1, "root"),
    ("Reed", "PROPN", 3, "nsubj"),
    ("said/say", "VERB", 1, "parataxis"),
    ("in", "ADP", 5, "case"),
    ("Lima", "PROPN", 3, "obl"),
    (".", "PUNCT", 1, "punct"),
)
THE_FACT = tokens_of(
    REED,
    ("denied/deny", "VERB", 1, "root"),
    ("the", "DET", 3, "det"),
    ("fact", "NOUN", 1, "obj"),
    ("that", "SCONJ", 6, "mark"),
    ("dams/dam", "NOUN", 6, "nsubj"),
    ("broke/break", "VERB", 3, "acl"),
    (".", "PUNCT", 1, "punct"),
)
RELATIVE = tokens_of(
    ("told/tell", "VERB", 0, "root"),
    ("Reed", "PROPN", 0, "obj"),
    (",", "PUNCT", 4, "punct"),
    ("who", "PRON", 4, "nsubj"),
    ("left/leave", "VERB", 0, "ccomp"),
)


def said_in(tokens: list[Token]) -> list[str]:
    found = [content for _, content in find_contents(tokens, load_speech("en")) if content is not None]
    return [" ".join(t.text for a, b in c.ranges for t in tokens[a:b]) for c in found]


@pytest.mark.parametrize(
    ("tokens", "said"),
    [
        pytest.param(THAT_CLAUSE, ["dams broke"], id="the complement, not what the speaker does next"),
        pytest.param(BESIDE, ["Dams broke"], id="the clause beside the cue"),
        pytest.param(THE_FACT, ["that dams broke"], id="the clause that a noun carries"),
        pytest.param(RELATIVE, [], id="a relative clause that the parse takes for a complement"),
    ],
)
def test_what_is_said_by_the_parse(tokens: list[Token], said: list[str]) -> None:
    assert said_in(tokens) == said


@pytest.mark.parametrize(
    ("tokens", "verb", "subject"),
    [
        pytest.param(THAT_CLAUSE, 1, "Reed", id="its own"),
        pytest.param(THAT_CLAUSE, 6, "Reed", id="shared with the verb before"),
        pytest.param(
            tokens_of(
                ("Judges/judge", "NOUN", 3, "nsubj"),
                ("who", "PRON", 2, "nsubj"),
                ("say/say", "VERB", 0, "acl:relcl"),
                ("left/leave", "VERB", 3, "root"),
            ),
            2,
            "Judges",
            id="the noun of a relative",
        ),
    ],
)
def test_the_subject_by_the_parse(tokens: list[Token], verb: int, subject: str) -> None:
    found = parsed_subject(tokens, verb)
    assert found is not None
    assert " ".join(t.text for t in tokens[found.start : found.end]) == subject


def test_without_a_parser_nothing_is_found() -> None:
    plain = [Token(t.span, t.text, t.lemma, t.pos) for t in THAT_CLAUSE]
    assert not is_parsed(plain, 1)
    assert parsed_subject(plain, 1) is None
    assert list(children(plain, 1, ("ccomp",))) == []


def test_what_hangs_on_a_quotation_hangs_on_its_item() -> None:
    items = rehung(
        [THAT_CLAUSE[0], THAT_CLAUSE[1], Token(Span(9, 19), "QUOTE", ".", "QUOTE")],
        THAT_CLAUSE,
        [[0], [1], [2, 3]],
    )
    assert [(item.head, item.relation) for item in items] == [(1, "nsubj"), (1, "root"), (1, "ccomp")]


def test_a_subtree_ends_at_what_is_left_out() -> None:
    assert subtree(THE_FACT, 1, without=(6,)) == {0, 1, 2, 3, 7}
    assert runs(subtree(THAT_CLAUSE, 6), THAT_CLAUSE) == ((5, 7),)
