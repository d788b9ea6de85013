"""When numbers that look like years and dates are none: counts, prices, models, codes, addresses.

See `kb.dating.guards` for how guards are used.
"""

from kb.dating.place import Place

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Numbers between these may be years without saying so."""
LEAST_COUNTED_YEAR = 1400
"""Smaller four-digit numbers are years only after a word that years follow."""
YEAR_DIGITS = 4
SHORT_MONTH = 4
"""Letters of a month cut short: "Sept"."""
ADDRESS_REACH = 4
"""How many tokens behind a house number the word for a street may stand."""


def year(place: Place) -> bool:
    """Four digits are a year unless something is counted, priced, numbered or glued to them."""
    number, told = _year_told(place)
    people = place.after_is("people_counted") and place.before_is("in_year") and number >= LEAST_COUNTED_YEAR
    if place.after_is("counted") and not people:
        return False
    if told:
        return True
    if (
        place.before_is("counting")
        or _numbered(place)
        or _glued(place)
        or not FIRST_YEAR <= number <= LAST_YEAR
    ):
        return False
    if place.before_is("sure_before_year"):
        return True
    return number >= LEAST_COUNTED_YEAR and not _counts(place) and not _is_address(place)


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


def _numbered(place: Place) -> bool:
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


def figures(place: Place) -> bool:
    """Numbers with a stroke are a date behind a word that dates follow; two, with a 0 before the first."""
    lawful = place.before_is("counting") or place.before_is("numbered_laws") or _numbered(place)
    padded = place.words[0][0] == "0" and place.words[0].count("/") == 1
    return not lawful and (padded or place.before_is("before_figures"))


def iso_month(place: Place) -> bool:
    """ "2016-06" in one piece, behind a word that dates follow or as an end of "2014-09/2015-02"."""
    whole = place.tokens.touches(place.first + 1) and place.tokens.touches(place.first + 2)
    glued = place.tokens.touches(place.last) and (place.after == "-" or place.after[:1].isalnum())
    return whole and not glued and (place.before_is("before_figures") or place.after == "/")


def short_dated(place: Place) -> bool:
    """ "15-Jun-16" in one piece, "15 Jun 16" with a month cut short and nothing behind to count."""
    if "-" in place.words:
        return all(place.tokens.touches(i) for i in range(place.first + 1, place.last))
    return max(len(word) for word in place.words) <= SHORT_MONTH and place.ends_phrase and place.after != "-"


def uncounted(place: Place) -> bool:
    """No number follows that the words before it would name: "weeks 23 and 24"."""
    return not place.after[:1].isdigit()
