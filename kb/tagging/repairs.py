"""Trees whose top a parser misses: a sentence without a main verb is given the verb that it must have.

"The mayor, head of the party, accused him of lying" is at times read as if the mayor were accused. On
EWT dev and PUD, `python -m tests.benchmarks.tagging_scores` counts how often such a top is right.
"""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from kb.model import Token
from kb.tagging.ellipses import with_shared_auxiliary
from kb.tagging.lexicon import Lexicon
from kb.tagging.unchanging import raised, with_unchanging, with_verbs_of_heaps

NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
PARTICIPLES = frozenset({"acl", "amod"})
LINKS = frozenset({"appos", "conj", "nmod", "flat", "compound", "obj", "acl"})
SUBORDINATE = frozenset({"acl:relcl", "advcl", "ccomp", "csubj", "acl", "amod", "xcomp", "case", "fixed"})
SUBJECT_ENDS = frozenset({"NOUN", "PROPN", "PRON", "ADV", "PUNCT", "NUM"})
ACTING = frozenset({"nsubj", "compound"})
"""How a noun hangs on a verb as only its subject can: verbs have no compounds."""
STOPS = frozenset({".", "!", "?"})
QUOTES = frozenset("\"'”’")


def repaired(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The tokens of a sentence; where its top is a noun and nothing is told of it, the verb that tells is.

    A perfect that an adverbial parts is one verb, and so is "cut" with an object."""
    tokens = _with_gerunds(_with_perfects(tokens, lexicon), lexicon)
    tokens = _with_scores(_with_openings(tokens))
    tokens = with_unchanging(with_shared_auxiliary(tokens, lexicon), lexicon)
    tokens = with_verbs_of_heaps(tokens, lexicon, _top_of_untold(tokens) is not None)
    if (top := _top_of_untold(tokens)) is None:
        return tokens
    if (acting := _acting_before(tokens, top)) is not None:
        return tuple(raised(tokens, top, acting))
    verb = next((index for index in _participles(tokens, top) if _may_tell(tokens, index, lexicon)), None)
    return tokens if verb is None else tuple(_moved(tokens, top, verb))


def _acting_before(tokens: Sequence[Token], top: int) -> int | None:
    """What is read as an adjective of the noun at the top, and yet has a subject right before it: "The EU
    lifted sanctions", "An earthquake struck Haiti"."""
    for index in range(1, top):
        token, before = tokens[index], tokens[index - 1]
        described = token.relation == "amod" and token.head == top and token.pos == "VERB"
        if described and before.relation in ACTING and before.head == index:
            return index
    return None


def _top_of_untold(tokens: Sequence[Token]) -> int | None:
    """The noun at the top of a sentence that tells nothing of it; None of any other."""
    top = next((index for index, token in enumerate(tokens) if token.relation == "root"), None)
    if top is None or tokens[top].pos not in NOMINAL or not _is_closed(tokens) or _is_told(tokens):
        return None
    return top


def _with_perfects(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """The participle of "have since taken the town" is its verb and no adjective of the town."""
    found = (i for i, token in enumerate(tokens) if token.relation == "amod" and token.pos == "VERB")
    for verb in found:
        noun = tokens[verb].head
        have = tokens[noun].head if noun is not None and noun > verb else None
        if have is not None and noun is not None and _is_parted_perfect(tokens, have, verb, lexicon):
            tokens = tuple(_joined(tokens, have, verb, noun))
    return tokens


def _with_openings(tokens: Sequence[Token]) -> Sequence[Token]:
    """ "On Monday police arrested two men": a clause opens with a day or a place, and the noun behind it is
    who acts, since the verb has no other subject."""
    for noun in range(2, len(tokens) - 1):
        verb, first = tokens[noun].head, _opening_before(tokens, noun)
        if verb is None or first is None or not _lacks_subject(tokens, noun, verb):
            continue
        passive = any(token.relation == "aux:pass" and token.head == verb for token in tokens)
        before = [replace(t, head=noun - 1) if t.head == noun else t for t in tokens[first : noun - 1]]
        opening = replace(tokens[noun - 1], head=verb, relation="obl")
        acting = replace(tokens[noun], relation="nsubj:pass" if passive else "nsubj")
        tokens = (*tokens[:first], *before, opening, acting, *tokens[noun + 1 :])
    return tokens


def _opening_before(tokens: Sequence[Token], noun: int) -> int | None:
    """Where the preposition stands that opens a clause with a name or a date right before a bare noun."""
    token = tokens[noun]
    common = token.pos == "NOUN" or (token.pos == "PROPN" and token.text.islower())  # "police"
    if not common or token.relation != "obl":
        return None
    first = noun - 1
    while first > 0 and tokens[first].pos in {"PROPN", "NUM", "NOUN"}:
        first -= 1
    opens = first == 0 or tokens[first - 1].pos in {"PUNCT", "CCONJ", "SCONJ"}
    led = tokens[first].pos == "ADP" and tokens[first].head == noun and opens
    named = any(token.pos == "PROPN" for token in tokens[first + 1 : noun])
    counts = tokens[noun - 1].pos == "NUM" and tokens[noun - 2].head != noun - 1  # "on Monday 12 men"
    return first if led and named and not counts and tokens[noun - 1].head == noun else None


def _lacks_subject(tokens: Sequence[Token], noun: int, verb: int) -> bool:
    """Whether the noun stands right before the verb that it hangs on, and that verb has no subject."""
    near = verb > noun and all(token.pos in {"AUX", "ADV"} for token in tokens[noun + 1 : verb])
    alone = not any(t.head == verb and (t.relation or "").startswith("nsubj") for t in tokens)
    return near and alone and tokens[verb].pos == "VERB"


def _with_scores(tokens: Sequence[Token]) -> Sequence[Token]:
    """Whom somebody beat is the object, and not the figures of the score: "beat Peru 3-1"."""
    for index in range(1, len(tokens) - 2):
        loser, figure = tokens[index - 1 : index + 1]
        scored = tokens[index + 1].text in {"-", "–"} and tokens[index + 2].text.isdigit()
        if figure.text.isdigit() and scored and figure.relation == "obj" and loser.head == index:
            named = replace(loser, head=figure.head, relation="obj")
            beside = replace(figure, relation="obl:unmarked")
            tokens = (*tokens[: index - 1], named, beside, *tokens[index + 1 :])
    return tokens


def _with_gerunds(tokens: Sequence[Token], lexicon: Lexicon) -> Sequence[Token]:
    """A gerund behind a comma goes on from what is said, not from the saying behind it: "A raid hit the town,
    killing ten, the mayor said"."""
    for index, token in enumerate(tokens):
        if token.relation == "advcl" and token.text.endswith("ing") and tokens[index - 1].text == ",":
            said = _said_before(tokens, index, lexicon)
            if said is not None:
                held = replace(token, head=said)
                tokens = (*tokens[:index], held, *tokens[index + 1 :])
    return tokens


def _said_before(tokens: Sequence[Token], gerund: int, lexicon: Lexicon) -> int | None:
    """The verb before the gerund that a verb of saying behind it governs."""
    cue = tokens[gerund].head or 0
    if cue <= gerund or tokens[cue].lemma not in lexicon.saying:
        return None
    return next((i for i in range(gerund) if tokens[i].head == cue and tokens[i].relation == "ccomp"), None)


def _is_parted_perfect(tokens: Sequence[Token], have: int, verb: int, lexicon: Lexicon) -> bool:
    """Whether only an adverb or "in the past" stands between "have" and a participle that opens a phrase."""
    between = " ".join(token.text.casefold() for token in tokens[have + 1 : verb])
    participle = tokens[verb].text.casefold() != tokens[verb].lemma and not tokens[verb].text.endswith("ing")
    return tokens[have].lemma == "have" and participle and between in lexicon.parting


def _joined(tokens: Sequence[Token], have: int, verb: int, noun: int) -> Iterator[Token]:
    """The tokens with the participle in the place of "have", which helps it, and the noun as its object."""
    top = tokens[have].relation == "root"
    for index, token in enumerate(tokens):
        if index == have:
            yield replace(token, pos="AUX", head=verb, relation="aux")
        elif index == verb:
            yield replace(token, head=verb if top else tokens[have].head, relation=tokens[have].relation)
        elif index == noun:
            yield replace(token, head=verb, relation="obj")
        elif have < index < verb:
            yield replace(token, head=verb, relation="advmod", pos="ADV" if verb - have == 2 else token.pos)
        else:
            yield replace(token, head=verb) if token.head == have else token


def _is_closed(tokens: Sequence[Token]) -> bool:
    """Whether the sentence ends in a stop, as headlines and captions do not."""
    last = [token.text for token in tokens if token.text not in QUOTES][-1:]
    return bool(STOPS.intersection(last))


def _is_told(tokens: Sequence[Token]) -> bool:
    """Whether a finite verb stands beside the top: "in part, he was", "used to be"."""
    return any(
        token.pos in ("VERB", "AUX")
        and token.relation not in SUBORDINATE
        and tokens[token.head or 0].relation not in SUBORDINATE
        for token in tokens
    )


def _participles(tokens: Sequence[Token], top: int) -> Iterator[int]:
    """What is read as a participle of the top or of what explains it, from left to right."""
    for index in range(top + 1, len(tokens)):
        token = tokens[index]
        if token.pos == "VERB" and token.relation in PARTICIPLES and _leads_to(tokens, token.head, top):
            yield index


def _leads_to(tokens: Sequence[Token], index: int | None, top: int) -> bool:
    while index is not None and index != top and tokens[index].relation in LINKS:
        index = tokens[index].head
    return index == top


def _may_tell(tokens: Sequence[Token], index: int, lexicon: Lexicon) -> bool:
    """Whether a form may be a past tense: "accused", not "seen", "claimed by" nor "for fried chicken"."""
    low, behind = tokens[index].text.lower(), [token.text.lower() for token in tokens[index + 1 : index + 2]]
    past = low.endswith("ed") or (low in lexicon.finite and low != lexicon.forms.get(low))
    return past and behind != ["by"] and tokens[index - 1].pos in SUBJECT_ENDS


def _moved(tokens: Sequence[Token], top: int, verb: int) -> Iterator[Token]:
    for index, token in enumerate(tokens):
        if index == verb:
            yield replace(token, head=verb, relation="root")
        elif index == top:
            yield replace(token, head=verb, relation="nsubj")
        elif index > verb and (token.head == top or (token.head == verb and token.relation == "acl")):
            yield replace(token, head=verb, relation=_below_verb(token))
        else:
            yield token


def _below_verb(token: Token) -> str | None:
    """What a word behind the verb is to it, that was a noun's: "Cameron" in "accused Cameron"."""
    below = {"appos": "obj", "conj": "obj", "nmod": "obl", "acl": "xcomp"}
    return below.get(token.relation or "", token.relation)
