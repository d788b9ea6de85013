"""One sentence with everything found in it so far: what the finders of events look at.

The geometry of verb groups and noun phrases on tagged tokens stands here, so that the finders speak
of subjects and objects instead of indices.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import partial
from itertools import pairwise

from kb.extracting.event_clauses import Clause
from kb.extracting.event_tree import Tree
from kb.extracting.event_words import MODIFIER, NOMINAL, OWNERS, EventWords, Named
from kb.model import Mention, Sentence, Span, Statement, TimeExpression, Token
from kb.when import When

GROUP = frozenset({"AUX", "ADV", "PART"})
TRIPLE = 3  # tokens: a hyphen with the words on its sides


@dataclass(frozen=True, slots=True)
class Scene:
    """A sentence, its clauses, and the mentions, times and statements that lie in it."""

    text: str
    sentence: Sentence
    clauses: tuple[Clause, ...]
    mentions: tuple[Mention, ...]  # outermost only, in order
    actors: tuple[Mention, ...]  # these, and the noun phrases that nobody mentions
    times: tuple[TimeExpression, ...]
    statements: tuple[Statement, ...]  # whose cue or content reaches into the sentence
    words: EventWords
    named: tuple[Named, ...] = ()  # the kinds of event that words name
    idioms: frozenset[int] = frozenset()  # tokens of idioms
    tree: Tree | None = None
    deeds: tuple[Mention, ...] = ()  # noun phrases that a deed heads
    published: When | None = None
    tokens: tuple[Token, ...] = field(init=False, repr=False, compare=False)  # those of the sentence
    _ends: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the clauses
    _starts: tuple[int, ...] = field(init=False, repr=False, compare=False)  # of the tokens, in the text
    _stops: tuple[int, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        keep = partial(object.__setattr__, self)
        keep("tokens", self.sentence.tokens)
        keep("_ends", tuple(clause.last for clause in self.clauses))
        keep("_starts", tuple(token.span.start for token in self.sentence.tokens))
        keep("_stops", tuple(token.span.end for token in self.sentence.tokens))

    def clause_of(self, index: int) -> Clause:
        """The clause that holds the token."""
        return self.clauses[bisect_right(self._ends, index)]

    def span(self, first: int, last: int) -> Span:
        """The characters of tokens `first` up to, not including, `last`."""
        return Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)

    def first_token(self, span: Span) -> int:
        """Index of the first token that ends after the span begins."""
        return bisect_right(self._stops, span.start)

    def last_token(self, span: Span) -> int:
        """Index just behind the last token that begins before the span ends."""
        return bisect_left(self._starts, span.end)

    def mentions_in(self, first: int, last: int) -> list[Mention]:
        """The mentions that begin in the range of tokens, in order."""
        return self._beginning(self.mentions, first, last)

    def actors_in(self, first: int, last: int) -> list[Mention]:
        """The mentions and noun phrases that begin in the range of tokens, in order."""
        return self._beginning(self.actors, first, last)

    def _beginning(self, mentions: Iterable[Mention], first: int, last: int) -> list[Mention]:
        if first >= last:
            return []
        window = self.span(first, last)
        return [mention for mention in mentions if window.start <= mention.span.start < window.end]


# --------------------------------------------------------------------------- verbs and noun phrases


def group_start(scene: Scene, verb: int) -> int:
    """First token of the verb group: auxiliaries, adverbs, "to", and verbs that govern an infinitive."""
    first, floor, tokens = verb, scene.clause_of(verb).first, scene.tokens
    while first > floor and (
        _in_group(tokens[first - 1]) or _governs(scene, tokens[first - 1], tokens[first])
    ):
        first -= 1
    return first


def _in_group(token: Token) -> bool:
    return (token.pos in GROUP and (token.pos != "PART" or token.text not in OWNERS)) or token.text == "to"


def _governs(scene: Scene, before: Token, token: Token) -> bool:
    """Whether a verb governs what follows it: "plans to attack", "began bombing"."""
    if before.pos != "VERB":
        return False
    return token.text == "to" or (token.text.endswith("ing") and scene.words.has("aspectual", before))


def is_passive(scene: Scene, verb: int) -> bool:
    """Whether the verb is a past participle with a form of "be", or with none and "by" behind it."""
    token = scene.tokens[verb]
    if token.text.endswith("ing") or token.text.casefold() == token.lemma.casefold():
        return False
    group = scene.tokens[group_start(scene, verb) : verb]
    behind = scene.tokens[verb + 1 : verb + 3]
    bare = not group and len(behind) == 2 and behind[0].text == "by" and behind[1].pos != "NUM"
    return bare or any(part.lemma in {"be", "get"} for part in group) or _goes_on_passive(scene, verb)


def is_past_form(verb: Token) -> bool:
    """Whether the form is past, or a participle: "bombed", "fled"."""
    return verb.text.casefold() != verb.lemma.casefold() and not verb.text.endswith(("ing", "s"))


def _goes_on_passive(scene: Scene, verb: int) -> bool:
    """Whether a joined participle has the auxiliary of the clause before: "was convicted and sentenced"."""
    clause = scene.clause_of(verb)
    opens = all(token.pos in {"CCONJ", "PUNCT", "ADV"} for token in scene.tokens[clause.first : verb])
    if not opens or clause.opener not in {"and", "or"} or clause.first == 0:
        return False
    before = scene.clause_of(clause.first - 1)
    verbs = [i for i in range(before.first, before.last) if scene.tokens[i].pos == "VERB"]
    return bool(verbs) and is_passive(scene, verbs[-1])


def phrase_start(scene: Scene, noun: int) -> int:
    """First token of the noun phrase, through "of" when only a gathering noun stands before it."""
    first = _simple_start(scene, noun)
    tokens = scene.tokens
    while first > 1 and tokens[first - 1].text == "of" and scene.words.has("containers", tokens[first - 2]):
        first = _simple_start(scene, first - 2)
    return first


def _simple_start(scene: Scene, noun: int) -> int:
    first, floor = noun, scene.clause_of(noun).first
    while first > floor and (_belongs(scene, first - 1) or _joins_modifiers(scene, first - 1)):
        first -= 1
    return first


def _joins_modifiers(scene: Scene, index: int) -> bool:
    """Whether "and" joins two modifiers of one head: "of air and ground attacks"."""
    before = [token.pos for token in scene.tokens[max(0, index - 2) : index]]
    joins = scene.tokens[index].pos == "CCONJ" and before[1:] in (["NOUN"], ["ADJ"])
    return joins and before[0] in {"ADP", "DET", "PRON", "VERB"}


def _belongs(scene: Scene, index: int) -> bool:
    """Whether the token may stand in a noun phrase, before its head."""
    token = scene.tokens[index]
    if token.pos in MODIFIER or token.pos in {"DET", "SYM"} or token.text in OWNERS:
        return True
    if token.text == "-" and index and _is_within_word(scene, index):
        return True  # "a 24-hour strike"
    if token.pos == "PRON":
        return scene.words.has("possessives", token)
    return token.pos == "VERB" and token.text.endswith(("ed", "ing")) and _is_determined(scene.tokens, index)


def _is_within_word(scene: Scene, index: int) -> bool:
    """Whether the token stands between two others without a blank, as a hyphen does within a word."""
    around = scene.tokens[index - 1 : index + 2]
    ends = [(one.span.end, other.span.start) for one, other in pairwise(around)]
    return len(around) == TRIPLE and all(end == start for end, start in ends)


def _is_determined(tokens: Sequence[Token], index: int) -> bool:
    """Whether a determiner, owner or adjective stands before: "the planned attack", "Vell's opening game"."""
    return index > 0 and (tokens[index - 1].pos in {"DET", "ADJ"} or tokens[index - 1].text in OWNERS)


def is_modifier(scene: Scene, last: int) -> bool:
    """Whether the word ending before `last` only modifies a noun that follows: "attack helicopters"."""
    if last >= len(scene.tokens) or scene.tokens[last].pos not in NOMINAL:
        return False
    if scene.tree is not None:
        return scene.tree.relation(last - 1).split(":")[0] in {"compound", "amod", "flat"}
    return not comes_about(scene, last)


def comes_about(scene: Scene, index: int) -> bool:
    """Whether the word there says that what stands before it came about, whatever it was tagged as:
    "an earthquake hit the town" has a determiner, name or number behind the verb."""
    if index >= len(scene.tokens) or not scene.words.verb("occurring", scene.tokens, index):
        return False
    behind = scene.tokens[index + 1 : index + 2]
    return scene.tokens[index].pos == "VERB" or any(t.pos in {"DET", "PROPN", "NUM", "ADP"} for t in behind)


def is_blamed(scene: Scene, noun: int) -> bool:
    """Whether the noun is what a verb blames on somebody: "blamed the coup on the army"."""
    head = scene.tokens[noun].head if scene.tokens[noun].relation == "obj" else None
    return head is not None and scene.words.has("pinning", scene.tokens[head])


def winning_verb(scene: Scene, verb: int) -> int | None:
    """The verb of a contest won that an infinitive tells the result of: "beat Norland to | win the cup"."""
    tree = scene.tree
    head = tree.head(verb) if tree is not None and tree.bases[verb] in {"advcl", "xcomp"} else None
    if tree is None or head is None or not any(scene.tokens[i].text == "to" for i in tree.kids(verb, "mark")):
        return None
    return head if head < verb and scene.words.verb("outdoing", scene.tokens, head) else None


def is_owner(scene: Scene, mention: Mention) -> bool:
    """Whether the mention owns what follows: "Russia's", "its"."""
    after = scene.last_token(mention.span)
    words = mention.span.of(scene.text).casefold()
    owned = words.endswith(("'s", "’s", "s'", "s’")) or words in scene.words.of("possessives")
    return owned or (after < len(scene.tokens) and scene.tokens[after].text in OWNERS)


def preposition_of(scene: Scene, mention: Mention, after: int) -> str:
    """The preposition that governs the mention, looked for back to the token `after`; "" if none."""
    index = scene.first_token(mention.span) - 1
    while index >= after and _leads_to(scene, index):
        index -= 1
    if index < after or scene.tokens[index].pos not in {"ADP", "SCONJ", "PART"}:
        return ""
    return scene.tokens[index].text.casefold()


def _leads_to(scene: Scene, index: int) -> bool:
    """Whether the token may stand between a preposition and the name: no owner, no words of time."""
    token = scene.tokens[index]
    timed = any(time.span.overlaps(token.span) for time in scene.times)
    return _belongs(scene, index) and token.text not in OWNERS and not timed


def clause_before(scene: Scene, clause: Clause) -> Clause:
    """The clause that a joined clause goes on from: not a relative that a comma closes before "and"."""
    previous = scene.clause_of(clause.first - 1)
    closed = scene.tokens[clause.first].text == "," or scene.tokens[clause.first - 1].text == ","
    if closed and previous.first > 0 and previous.opener in scene.words.of("relatives"):
        return scene.clause_of(previous.first - 1)
    return previous
