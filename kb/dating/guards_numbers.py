"""When numbers that look like years and dates are none: counts, prices, models, codes, addresses.

See `kb.dating.guards` for how guards are used.
"""

from kb.dating.place import Place
from kb.dating.tense import FUTURE, direction

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Numbers between these may be years without saying so."""
LEAST_COUNTED_YEAR = 1400
"""Smaller four-digit numbers are years only after a word that years follow."""
YEAR_DIGITS = 4
ROUND = 100
"""Counts that are guessed are multiples of it."""
ADDRESS_REACH = 4
"""How many tokens behind a house number the word for a street may stand."""


def year(place: Place) -> bool:
    """Four digits are a year unless something is counted, priced, numbered or glued to them."""
    number, told = _year_told(place)
    people = place.after_is("people_counted") and place.before_is("in_year") and number >= LEAST_COUNTED_YEAR
    if place.after_is("counted") and not people:
        return False
    if _measures(place) or _scores(place) or _is_round_count(place) or _is_share(place) or _is_level(place):
        return False
    if told:
        return True
    if _is_far(number, place) or _is_circa(place):
        return True
    if (
        place.before_is("counting")
        or is_numbered(place)
        or _glued(place)
        or _is_time_of_day(place)
        or _is_model(place)
        or _is_amount(place)
        or not FIRST_YEAR <= number <= LAST_YEAR
    ):
        return False
    if place.before_is("sure_before_year"):
        return True
    return number >= LEAST_COUNTED_YEAR and not _counts(place) and not _is_address(place)


def _is_far(number: int, place: Place) -> bool:
    """ "By 2150 the sea will have risen": far ahead in a sentence that looks ahead, and no amount."""
    if number <= LAST_YEAR or not place.before_is("in_year") or _is_change(place):
        return False
    bare = place.ends_phrase or place.after_is("function_words")
    return bare and direction(place.tokens, place.first, place.last, place.context) == FUTURE


def _is_circa(place: Place) -> bool:
    """ "C. 1450", "ca. 1200"."""
    dotted = place.before == "." and place.tokens.lower(place.first - 2) in place.context["circa_words"]
    return dotted or place.before_is("circa_words")


def _is_change(place: Place) -> bool:
    """Whether a verb before "by" makes the number an amount: "will rise by 2500"."""
    return place.before == "by" and place.tokens.lower(place.first - 2) in place.context["changes"]


def _is_time_of_day(place: Place) -> bool:
    """Four digits behind "at" with no noun behind them are no year: "at 1730", "at 1945 prices"."""
    return place.before == "at" and (place.ends_phrase or place.after_is("function_words"))


def _measures(place: Place) -> bool:
    """ "2000 m", "from 1950 to 2010 metres": a unit behind the number, or behind the end of its range."""
    joined = place.after_is("scored") and place.tokens.word(place.last + 1).isdigit()
    end = place.last + 2 if joined else place.last
    unit = place.tokens.lower(end)
    counted = unit in place.context["counted"] and unit not in place.context["people_counted"]
    return (joined and counted) or place.tokens.word(end) in place.context["short_units"]


def _is_round_count(place: Place) -> bool:
    """ "Between 1500 and 2000 people": round numbers with people behind them are a guess at how many."""
    first = place.last - 1 if place.before == "between" else place.first - 2
    opened, joint = place.tokens.lower(first - 1) == "between", place.tokens.lower(first + 1) == "and"
    ends = (place.tokens.word(first), place.tokens.word(first + 2))
    people = place.tokens.lower(first + 3) in place.context["people_counted"]
    return opened and joint and people and all(end.isdigit() and int(end) % ROUND == 0 for end in ends)


def _is_share(place: Place) -> bool:
    """ "1900 of 2000 homes", "1900 of the 2000": so many of so many."""
    behind = place.tokens.words(place.last + 1, min(place.last + 3, len(place.tokens.starts)))
    counted = [word for word in behind if word not in place.context["determiners"]]
    return place.after == "of" and bool(counted) and counted[0].isdigit() and len(counted[0]) >= YEAR_DIGITS


def _is_level(place: Place) -> bool:
    """ "The Dow fell to 1987 from 2015": either end of what prices and levels did."""
    tokens, first = place.tokens, place.first
    if place.before not in ("to", "from") or place.context["levels"].isdisjoint(tokens.words(0, first)):
        return False
    if place.before == "to":
        return tokens.lower(first - 2) in place.context["changes"]
    to_another = tokens.lower(first - 2).isdigit() and tokens.lower(first - 3) == "to"
    return to_another and tokens.lower(first - 4) in place.context["changes"]


def _scores(place: Place) -> bool:
    """ "2010 to 1995": the greater number first is a score or a vote, no stretch of years."""
    number, last = place.tokens.word(place.last - 1), place.tokens.word(place.last + 1)
    if place.after_is("scored") and last.isdigit() and len(last) == YEAR_DIGITS:
        return (
            number.isdigit()
            and int(last) < int(number)
            and place.tokens.lower(place.last + 2) not in place.context["eras"]
        )
    first = place.tokens.word(place.first - 2)
    scored = place.before_is("scored") and first.isdigit() and len(first) == YEAR_DIGITS
    return scored and number.isdigit() and int(number) < int(first)


def _is_model(place: Place) -> bool:
    """ "Windows 2000", "a Peugeot 2008", "Sydney NSW 2000": the number belongs to the name before it."""
    name, before_that = place.tokens.word(place.first - 1), place.tokens.lower(place.first - 2)
    if not name[:1].isupper():
        return False
    posted = name.isupper() and place.before_is("postal_states")
    counted = before_that in place.context["counting"] or before_that in place.context["articles"]
    return posted or counted or place.before_is("makers")


def _is_amount(place: Place) -> bool:
    """ "A crowd of 2015", "the vote was 1984", "he has 2015 followers"."""
    before_that = place.tokens.lower(place.first - 2)
    if place.before == "of":
        return before_that in place.context["quantities"]
    named = place.before_is("copulas") and before_that in place.context["numbers_named"]
    named = named or (_is_change(place) and place.after == "more")
    plural = place.after.endswith("s") and not place.after_is("no_plurals")
    return named or (place.before_is("having") and plural)


def _is_address(place: Place) -> bool:
    """ "1850 Harbour Street": a house number before the name of a street."""
    behind = range(place.last, place.last + ADDRESS_REACH)
    street = next((i for i in behind if place.tokens.lower(i) in place.context["streets"]), None)
    named = range(place.last, (street or 0) + 1)
    return street is not None and all(place.tokens.word(i)[:1].isupper() for i in named)


def _year_told(place: Place) -> tuple[int, bool]:
    """The number, and whether words of the match itself ("the year", "early") call it a year."""
    number = next(word for word in place.words if word.isdigit())
    return int(number), place.words[0] not in (number, "-")


def early_year(place: Place) -> bool:
    """Few digits are a year when nothing follows that they could count."""
    counted = place.after_is("counted") or place.before_is("counting") or _glued(place)
    return not counted and (place.ends_phrase or place.after_is("function_words"))


def bare_early_year(place: Place) -> bool:
    """The same, with nothing but a word before it that years follow."""
    return early_year(place) and (place.before_is("sure_before_year") or _year_told(place)[1])


def _is_present(place: Place) -> bool:
    """Whether a verb of the present stands before: "lists 1917 complaints"."""
    ends = place.before.endswith("s") and not place.before.endswith("ss")
    return ends and not place.before_is("determiners") and not place.before_is("no_plurals")


def year_range(place: Place) -> bool:
    """The first year of "1931-37" decides; a unit or a counted thing behind it makes it none."""
    counted = place.before_is("counting") or place.after_is("counted")
    return not counted and int(place.words[0]) <= LAST_YEAR


def is_numbered(place: Place) -> bool:
    """ "No. 1884": the number of something."""
    before_that = place.tokens.lower(place.first - 2)
    return place.before == "." and before_that in place.context["counting"]


def _glued(place: Place) -> bool:
    """Whether the number is part of a code, a fraction or a larger number."""
    glued_before = place.tokens.touches(place.first) and (not place.before_is("openers") or _is_code(place))
    glued_after = place.tokens.touches(place.last) and (place.after_is("glued_after") or _code_follows(place))
    return glued_before or glued_after


def _is_code(place: Place) -> bool:
    """ "R-2000", "555-2014": hyphened to anything but a year or a word that dates have ("post-2014")."""
    if place.before != "-" or not place.tokens.touches(place.first - 1):
        return False
    word = place.tokens.lower(place.first - 2)
    return word not in place.context["year_prefixes"] if word.isalpha() else _is_part(word)


def _code_follows(place: Place) -> bool:
    """ "2016-13": a hyphen and digits that are no other year."""
    joined = place.after == "-" and place.tokens.touches(place.last + 1)
    return joined and _is_part(place.tokens.lower(place.last + 1))


def _is_part(word: str) -> bool:
    """Digits that are no year."""
    return word.isdigit() and not (len(word) == YEAR_DIGITS and FIRST_YEAR <= int(word) <= LAST_YEAR)


def _counts(place: Place) -> bool:
    """Whether a plural seems to be counted: "1955 cars"."""
    if place.after_is("plural_verbs"):
        return not place.before_is("before_year")
    plural = place.after.endswith("s") and place.tokens.word(place.last).islower()
    return plural and not place.after_is("no_plurals") and not _names_year(place)


def _names_year(place: Place) -> bool:
    """ "2014 earnings": a number of our age that no verb or preposition makes a count of."""
    verb = place.before_is("past_cues") or place.before.endswith(("ed", "ing")) or _is_present(place)
    verb = verb or place.before_is("before_year")
    return not verb and place.before.isalpha() and place.words[-1][:2] in ("19", "20")


def short_year(place: Place) -> bool:
    """An apostrophe and digits after a word that years follow, or where a year would end a phrase."""
    if place.before_is("before_year"):
        return True
    return place.before[:1].isalpha() and (place.capital_follows or place.ends_phrase)


def uncounted_year(place: Place) -> bool:
    """ "The year 3000", with nothing behind it that 3000 would count."""
    return not place.after_is("counted")
