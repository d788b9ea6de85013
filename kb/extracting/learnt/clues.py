"""The clues of a name: its words and their lists, the words beside it, its place in the tree, namesakes.

A clue is a short text and how strong it is. To add one, add it here and learn anew (`python -m kb.learning`).
"""

from collections.abc import Iterator
from itertools import chain

from kb.extracting.gazetteer import Gazetteer
from kb.extracting.learnt.document import Named
from kb.extracting.learnt.model import KINDS, Model
from kb.extracting.learnt.spelling import shape, told_by_spelling
from kb.extracting.name_cues import ARTICLES, low
from kb.extracting.name_kinds import Name

TOLD = frozenset({"cued", "other", "before title"})  # rules for weak names that need no tagger
QUOTES = frozenset("“”\"‘’'")
NOUNS = frozenset({"NOUN", "PROPN"})


def clues(named: Named, name: Name, model: Model) -> dict[str, float]:
    """The clues of a name and their strength: 1, but for what its spelling tells."""
    found = chain(
        _own(named, name, model), _beside(named, name, model), _tree(named, name), _told(named, name, model)
    )
    return {**dict.fromkeys(found, 1.0), **_spelt(named, name, model)}


def _own(named: Named, name: Name, model: Model) -> Iterator[str]:
    """Its words."""
    one, rule = name.end - name.start == 1, name.rule if name.rule in TOLD else "unsure"
    yield from ("any", f"words {min(name.end - name.start, 4)}", f"rule {rule}")
    if rule in TOLD:
        yield f"rule {rule} {name.kind.value}"
    for place, index in (("last", name.end - 1), ("first", name.start)):
        word = named.tokens[index].text
        lists = listed(word, named.gazetteer, model)
        yield f"{place} {one} in {lists}"
        yield f"{place} {one} {shape(word)}"
        yield from (f"{place} {one} has {letter}" for letter in lists)
    if "t" in (town := model.listed.get(name.text, "")).lower():
        yield f"town {one} {'T' in town}"


def _beside(named: Named, name: Name, model: Model) -> Iterator[str]:
    """The words before and behind it."""
    tokens, one = named.tokens, name.end - name.start == 1
    before, behind = low(tokens, name.start - 1), low(tokens, name.end)
    pos = [tokens[k].pos if 0 <= k < len(tokens) else "edge" for k in (name.start - 1, name.end)]
    yield from (f"after {pos[0]}", f"before {pos[1]}", f"between {pos[0]} {pos[1]}")
    if before in named.gazetteer.people.before_names:
        yield f"after {before}"
        yield f"after {before} {listed(tokens[name.start].text, named.gazetteer, model) if one else ''}"
    if before in QUOTES and behind in QUOTES:
        yield "quoted"
    if behind in named.gazetteer.people.behind_names:
        yield f"before {behind}"
    if before == "of":
        yield f"of {sort(low(tokens, name.start - 2), named.gazetteer)}"
    if pos[0] in {*NOUNS, "ADJ"}:
        yield f"after a {sort(before, named.gazetteer)}"
    if pos[1] in NOUNS:
        yield f"before a {sort(behind, named.gazetteer)}"
        yield f"before a {sort(behind, named.gazetteer)} {before in ARTICLES}"


def _tree(named: Named, name: Name) -> Iterator[str]:
    """What it hangs on, and how."""
    inside, tokens = range(name.start, name.end), named.tokens
    heads = (k for k in inside if (head := tokens[k].head) is not None and head not in inside)
    top = tokens[next(heads, name.end - 1)]
    relation = (top.relation or "").split(":")[0]
    yield f"is {relation}"
    if top.head is None or top.head in inside:
        return
    above = tokens[top.head]
    yield f"is {relation} of {above.pos}"
    if above.pos in NOUNS:
        yield f"is {relation} of a {sort(above.text, named.gazetteer)}"
    if above.lemma in named.gazetteer.saying:
        yield f"is {relation} of saying"


def _told(named: Named, name: Name, model: Model) -> Iterator[str]:
    """What the sentence and the article tell besides."""
    one, word = name.end - name.start == 1, named.tokens[name.start].text
    for kind in named.joined(name):
        yield from (f"joined to {kind}", f"joined to {kind} {one}")
    if name.start == 0:
        yield f"opens {one} {'c' in model.listed.get(word.lower(), '')}"
    if one:
        yield f"again {named.inside.get(word, 0) > (name.start > 0)}"
        yield from (f"kin {kin}" for kin in named.kin.get(word, ()))
    if one and word.lower() in named.small:
        yield "small elsewhere"


def _spelt(named: Named, name: Name, model: Model) -> dict[str, float]:
    one = name.end - name.start == 1
    words = {f"last {one}": name.end - 1} | ({} if one else {"first": name.start})
    return {
        f"spelt {place} {kind.value}": told
        for place, index in words.items()
        for kind, told in zip(KINDS, told_by_spelling(named.tokens[index].text, model), strict=True)
    }


def listed(word: str, gazetteer: Gazetteer, model: Model) -> str:
    """A letter for each list that has the word: given names, surnames, towns (T: great ones), common words,
    words that end the names of bodies and of places."""
    people, common = gazetteer.people, "c" if "c" in model.listed.get(word.lower(), "") else ""
    body = "b" if word.lower() in people.bodies or word in people.firm_words else ""
    place = "p" if word in people.place_words else ""
    return model.listed.get(word, "").removesuffix("c") + common + body + place or "-"


def sort(word: str, gazetteer: Gazetteer) -> str:
    """What sort of noun a word is, by the lists of the language; "-" when none has it."""
    people = gazetteer.people
    sorts = {
        "role": people.roles,
        "body": people.bodies,
        "firm": people.firms,
        "place": people.place_nouns,
        "group": people.groups,
        "landed": people.landed,
        "head": people.heads_of_bodies,
    }
    return "+".join(name for name, words in sorts.items() if word.lower() in words) or "-"
