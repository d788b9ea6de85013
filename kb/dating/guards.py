"""When words that look like a date are none: what stands around them decides.

Most rules need no more than a table of `[time.around]` (words that must or must not stand beside the
match). What takes more than that is a guard: a function that sees the match in its sentence and says
whether the rule may stand. To add one, write it here, or beside its like in `guards_names`,
`guards_numbers` or `guards_figures`, and name it in `GUARDS`.
"""

from collections.abc import Callable, Mapping

from kb.dating import guards_figures as figures
from kb.dating import guards_names as names
from kb.dating import guards_numbers as numbers
from kb.dating.place import Place
from kb.dating.tense import FUTURE, direction

RATE_REACH = 5
"""How many tokens before "a day" the count or price may stand."""


def the_nth(place: Place) -> bool:
    """ "The 20th" is a day when no noun follows for it to count; it counts no plural."""
    plural = place.after.endswith("s") and not place.after.endswith("ss") and not place.capital_follows
    return place.ends_phrase or place.after_is("function_words") or plural


def soon(place: Place) -> bool:
    """Soon behind a verb of the future, or at the end of a clause that looks ahead."""
    if place.before_is("before_soon"):
        return True
    return place.ends_phrase and _points_ahead(place)


def month_ordinal(place: Place) -> bool:
    """ "June the fifth" or, at the end of a phrase, "June fifth": not "in June first graders came"."""
    return place.ends_phrase and place.after != "-" if "the" not in place.words else nothing_counted(place)


def nothing_counted(place: Place) -> bool:
    """No noun follows that a number in words would count, and no verb of so many."""
    bare = place.after_is("function_words") and not place.after_is("plural_verbs")
    return bare or (place.ends_phrase and place.after != "-")


def year_in_words(place: Place) -> bool:
    """ "Nineteen fourteen" counts nothing, "twenty thirty-year-olds" and "two thousand homes" do."""
    begun = place.words[3 if "year" in place.words else 1]  # behind the preposition
    sure = begun in place.context["sure_centuries"] and place.after != "-"
    return nothing_counted(place) or sure


def some_day_ahead(place: Place) -> bool:
    """ "One day he will return": before a subject, in a sentence that looks ahead."""
    return _before_subject(place) and _points_ahead(place)


def some_day_gone(place: Place) -> bool:
    """ "One day, a stranger came": before a subject, in a sentence that tells what happened."""
    return _before_subject(place) and not _points_ahead(place)


def _before_subject(place: Place) -> bool:
    return place.words[-1] == "," or place.after_is("subjects") or place.capital_follows


def _points_ahead(place: Place) -> bool:
    return direction(place.tokens, place.first, place.last, place.context) == FUTURE


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
    if not names.unnamed_length(place):
        return False
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
    "year": numbers.year,
    "early_year": numbers.early_year,
    "bare_early_year": numbers.bare_early_year,
    "figures": figures.figures,
    "iso_month": figures.iso_month,
    "short_dated": figures.short_dated,
    "uncounted": figures.uncounted,
    "four_digit_clock": figures.four_digit_clock,
    "uncounted_year": numbers.uncounted_year,
    "unnumbered": figures.unnumbered,
    "uncounted_day": figures.uncounted_day,
    "day_list": figures.day_list,
    "decade": figures.decade,
    "decade_list": figures.decade_list,
    "spoken_hour": figures.spoken_hour,
    "spoken_minutes": figures.spoken_minutes,
    "year_range": numbers.year_range,
    "month": names.month,
    "short_year": numbers.short_year,
    "doubtful_season": names.doubtful_season,
    "of_any_year": names.of_any_year,
    "weekday": names.weekday,
    "nobody": names.nobody,
    "pointed_at": names.pointed_at,
    "month_of_name": names.month_of_name,
    "part_of_day": names.part_of_day,
    "holiday": names.holiday,
    "uncapitalised": names.uncapitalised,
    "the_nth": the_nth,
    "ends_phrase": ends_phrase,
    "soon": soon,
    "month_ordinal": month_ordinal,
    "year_in_words": year_in_words,
    "some_day_ahead": some_day_ahead,
    "some_day_gone": some_day_gone,
    "pivot": pivot,
    "whole": whole,
    "stretch": stretch,
    "length": length,
    "rate": rate,
}
"""The guards a rule of the language table may name."""
