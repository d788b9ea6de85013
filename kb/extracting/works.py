"""Names within quotation marks: who wrote “The Long Road”, or was called “the Fox”, said nothing by that.

A title has a capital on every longer word and no mark at its end. What a sign reads may be printed so
too: only with people, and bodies of them, is it a title. What somebody with a name calls another, without
an article, may be an insult as well as a name: “Dishonest Ana” is taken to be said.
"""

from kb.extracting.clause_words import NAMING
from kb.extracting.draft import Draft
from kb.extracting.tellers import can_act
from kb.extracting.vocabulary import Speech
from kb.model import Span

SHORT = 3  # letters of words that titles set in small letters
MARKS = "“\"'‘«"
ARTICLES = frozenset({"the", "The"})
ENDING = frozenset(".!?…;")


def names_work(draft: Draft, text: str, speech: Speech) -> bool:
    """Whether a verb such as "read" has the title of a work behind it, and no words said."""
    if draft.way != "quotation" or draft.speaker is None:
        return False
    done_to_works = draft.cue.lemma in speech.of_works and can_act(draft.items, draft.speaker, speech)
    titled = any(is_title(span, text) for span in draft.content)
    return titled and (done_to_works or _is_told_of_work(draft, speech))


def _is_told_of_work(draft: Draft, speech: Speech) -> bool:
    """ "proposed to her in front of a painting, “Blue Rain”"."""
    quote = next((k for k, item in enumerate(draft.items) if item.span.end > draft.content[0].start), 0)
    before = [item for item in draft.items[draft.cue.end : quote] if item.pos != "PUNCT"]
    return bool(before) and before[-1].lemma in speech.works


def names_someone(draft: Draft, text: str) -> bool:
    """Whether a verb such as "called" gives a nickname: “the Fox”, and what people in general call one."""
    if draft.cue.lemma not in NAMING or draft.way != "quotation" or draft.speaker is None:
        return False
    quoted = draft.content[-1].of(text)
    name = quoted[next((k for k, character in enumerate(quoted) if character in MARKS), 0) :]
    by_one = draft.items[draft.speaker.end - 1].pos == "PROPN"
    always = draft.items[draft.cue.start].text in (draft.cue.lemma, f"{draft.cue.lemma}s")
    return _is_epithet(name) or (always and _is_capitalised(name)) or (not by_one and _is_titled(name))


def _is_capitalised(quoted: str) -> bool:
    """ "they call it “Half-Moon”": capitals all along, no mark at the end."""
    inside = _inside(quoted)
    return inside[-1:] not in ENDING and all(word[0].isupper() for word in inside.rstrip(",").split())


def _is_epithet(quoted: str) -> bool:
    """“the Fox”: an article, and capitals all along behind it."""
    article, *words = _inside(quoted).split() or [""]
    return article in ARTICLES and bool(words) and all(word[0].isupper() for word in words)


def is_title(span: Span, text: str) -> bool:
    """Whether words are printed as titles are."""
    return _is_titled(span.of(text))


def _is_titled(quoted: str) -> bool:
    inside = _inside(quoted)
    words = inside.rstrip(",").split()
    small = [word for word in words if not word[0].isupper()]
    titled = len(words) - len(small) > 1 and all(len(word) <= SHORT for word in small)
    return titled and inside[-1:] not in ENDING


def _inside(quoted: str) -> str:
    """The words between the marks."""
    opened = quoted.lstrip(MARKS)
    return opened[: _closing(opened)]


def _closing(quoted: str) -> int:
    """Where the quotation closes, if what follows it was taken in."""
    places = [place for mark in '”"»' if (place := quoted.find(mark)) > 0]
    return min(places, default=len(quoted))
