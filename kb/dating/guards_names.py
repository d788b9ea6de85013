"""When words of the calendar are names of something else: people, papers, bands, feasts.

See `kb.dating.guards` for how guards are used.
"""

from kb.dating.place import Place


def month(place: Place) -> bool:
    """A month alone; one that is also a word or a name needs a word before it that dates have."""
    if place.before_is("before_month"):
        return True
    if place.named("doubtful_months"):
        return len(place.words) > 1 and not place.capital_follows
    if place.before_is("kin") or (place.after_is("telling") and not place.before_is("beside_words")):
        return False
    return place.before_is("determiners") or not place.capital_follows


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
    name = place.tokens.word(place.first - 1)[:1].isupper() and not place.before_is("function_words")
    if name and place.named("feast_surnames"):
        return False
    if place.named("doubtful_feasts") and (name or place.before == "" or place.after == "of"):
        return False
    words = (place.tokens.word(i) for i in range(place.first, place.last))
    return all(word[0].isupper() for word in words if word.lower() in place.context["feast_words"])


def uncapitalised(place: Place) -> bool:
    """A capital makes a name of it."""
    return not place.capital_inside
