"""When figures, lists of days, decades of two digits and clocks without a colon are what they look like.

See `kb.dating.guards` for how guards are used.
"""

from kb.dating.guards_numbers import is_numbered
from kb.dating.place import Place

DAY_DIGITS = 2
HOURS = 12
AGE_REACH = 4
"""How many tokens before a decade of two digits the word for whose age it is may stand."""
SHORT_MONTH = 4
"""Letters of a month cut short: "Sept"."""


def figures(place: Place) -> bool:
    """Numbers with a stroke are a date behind a word that dates follow; two, with a 0 before the first."""
    lawful = place.before_is("counting") or place.before_is("numbered_laws") or is_numbered(place)
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


def uncounted_day(place: Place) -> bool:
    """Not "in April 31 people died"."""
    return not place.words[-1].isdigit() or place.ends_phrase or place.after_is("function_words")


def unnumbered(place: Place) -> bool:
    """Not behind a name that the first number belongs to: "Operation Dawn 5, and 6 June"."""
    named = place.first > 1 and place.tokens.word(place.first - 1)[:1].isupper()
    return not named or place.before_is("weekday_names")


def day_list(place: Place) -> bool:
    """The last number of "June 3, 5 and 7" is a day when no noun follows for it to count, and no hour."""
    if place.words[-2] == "-" or not place.words[-1].isdigit() or len(place.words[-1]) > DAY_DIGITS:
        return True
    return not place.after_is("after_hours") and (place.ends_phrase or place.after_is("function_words"))


def decade(place: Place) -> bool:
    """A decade of two digits is none after "his", before "age", or in a sentence about the weather."""
    if any(word[:3].isdigit() for word in place.words):
        return True
    return not _is_age(place) and place.context["weather"].isdisjoint(
        place.tokens.words(0, len(place.tokens.starts))
    )


def _is_age(place: Place) -> bool:
    """ "Her late 30s", "his 60s and 70s", "the 40s age group"."""
    near = place.tokens.words(max(0, place.first - AGE_REACH), place.first)
    mine = near[near.index("the") + 1 :] if "the" in near else near
    return place.after_is("aged") or not place.context["owners"].isdisjoint(mine)


def decade_list(place: Place) -> bool:
    """The same, for a list that "the", a century or an "early" opens."""
    opened = not place.words[0][0].isdigit() or place.words[0][:3].isdigit()
    return opened and decade(place)


def four_digit_clock(place: Place) -> bool:
    """ "At 1730": behind "at", where the sentence tells of no prices or levels and nothing is counted."""
    if place.before != "at" or place.after_is("counted"):
        return False
    bare = len(place.words) > 1 or place.ends_phrase or place.after_is("function_words")
    return bare and place.context["levels"].isdisjoint(place.tokens.words(0, place.first))


def spoken_hour(place: Place) -> bool:
    """An hour of twelve: "around 20 this morning" are people."""
    return not place.words[0].isdigit() or int(place.words[0]) <= HOURS


def spoken_minutes(place: Place) -> bool:
    """ "Five to six" is a time of day when nothing follows that five or six of could be."""
    return place.ends_phrase or place.after_is("function_words")
