"""One short text and the facts in it, as gold and as an answer would have them."""

from kb.model import Span
from tests.golden.facts import Facts, Happening, Moment, Saying

TEXT = "The mayor said on Monday that the bridge had reopened. Traders marched to the bridge in Linden."


def at(words: str, occurrence: int = 0) -> Span:
    start = -1
    for _ in range(occurrence + 1):
        start = TEXT.index(words, start + 1)
    return Span(start, start + len(words))


SAID = Saying((at("the bridge had reopened"),), at("said"), ("The mayor",), "indirect", "2016-06-13")
MARCH = Happening(at("marched"), "protest", "", (("initiator", at("Traders")),), at("Linden"), "happened")
MONDAY = Moment(at("Monday"), "2016-06-13")
GOLD = Facts(TEXT, (SAID,), (MARCH,), (MONDAY,))
