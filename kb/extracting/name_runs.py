"""How far a name reaches: capitals, and the small words and numbers that belong between or behind them."""

from collections.abc import Iterator, Sequence
from itertools import pairwise

from kb.extracting.event_words import OWNERS
from kb.extracting.gazetteer import Gazetteer, is_of_person, small_place_end, whole_land_end, whole_name_end
from kb.extracting.lands import is_short_land
from kb.model import Token

JOINED = 3  # tokens: name, point, ending


def find_runs(tokens: Sequence[Token], gazetteer: Gazetteer) -> Iterator[tuple[int, int]]:
    """Stretches of capitalised tokens with the small words inside names."""
    index = 0
    while index < len(tokens):
        end = whole_name_end(tokens, index, gazetteer) or whole_land_end(tokens, index, gazetteer)
        opens = gazetteer.is_capital(tokens[index]) or _opens_title(tokens, index, gazetteer)
        opens = opens and not _greets(tokens, index, gazetteer)
        if end is None and opens and not _is_designated(tokens, index, gazetteer):
            end = _run_end(tokens, index, gazetteer)
        end = end or small_place_end(tokens, index, gazetteer)
        if end is not None and not _is_of_file(tokens, end):
            yield index, end
        index = end or index + 1


def _opens_title(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """ "Secretary of State Ada Bell" at the head of a sentence, where "Secretary" may be a common noun."""
    behind = tokens[index + 2 : index + 4]
    titled = index == 0 and tokens[0].text[0].isupper() and gazetteer.is_title(tokens[0])
    named = len(behind) > 1 and tokens[1].text == "of" and all(map(gazetteer.is_capital, behind))
    return titled and named


def _greets(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """ "Dear Ada", "Welcome Ada": the greeting is no part of the name."""
    follows = index + 1 < len(tokens) and gazetteer.is_capital(tokens[index + 1])
    return follows and index == 0 and tokens[index].text in gazetteer.people.greetings


def _is_designated(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """ "Tarom Flight 371": what the number tells apart, and no part of the name."""
    code = tokens[index + 1].text if index + 1 < len(tokens) else ""
    return tokens[index].text in gazetteer.people.designated and any(char.isdigit() for char in code)


def _is_of_file(tokens: Sequence[Token], end: int) -> bool:
    """ "Minutes.pdf", "Veltro.com": a file or page, written in one with what follows the point."""
    parts = tokens[end - 1 : end + 2]
    joined = all(a.span.end == b.span.start for a, b in pairwise(parts))
    return len(parts) == JOINED and joined and parts[1].text == "." and parts[2].text.islower()


def _run_end(tokens: Sequence[Token], start: int, gazetteer: Gazetteer) -> int:
    index = start + 1
    if is_short_land(tokens, start, gazetteer):  # "Atlantic City, N.J.": what follows is another name
        return index
    while (
        index < len(tokens)
        and not _is_designated(tokens, index, gazetteer)
        and (
            gazetteer.is_capital(tokens[index])
            or _is_surname(tokens, index, gazetteer)
            or _is_number(tokens, index)
            or _is_inside(tokens, start, index, gazetteer)
        )
    ):
        index += 1
    while index > start + 1 and not (
        gazetteer.is_capital(tokens[index - 1])
        or _is_surname(tokens, index - 1, gazetteer)
        or _is_number(tokens, index - 1)
    ):
        index -= 1
    return index


def _is_surname(tokens: Sequence[Token], index: int, gazetteer: Gazetteer) -> bool:
    """ "Theresa May": the name of a month or day behind a given name."""
    return tokens[index].pos == "PROPN" and tokens[index - 1].text in gazetteer.people.given


def _is_number(tokens: Sequence[Token], index: int) -> bool:
    """ "Baudouin I": the first of that name, and not who speaks, for nothing is done behind it."""
    after = tokens[index + 1].pos if index + 1 < len(tokens) else ""
    return (
        tokens[index].text == "I"
        and tokens[index].relation != "nsubj"
        and after not in ("VERB", "AUX", "ADV")
    )


def _is_inside(tokens: Sequence[Token], start: int, index: int, gazetteer: Gazetteer) -> bool:
    """Whether a small word joins the capitals on its two sides: "Ursula von", "Ministry of"."""
    people, word, before = gazetteer.people, tokens[index].text, tokens[index - 1].text
    follows = next((token for token in tokens[index + 1 : index + 3] if token.text != "the"), None)
    if follows is None or not gazetteer.is_capital(follows):
        return False
    owned = word in OWNERS and before in people.members  # "Women's League"
    if (
        owned
        or word in people.particles
        or (word in people.doubtful_particles and tokens[index].pos == "PROPN")
    ):
        return True
    if word == "the":
        return before in people.joins or (follows is tokens[index + 1] and follows.text in people.epithets)
    if word == "on":
        return before.lower() in people.bodies
    if word == "of" and before in people.place_words | people.realms:  # "Gulf of Mexico"
        return True
    if is_of_person(tokens, start, gazetteer):
        return False
    opened = any(_is_body_or_role(token, gazetteer) for token in tokens[start:index])
    if word == "and":
        return opened and _is_second_task(tokens, start, index, gazetteer)
    return opened and word in people.joins - {"in"}


def _is_particle(token: Token, before: str, gazetteer: Gazetteer) -> bool:
    """Whether it always joins: "von", the "'s" of "Women's League"."""
    people, word = gazetteer.people, token.text
    doubtful = word in people.doubtful_particles and token.pos == "PROPN"
    return doubtful or word in people.particles or (word in OWNERS and before in people.members)


def _is_body_or_role(token: Token, gazetteer: Gazetteer) -> bool:
    """One or several: "Chief of Staff", "Chiefs of Staff"."""
    known, low = gazetteer.people.bodies | gazetteer.people.roles, token.text.lower()
    return low in known or low.removesuffix("s") in known


def _is_second_task(tokens: Sequence[Token], start: int, index: int, gazetteer: Gazetteer) -> bool:
    """ "Ministry of Health and Sport": a body of several tasks, and what follows is no other body or land."""
    follows = tokens[index + 1]
    of_tasks = any(token.text in gazetteer.people.portfolios for token in tokens[start:index])
    other = (
        follows.text in gazetteer.territories or follows.text in gazetteer.demonyms or follows.text.isupper()
    )
    return of_tasks and any(t.text in ("of", "for", "on") for t in tokens[start:index]) and not other
