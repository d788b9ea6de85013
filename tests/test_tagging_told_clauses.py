"""A clause with "that" behind a listener is what he is told, unless it tells which one he is."""

import pytest

from kb.tagging.lexicon import load_lexicon
from kb.tagging.told_clauses import with_told_clauses
from tests.event_trees import parsed

READ = (
    "Reed|PROPN|nsubj|2 told|VERB|root|0 {listener} that|{that} "
    "Chile|PROPN|nsubj|6 won|VERB|acl:relcl|3 .|PUNCT|punct|2"
)


@pytest.mark.parametrize(
    ("that", "relation"),
    [
        pytest.param("SCONJ|mark|6", ("ccomp", "told"), id="with a subject of its own"),
        pytest.param("PRON|nsubj|6", ("ccomp", "told"), id="taken for its subject"),
        pytest.param("PRON|obj|6", ("acl:relcl", "members"), id="the members that Chile won over"),
    ],
)
def test_what_is_told(that: str, relation: tuple[str, str]) -> None:
    written = READ.format(listener="members|NOUN|iobj|2", that=that)
    tokens = with_told_clauses(parsed(written).sentences[0].tokens, load_lexicon("en"))
    assert (tokens[5].relation, tokens[tokens[5].head or 0].text) == relation


def test_only_behind_verbs_of_telling() -> None:
    written = READ.replace("told", "saw").format(listener="members|NOUN|obj|2", that="SCONJ|mark|6")
    tokens = parsed(written).sentences[0].tokens
    assert with_told_clauses(tokens, load_lexicon("en")) is tokens


def test_a_time_is_described_by_no_such_clause() -> None:
    written = (
        "Reed|PROPN|nsubj|2 said|VERB|root|0 last|ADJ|amod|4 week|NOUN|obl:unmarked|2 that|PRON|obj|7 "
        "Chile|PROPN|nsubj|7 won|VERB|acl:relcl|4 .|PUNCT|punct|2"
    )
    tokens = with_told_clauses(parsed(written).sentences[0].tokens, load_lexicon("en"))
    assert (tokens[6].relation, tokens[6].head, tokens[4].relation) == ("ccomp", 1, "mark")
