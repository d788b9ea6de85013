"""Statements: each way of saying something, in sentences that differ in that alone."""

import pytest

from kb.model import QuoteKind, Statement
from tests.extracted import findings_of

DIRECT, INDIRECT, MIXED = QuoteKind.DIRECT, QuoteKind.INDIRECT, QuoteKind.MIXED


def summary_of(text: str, statement: Statement) -> tuple[str | None, str, QuoteKind, str]:
    speaker = statement.speaker.entity.name if statement.speaker else None
    content = " | ".join(span.of(text) for span in statement.content)
    return speaker, statement.act, statement.kind, content


def only_statement(text: str) -> Statement:
    statements = findings_of(text).statements
    assert len(statements) == 1, [summary_of(text, s) for s in statements]
    return statements[0]


@pytest.mark.parametrize(
    ("text", "speaker", "act", "kind", "content"),
    [
        pytest.param(
            "Ann Reed said that the dam was safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "that the dam was safe",
            id="said that",
        ),
        pytest.param(
            "Ann Reed said the dam was safe.", "Ann Reed", "say", INDIRECT, "the dam was safe", id="said"
        ),
        pytest.param(
            "Ann Reed said on Monday in Oslo that the dam was safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "that the dam was safe",
            id="adverbials between",
        ),
        pytest.param(
            "“The dam is safe,” said Ann Reed.",
            "Ann Reed",
            "say",
            DIRECT,
            "The dam is safe,",
            id="inverted cue",
        ),
        pytest.param(
            "“The dam,” Ann Reed said, “is safe.”",
            "Ann Reed",
            "say",
            DIRECT,
            "The dam, | is safe.",
            id="cue inside",
        ),
        pytest.param(
            'Ann Reed wrote: "The dam is safe."',
            "Ann Reed",
            "say",
            DIRECT,
            "The dam is safe.",
            id="colon, straight marks",
        ),
        pytest.param(
            "The dam is “perfectly safe”, Ann Reed said.",
            "Ann Reed",
            "say",
            MIXED,
            "The dam is “perfectly safe”",
            id="mixed, cue after",
        ),
        pytest.param(
            "The dam is safe, officials said.", "officials", "say", INDIRECT, "The dam is safe", id="cue last"
        ),
        pytest.param(
            "The dam, Ann Reed said, is safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "The dam | is safe",
            id="cue between commas",
        ),
        pytest.param(
            "According to Ann Reed, the dam is safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "the dam is safe",
            id="according to",
        ),
        pytest.param(
            "Chile accused Peru of moving the border stones.",
            "Chile",
            "accuse",
            INDIRECT,
            "Peru of moving the border stones",
            id="accused of",
        ),
        pytest.param(
            "Chile blamed Peru for the fire on Monday.",
            "Chile",
            "accuse",
            INDIRECT,
            "the fire",
            id="blamed for",
        ),
        pytest.param(
            "Nurses warned against a rise in fees.",
            "Nurses",
            "warn",
            INDIRECT,
            "a rise in fees",
            id="warned against",
        ),
        pytest.param(
            "Chile denied moving the stones.",
            "Chile",
            "deny",
            INDIRECT,
            "moving the stones",
            id="denied doing",
        ),
        pytest.param(
            "Nurses called for a strike.", "Nurses", "call for", INDIRECT, "a strike", id="called for"
        ),
        pytest.param(
            "Nurses called on the mayor to resign.",
            "Nurses",
            "call for",
            INDIRECT,
            "the mayor to resign",
            id="called on",
        ),
        pytest.param(
            "Nurses demanded higher pay.", "Nurses", "demand", INDIRECT, "higher pay", id="demanded"
        ),
        pytest.param("Chile vowed to return.", "Chile", "promise", INDIRECT, "to return", id="vowed to"),
        pytest.param(
            "The bank announced a merger.", "The bank", "announce", INDIRECT, "a merger", id="announced"
        ),
        pytest.param(
            "Sixty judges signed a letter urging the senate to act.",
            "Sixty judges",
            "urge",
            INDIRECT,
            "the senate to act",
            id="signers of a letter",
        ),
        pytest.param(
            "Ann Reed resigned, saying the dam was unsafe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "the dam was unsafe",
            id="participle of the subject",
        ),
        pytest.param(
            "Ann Reed called the dam “a disgrace”.",
            "Ann Reed",
            "say",
            MIXED,
            "the dam “a disgrace”",
            id="called it something",
        ),
        pytest.param(
            "Ann Reed, who built the dam, said it was safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "it was safe",
            id="relative clause",
        ),
        pytest.param(
            "Its builder, Ann Reed, said it was safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "it was safe",
            id="apposition",
        ),
        pytest.param(
            "Ann Reed went on to say that it was safe.",
            "Ann Reed",
            "say",
            INDIRECT,
            "that it was safe",
            id="went on to say",
        ),
    ],
)
def test_ways_of_saying(text: str, speaker: str, act: str, kind: QuoteKind, content: str) -> None:
    assert summary_of(text, only_statement(text)) == (speaker, act, kind, content)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The so-called “miracle cure” was sugar.", id="scare quotes"),
        pytest.param("Her novel “Grey Rain” sold well.", id="title"),
        pytest.param("A show named “Say It” opened.", id="title after named"),
        pytest.param("Ann Reed did not say that it was safe.", id="not said"),
        pytest.param("Ann Reed could say that it was safe.", id="might be said"),
        pytest.param("They are said to be rich.", id="are said to be"),
        pytest.param("Ann Reed declined to comment.", id="no comment"),
        pytest.param("The accusation came a day later.", id="noun for an earlier statement"),
        pytest.param("They entered what locals called a “safe zone”.", id="what they called"),
        pytest.param("Minister Says Dam Is Safe", id="headline"),
    ],
)
def test_what_is_no_statement(text: str) -> None:
    assert [summary_of(text, s) for s in findings_of(text).statements] == []
