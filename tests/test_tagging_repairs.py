"""A sentence whose verb the parser misses gets it back."""

import pytest

from kb.model import Token
from kb.tagging.lexicon import load_lexicon
from kb.tagging.repairs import repaired
from tests.event_trees import parsed


def _tokens(written: str) -> tuple[Token, ...]:
    return parsed(written).sentences[0].tokens


@pytest.mark.parametrize(
    ("written", "verb", "below"),
    [
        pytest.param(
            "Reed|PROPN|root|0 ,|PUNCT|punct|3 mayor|NOUN|appos|1 ,|PUNCT|punct|3 accused|VERB|amod|6 "
            "Cole|PROPN|appos|1 .|PUNCT|punct|1",
            "accused",
            {"Reed": "nsubj", "Cole": "obj"},
            id="behind an apposition",
        ),
        pytest.param(
            "Banks|NOUN|root|0 agreed|VERB|acl|1 to|PART|mark|4 merge|VERB|acl|2 .|PUNCT|punct|1",
            "agreed",
            {"Banks": "nsubj", "merge": "xcomp"},
            id="with an infinitive",
        ),
    ],
)
def test_a_participle_is_the_verb_where_there_is_no_other(
    written: str, verb: str, below: dict[str, str]
) -> None:
    tokens = repaired(_tokens(written), load_lexicon("en"))
    found = {token.text: (token.relation, tokens[token.head or 0].text) for token in tokens}
    assert found[verb] == ("root", verb)
    assert {word: found[word] for word in below} == {word: (role, verb) for word, role in below.items()}


@pytest.mark.parametrize(
    "written",
    [
        pytest.param("Man|NOUN|root|0 accused|VERB|acl|1 of|ADP|case|4 murder|NOUN|obl|2", id="a headline"),
        pytest.param(
            "Men|NOUN|root|0 accused|VERB|acl|1 by|ADP|case|4 Reed|PROPN|obl|2 .|PUNCT|punct|1",
            id="by somebody",
        ),
        pytest.param(
            "Men|NOUN|root|0 accused|VERB|acl|1 fled|VERB|parataxis|1 .|PUNCT|punct|1", id="another verb"
        ),
        pytest.param(
            "Love|NOUN|root|0 for|ADP|case|4 fried|VERB|amod|4 food|NOUN|nmod|1 .|PUNCT|punct|1",
            id="before its noun",
        ),
        pytest.param("Men|NOUN|root|0 armed|ADJ|amod|1 .|PUNCT|punct|1", id="no verb"),
    ],
)
def test_a_sentence_stays_as_it_is_read(written: str) -> None:
    tokens = _tokens(written)
    assert repaired(tokens, load_lexicon("en")) == tokens
