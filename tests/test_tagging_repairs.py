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


@pytest.mark.parametrize(
    ("written", "relation", "subject", "object_"),
    [
        pytest.param(
            "The|DET|det|5 central|ADJ|amod|3 bank|NOUN|compound|5 cut|NOUN|compound|5 rates|NOUN|root|0 "
            "on|ADP|case|7 Thursday|PROPN|nmod|5 .|PUNCT|punct|5",
            "root",
            "bank",
            "rates",
            id="a heap of nouns",
        ),
        pytest.param(
            "Roe|PROPN|nsubj|2 said|VERB|root|0 the|DET|det|6 bank|NOUN|compound|6 cut|NOUN|compound|6 "
            "rates|NOUN|obj|2 .|PUNCT|punct|2",
            "ccomp",
            "bank",
            "rates",
            id="behind said",
        ),
        pytest.param(
            "The|DET|det|2 bank|NOUN|nsubj|7 ,|PUNCT|punct|6 which|PRON|det|6 cut|NOUN|compound|6 "
            "rates|NOUN|acl:relcl|2 left|VERB|root|0 .|PUNCT|punct|7",
            "acl:relcl",
            "which",
            "rates",
            id="behind which",
        ),
        pytest.param(
            "Norway|PROPN|nsubj|2 cut|NOUN|root|0 ties|NOUN|obj|2 .|PUNCT|punct|2",
            "root",
            "Norway",
            "ties",
            id="a noun with an object",
        ),
    ],
)
def test_cut_is_a_verb_where_a_clause_must_have_one(
    written: str, relation: str, subject: str, object_: str
) -> None:
    tokens = repaired(_tokens(written), load_lexicon("en"))
    verb = next(i for i, token in enumerate(tokens) if token.text == "cut")
    assert (tokens[verb].pos, tokens[verb].relation, tokens[verb].lemma) == ("VERB", relation, "cut")
    found = {token.relation: token.text for i, token in enumerate(tokens) if token.head == verb != i}
    assert (found["nsubj"], found["obj"]) == (subject, object_)


@pytest.mark.parametrize(
    "written",
    [
        pytest.param(
            "A|DET|det|3 rate|NOUN|compound|3 cut|NOUN|nsubj|4 followed|VERB|root|0 .|PUNCT|punct|4",
            id="a subject",
        ),
        pytest.param("A|DET|det|3 tax|NOUN|compound|3 cut|NOUN|compound|4 row|NOUN|root|0", id="a headline"),
    ],
)
def test_a_cut_is_a_noun_elsewhere(written: str) -> None:
    tokens = repaired(_tokens(written), load_lexicon("en"))
    assert next(token.pos for token in tokens if token.text == "cut") == "NOUN"


def test_a_gerund_goes_on_from_what_is_said() -> None:
    written = (
        "Jets|NOUN|nsubj|2 hit|VERB|ccomp|9 Vell|PROPN|obj|2 ,|PUNCT|punct|5 killing|VERB|advcl|9 "
        "ten|NUM|obj|5 ,|PUNCT|punct|2 police|NOUN|nsubj|9 said|VERB|root|0 .|PUNCT|punct|9"
    )
    tokens = repaired(_tokens(written), load_lexicon("en"))
    gerund = next(token for token in tokens if token.text == "killing")
    assert tokens[gerund.head or 0].text == "hit"


def test_what_has_a_subject_is_no_adjective() -> None:
    written = (
        "Norway|PROPN|nsubj|2 lifted|VERB|amod|3 sanctions|NOUN|root|0 on|ADP|case|5 Monday|PROPN|nmod|3 "
        ".|PUNCT|punct|3"
    )
    tokens = repaired(_tokens(written), load_lexicon("en"))
    assert [token.relation for token in tokens[:3]] == ["nsubj", "root", "obj"]


def test_a_participle_shares_the_auxiliary_before_it() -> None:
    written = (
        "Five|NUM|nsubj:pass|3 were|AUX|aux:pass|3 killed|VERB|root|0 and|CCONJ|cc|6 ten|NUM|nummod|6 "
        "wounded|ADJ|amod|8 in|ADP|obl|6 clashes|NOUN|conj|3 .|PUNCT|punct|3"
    )
    tokens = repaired(_tokens(written), load_lexicon("en"))
    found = {token.text: (token.pos, token.relation, tokens[token.head or 0].text) for token in tokens}
    assert found["wounded"] == ("VERB", "conj", "killed")
    assert found["ten"] == ("NUM", "nsubj:pass", "wounded")
    assert found["clashes"] == ("NOUN", "obl", "wounded")


def test_whom_somebody_beat_is_the_object_and_not_the_score() -> None:
    written = (
        "Wales|PROPN|nsubj|2 beat|VERB|root|0 Peru|PROPN|nmod:unmarked|4 3|NUM|obj|2 -|SYM|case|6 "
        "1|NUM|nmod|4 .|PUNCT|punct|2"
    )
    tokens = repaired(_tokens(written), load_lexicon("en"))
    found = {token.text: (token.relation, tokens[token.head or 0].text) for token in tokens}
    assert (found["Peru"], found["3"]) == (("obj", "beat"), ("obl:unmarked", "beat"))


@pytest.mark.parametrize(
    ("written", "relations"),
    [
        pytest.param(
            "On|ADP|case|3 Monday|PROPN|compound|3 police|NOUN|obl|4 arrested|VERB|root|0 men|NOUN|obj|4",
            {"On": ("case", "Monday"), "Monday": ("obl", "arrested"), "police": ("nsubj", "arrested")},
            id="a day",
        ),
        pytest.param(
            "On|ADP|case|4 5|NUM|compound|3 May|PROPN|compound|4 police|NOUN|obl|6 were|AUX|aux:pass|6 "
            "attacked|VERB|root|0",
            {"On": ("case", "May"), "May": ("obl", "attacked"), "police": ("nsubj:pass", "attacked")},
            id="a date, a passive",
        ),
        pytest.param(
            "They|PRON|nsubj|2 met|VERB|root|0 in|ADP|case|5 Oslo|PROPN|compound|5 hotels|NOUN|obl|2",
            {"hotels": ("obl", "met"), "Oslo": ("compound", "hotels")},
            id="behind the verb",
        ),
    ],
)
def test_a_noun_behind_the_day_that_opens_a_clause_is_its_subject(
    written: str, relations: dict[str, tuple[str, str]]
) -> None:
    tokens = repaired(_tokens(written), load_lexicon("en"))
    found = {token.text: (token.relation, tokens[token.head or 0].text) for token in tokens}
    assert {word: found[word] for word in relations} == relations
