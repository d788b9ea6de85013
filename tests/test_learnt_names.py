"""What learnt weights make of names that rules are unsure of, with weights made up for the tests."""

from collections.abc import Mapping
from dataclasses import replace

import pytest

from kb.extracting import learnt
from kb.extracting.gazetteer import load_gazetteer
from kb.extracting.learnt import rejudged
from kb.extracting.learnt.clues import clues, listed, sort
from kb.extracting.learnt.document import document_of
from kb.extracting.learnt.model import Model, load_model
from kb.extracting.learnt.spelling import pieces, shape, told_by_spelling
from kb.extracting.names import find_names
from kb.model import EntityKind, Sentence, Span
from kb.tagging import is_built_in
from tests.extracted import findings_of
from tests.test_names import tokens_of

GAZETTEER = load_gazetteer("en")
PLACE, PERSON, THING = EntityKind.PLACE, EntityKind.PERSON, EntityKind.THING
BARE = Model({}, {}, {"Velmar": "sT", "mark": "c", "Osk Bay": "t"})


def sentence_of(text: str) -> Sentence:
    return Sentence(Span(0, 20 * len(text.split())), 0, tokens=tuple(tokens_of(text)))


def clues_of(text: str, word: str) -> dict[str, float]:
    """The clues of the last name that begins with a word."""
    sentence = sentence_of(text)
    found = find_names(sentence.tokens, GAZETTEER)
    named = replace(document_of([sentence], [found], GAZETTEER), tokens=sentence.tokens, beside=found)
    name = next(name for name in reversed(found) if sentence.tokens[name.start].text == word)
    return clues(named, name, BARE)


def judged(text: str, weights: Mapping[str, list[float]], monkeypatch: pytest.MonkeyPatch) -> EntityKind:
    """What the first name of a sentence is with these weights."""
    monkeypatch.setattr(learnt, "load_model", lambda _: Model(weights, {}, {}))
    sentence = sentence_of(text)
    return rejudged([sentence], [find_names(sentence.tokens, GAZETTEER)], GAZETTEER, "en")[0][0].kind


@pytest.mark.parametrize(
    ("text", "told"),
    [
        pytest.param("they/PRON praised/VERB Velmar", "last True in sT", id="lists"),
        pytest.param("they/PRON praised/VERB Velmar", "last True has T", id="one of its lists"),
        pytest.param("they/PRON saw/VERB Osk Bay", "town False False", id="town of two words"),
        pytest.param("duke/NOUN of/ADP Velmar", "of landed", id="of what"),
        pytest.param("in/ADP “/PUNCT Velmar ”/PUNCT", "quoted", id="in quotes"),
        pytest.param("Velmar and/CCONJ Norway fell/VERB", "joined to place", id="joined to a land"),
        pytest.param("Velmar left/VERB", "opens True False", id="opens the sentence"),
        pytest.param("Mark left/VERB", "opens True True", id="a common word opens it"),
        pytest.param("Ada Velmar met/VERB Velmar", "kin last person", id="namesake"),
        pytest.param("a velmar/NOUN is/AUX no/DET Velmar", "small elsewhere", id="small elsewhere"),
        pytest.param("then/ADV Velmar and/CCONJ later/ADV Velmar", "again True", id="again"),
    ],
)
def test_clues_tell_of_words_neighbours_and_namesakes(text: str, told: str) -> None:
    assert told in clues_of(text, next(word for word in ("Osk", "Mark", "Velmar") if word in text))


def test_lists_of_words_and_sorts_of_nouns() -> None:
    assert (listed("Mark", GAZETTEER, BARE), listed("Xyq", GAZETTEER, BARE)) == ("c", "-")
    assert listed("Velmar", GAZETTEER, BARE) == "sT"
    assert listed("River", GAZETTEER, BARE) == "p"
    assert (sort("duke", GAZETTEER), sort("Committee", GAZETTEER), sort("stone", GAZETTEER)) == (
        "landed",
        "body",
        "-",
    )


def test_a_word_is_cut_into_pieces_and_its_spelling_speaks_for_kinds() -> None:
    assert {"start ^v", "end ar$", "in lma", "length 6", "shape plain"} <= set(pieces("Velmar"))
    model = Model({}, {"end ar$": [0.0, 0.0, 3.0, 0.0]}, {})
    person, _, place, _ = told_by_spelling("Velmar", model)
    assert place > 0 > person
    assert len(set(told_by_spelling("Velmor", model))) == 1


@pytest.mark.parametrize(
    ("word", "looks"),
    [("VLMR", "capitals"), ("v2", "digits"), ("VelMar", "mixed"), ("Vel-mar", "hyphen"), ("V", "plain")],
)
def test_shapes(word: str, looks: str) -> None:
    assert shape(word) == looks


@pytest.mark.parametrize(
    ("text", "weights", "kind"),
    [
        pytest.param("praised/VERB Velmar", [3.0, 0, 0, 0], PERSON, id="named where the model is sure"),
        pytest.param("praised/VERB Velmar", [1.0, 0, 0, 0], THING, id="left a thing where it is not"),
        pytest.param("then/ADV Velmar left/VERB", [0, 0, 1.0, 0], PLACE, id="renamed on less"),
        pytest.param("then/ADV Velmar left/VERB", [0, 0, 0, 1.0], PERSON, id="made a thing on more"),
        pytest.param("then/ADV Velmar left/VERB", [0, 0, 0, 2.0], THING, id="made a thing"),
        pytest.param("the/DET duke/NOUN of/ADP Velmar", [9.0, 0, 0, 0], PLACE, id="a cued name stays"),
        pytest.param("then/ADV Norway left/VERB", [9.0, 0, 0, 0], PLACE, id="a sure name stays"),
    ],
)
def test_another_kind_must_be_far_likelier(
    text: str, weights: list[float], kind: EntityKind, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert judged(text, {"any": weights}, monkeypatch) is kind


def test_a_language_without_weights_keeps_what_the_rules_say() -> None:
    sentence = sentence_of("praised/VERB Velmar")
    names = [find_names(sentence.tokens, GAZETTEER)]
    assert load_model("xx") is None
    assert rejudged([sentence], names, GAZETTEER, "xx") == names


def test_weights_were_learnt_beside_the_built_in_tagger_and_rest_beside_another(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.delenv("KB_PIPELINE", raising=False)
    assert is_built_in()
    monkeypatch.setenv("KB_PIPELINE", "en_core_web_trf")
    assert not is_built_in()


def test_the_weights_that_ship_name_what_lists_and_spelling_know() -> None:
    text = (
        "The railway to Flensburg was closed. Lamarr accompanied Mandl to meetings. They moved to Kirkwall."
    )
    kinds = {m.span.of(text): m.entity.kind for m in findings_of(text).mentions}
    assert (kinds["Flensburg"], kinds["Mandl"], kinds["Kirkwall"]) == (PLACE, PERSON, PLACE)
