"""What the words beside a name tell of its use: teams, towns, firms, states in short."""

import pytest

from kb.linking.usage import REGION, TOWN, Usage, usage_of
from kb.model import Span

NO_PLACE = Usage(is_place=False)
USED = {
    "a team, by who leads it": ("England captain Ann Roe left.", "England", NO_PLACE),
    "by its coach, with what sort of coach": ("Kentucky's former head coach left.", "Kentucky", NO_PLACE),
    "by a player who is praised": ("Spain 's most naturally gifted batsman", "Spain", NO_PLACE),
    "a land whose guard has a captain": ("Spain's coast guard captain left.", "Spain", Usage()),
    "a bus of a land": ("A Georgia coach overturned.", "Georgia", Usage()),
    "who won a title": ("Ohio defeated Maine and won the title.", "Ohio", NO_PLACE),
    "who lost a game, by the result": ("It rained. Chile beat Peru 2-1.", "Peru", NO_PLACE),
    "who lost a war": ("Chile defeated Peru in 1883.", "Peru", Usage()),
    "who lost a war, before a sentence on sport": (
        "Chile defeated Peru. The season was over.", "Peru", Usage(),
    ),
    "the end of a foreign name": ("Banco de Chile fell.", "Chile", NO_PLACE),
    "behind a word of a sentence": ("He said de Chile.", "Chile", Usage()),
    "a firm, by the next word": ("Japan Air Lines fell.", "Japan", NO_PLACE),
    "a firm, by its legal form": ("Ohio Brass Works Inc fell.", "Ohio", NO_PLACE),
    "the land of a firm": ("U.S. maker Roe Inc fell.", "U.S.", Usage()),
    "a land in short before the name of a firm": ("U.S. Subsidiary Roe Inc fell.", "U.S.", Usage()),
    "a force of a land": ("U.S. Air Force jets left.", "U.S.", Usage()),
    "a currency": ("on US$ 20,000 bail", "US", NO_PLACE),
    "a town": ("the village of Ireland was calm", "Ireland", Usage(kind=TOWN)),
    "one of several states": ("the states of Sonora and Sinaloa", "Sonora", Usage(prefers=REGION)),
    "the last of several states": (
        "the states of Sonora, Nuevo Leon and Sinaloa", "Sinaloa", Usage(prefers=REGION),
    ),
    "behind the states, not among them": ("the state of Sonora and its trade with Chile", "Chile", Usage()),
    "a state told as such": ("Washington state law", "Washington", Usage(prefers=REGION)),
    "a state in short behind a town": ("in Emeryville, Calif., and", "Calif", Usage("California", REGION)),
    "the same with points": ("in Atlantic City, N.J. yesterday", "N.J.", Usage("New Jersey", REGION)),
    "a title that looks like one": ("Miss Roe left.", "Miss", Usage()),
    "nothing": ("It rained in Chile.", "Chile", Usage()),
}  # fmt: skip


@pytest.mark.parametrize(("text", "words", "usage"), USED.values(), ids=USED.keys())
def test_words_beside_a_name_tell_how_it_is_used(text: str, words: str, usage: Usage) -> None:
    start = text.index(words)
    assert usage_of(text, Span(start, start + len(words))) == usage
