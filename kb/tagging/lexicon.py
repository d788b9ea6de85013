"""The word lists of `[grammar]`, compiled for look-up."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from kb.languages import load_language
from kb.tagging.lemmas import inflect, singular, verb_stem

WEIGHTS = Path(__file__).with_name("weights")  # a folder for each language that has a pipeline


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the words of a language can be; all keys are lower case.

    `closed` gives the part of speech of function words, `forms` the lemma of every known verb form,
    `finite` the forms among them that are no gerunds; `unchanging` those whose past is like the present;
    `nouns_too` are verbs that are as often nouns; `saying` are verbs of saying that are hardly
    ever nouns or adjectives. `opening_names` look like common words, or begin with one, where they open a
    sentence. `irregular` are lemmas by part of speech and form, which came with the trained weights;
    `clause_adverbs` are tagged SCONJ.
    `parting` are adverbials that stand within a perfect, before its participle; `telling` are verbs with
    one who is told and a clause; `times` are nouns such as "week".
    `joined` and `prefixes` tell how
    the treebanks cut words (see `kb.tagging.pieces`).
    """

    code: str
    irregular: Mapping[str, Mapping[str, str]]
    closed: Mapping[str, str]
    auxiliaries: Mapping[str, str]
    forms: Mapping[str, str]
    finite: frozenset[str]
    unchanging: frozenset[str]
    nouns: frozenset[str]
    nouns_too: frozenset[str]
    adjectives: frozenset[str]
    plurals: Mapping[str, str]
    abbreviations: frozenset[str]
    given: frozenset[str]
    opening_names: frozenset[str]
    saying: frozenset[str]
    clause_adverbs: frozenset[str]
    parting: frozenset[str]
    telling: frozenset[str]
    times: frozenset[str]
    joined: Mapping[str, str]
    prefixes: frozenset[str]

    def lemma(self, word: str, pos: str) -> str:
        """The dictionary form of a word used as this part of speech."""
        known = self.irregular.get(pos, {}).get(word.lower())
        return known or lemma_by_rule(word, pos, self)


def lemma_by_rule(word: str, pos: str, lexicon: Lexicon) -> str:
    """The dictionary form by the word lists and the rules of inflection alone."""
    low = word.lower()
    if pos in ("VERB", "AUX"):
        return lexicon.auxiliaries.get(low) or lexicon.forms.get(low) or verb_stem(low)
    if pos == "NOUN":
        return lexicon.plurals.get(low) or singular(low)
    return word if pos == "PROPN" else low


@cache
def load_lexicon(code: str) -> Lexicon:
    """The lexicon of a language."""
    language = load_language(code)
    grammar, layout = language.grammar, language.layout
    verbs = _verb_forms(grammar)
    return Lexicon(
        code=language.code,
        irregular=_irregular(language.code),
        closed={word: pos for pos, words in reversed(grammar["closed"].items()) for word in words.split()},
        auxiliaries={form: verb for verb, forms in grammar["auxiliaries"].items() for form in forms.split()},
        forms=verbs,
        finite=frozenset(form for form in verbs if not form.endswith("ing")),
        unchanging=frozenset(verb for verb, past in grammar["verbs"].items() if verb in past.split()[:1]),
        nouns=_words(grammar["words"]["nouns"]) | _words(grammar["people"]["roles"]) | _groups(grammar),
        nouns_too=_words(grammar["words"]["nouns_too"]),
        adjectives=_words(grammar["words"]["adjectives"]),
        plurals=grammar["plurals"],
        abbreviations=frozenset(layout["abbreviations"]) - {"No", "Art", "al", "May"},
        given=_words(grammar["names"]["he"]) | _words(grammar["names"]["she"]),
        opening_names=frozenset(grammar["names"]["opening"]),
        saying=_words(grammar["words"]["saying"]),
        clause_adverbs=_words(grammar["words"]["clause_adverbs"]),
        parting=frozenset(grammar["words"]["parting"]),
        telling=_words(grammar["words"]["telling"]),
        times=_words(grammar["clauses"]["times"]),
        joined=grammar["pieces"]["joined"],
        prefixes=_words(grammar["pieces"]["prefixes"]),
    )


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


def _groups(grammar: Mapping[str, Any]) -> frozenset[str]:
    return _words(grammar["people"]["groups"]) | _words(grammar["people"]["bodies"])


def _verb_forms(grammar: Mapping[str, Any]) -> dict[str, str]:
    regular = _words(grammar["words"]["verbs"])
    forms = {form: verb for verb in sorted(regular) for form in inflect(verb)}
    for verb, past in grammar["verbs"].items():
        forms |= dict.fromkeys([*past.split(), *inflect(verb)[:3]], verb)
    return forms


def _irregular(code: str) -> dict[str, dict[str, str]]:
    """The lemmas that training found our rules to miss; none for a language without weights."""
    file = WEIGHTS / code / "lemmas.json"
    tables: dict[str, dict[str, str]] = json.loads(file.read_text(encoding="utf-8")) if file.exists() else {}
    return tables
