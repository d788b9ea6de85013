"""When words that look like a date are none: what stands around them decides.

Most rules need no more than a table of `[time.around]` (words that must or must not stand beside the
match). What takes more than that is a guard: a function that sees the match in its sentence and says
whether the rule may stand. To add one, write it here and name it in `GUARDS`.
"""

from collections.abc import Callable, Mapping

from kb.dating.place import Place
from kb.dating.tense import FUTURE, direction

FIRST_YEAR, LAST_YEAR = 1000, 2100
"""Numbers between these may be years without saying so."""
LEAST_COUNTED_YEAR = 1400
"""Smaller four-digit numbers are years only after a word that years follow."""
ADDRESS_REACH = 4
"""How many tokens behind a house number the word for a street may stand."""
RATE_REACH = 5
"""How many tokens before "a day" the count or price may stand."""


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
    return glued_before or (place.tokens.touches(place.last) and place.after_is("glued_after"))


def _is_code(place: Place) -> bool:
    """ "R-2000": something hyphened to the number, unless it is a word that dates have ("post-2014")."""
    hyphen = place.before == "-" and place.tokens.touches(place.first - 1)
    word = place.tokens.lower(place.first - 2)
    return hyphen and word.isalpha() and word not in place.context["year_prefixes"]


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


def month(place: Place) -> bool:
    """A month alone; one that is also a word or a name needs a word before it that dates have."""
    if place.before_is("before_month"):
        return True
    if place.named("doubtful_months"):
        return len(place.words) > 1 and not place.capital_follows
    if place.before_is("kin") or (place.after_is("telling") and not place.before_is("beside_words")):
        return False
    return place.before_is("determiners") or not place.capital_follows


def short_year(place: Place) -> bool:
    """An apostrophe and digits after a word that years follow, or where a year would end a phrase."""
    if place.before_is("before_year"):
        return True
    return place.before[:1].isalpha() and (place.capital_follows or place.ends_phrase)


def doubtful_season(place: Place) -> bool:
    """Spring and fall are seasons when a date's preposition, a season or a capital says so."""
    before_that = place.tokens.lower(place.first - 2)
    listed = place.before_is("list_words") and before_that in place.context["season_names"]
    return listed or place.before_is("before_season") or place.capital_inside or len(place.words) > 1


def of_any_year(place: Place) -> bool:
    """A season before a thing of that season, or "a winter night": no particular winter."""
    single = place.before in ("a", "an") and place.after[:1].isalpha()
    return single or (place.after_is("seasonal") and not place.before_is("determiners"))


def weekday(place: Place) -> bool:
    """A short weekday needs a word before it; "the Sun" is a newspaper."""
    if place.named("short_weekdays"):
        return place.before_is("before_short_weekday")
    return not (place.before_is("determiners") and place.capital_follows) and not place.before_is("kin")


def holiday(place: Place) -> bool:
    """Feasts are written with a capital; "Lent" opening a sentence and "Tariq Ramadan" are none."""
    named = place.tokens.word(place.first - 1)[:1].isupper() and not place.before_is("function_words")
    opens = place.words[0] in place.context["doubtful_feasts"] and (named or place.before == "")
    surname = named and place.named("feast_surnames")
    if surname or opens or (place.named("doubtful_feasts") and place.after == "of"):
        return False
    words = (place.tokens.word(i) for i in range(place.first, place.last))
    return all(word[0].isupper() for word in words if word.lower() in place.context["feast_words"])


def uncapitalised(place: Place) -> bool:
    """A capital makes a name of it."""
    return not place.capital_inside


def the_nth(place: Place) -> bool:
    """ "The 20th" is a day when no noun follows for it to count; it counts no plural."""
    plural = place.after.endswith("s") and not place.after.endswith("ss") and not place.capital_follows
    return place.ends_phrase or place.after_is("function_words") or plural


def soon(place: Place) -> bool:
    """Soon behind a verb of the future, or at the end of a clause that looks ahead."""
    if place.before_is("before_soon"):
        return True
    return place.ends_phrase and direction(place.tokens, place.first, place.last, place.context) == FUTURE


def ends_phrase(place: Place) -> bool:
    """Before or after belongs to the amount when nothing follows it, or the sentence begins anew."""
    return (place.ends_phrase and not place.after_is("quote_marks")) or place.after_is("conjunctions")


def pivot(place: Place) -> bool:
    """Something must follow that the offset can hang on."""
    return bool(place.after) and (place.after[0].isalnum() or place.after_is("quote_marks"))


def whole(place: Place) -> bool:
    """Not a part of the unit: "a quarter of a century"; nor with the "over" of "took over"."""
    particle = place.words[0] == "over" and place.before_is("particled")
    return not particle and not (
        place.before == "of" and place.tokens.lower(place.first - 2) in place.context["fractions"]
    )


def stretch(place: Place) -> bool:
    """ "Last five years" is no stretch where it says how long: "built to last five years"."""
    return not (place.words[0] == "last" and place.before_is("lasting"))


def length(place: Place) -> bool:
    """Not every number before a unit is a stretch of time: "a second man", "a quarter of it"."""
    if place.named("doubtful_units"):
        return place.words[0][0].isdigit()
    hyphened = place.after == "-" and place.tokens.touches(place.last)
    if place.named("articles") and (hyphened or place.after_is("after_no_day")):
        return False
    return whole(place)


def rate(place: Place) -> bool:
    """ "A day" is each day after a count or a price."""
    nearby = range(max(0, place.first - RATE_REACH), place.first)
    counted = any(_is_number(place, i) for i in nearby)
    noun = place.before.endswith("s") or place.before_is("after_count") or place.before_is("counted")
    return counted and (noun or place.before[:1].isdigit())


def _is_number(place: Place, i: int) -> bool:
    return place.tokens.word(i)[:1].isdigit() or place.tokens.lower(i) in place.context["number_names"]


Guard = Callable[[Place], bool]

GUARDS: Mapping[str, Guard] = {
    "year": year,
    "early_year": early_year,
    "bare_early_year": bare_early_year,
    "year_range": year_range,
    "month": month,
    "short_year": short_year,
    "doubtful_season": doubtful_season,
    "of_any_year": of_any_year,
    "weekday": weekday,
    "holiday": holiday,
    "uncapitalised": uncapitalised,
    "the_nth": the_nth,
    "ends_phrase": ends_phrase,
    "soon": soon,
    "pivot": pivot,
    "whole": whole,
    "stretch": stretch,
    "length": length,
    "rate": rate,
}
"""The guards a rule of the language table may name."""
