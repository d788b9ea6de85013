"""When words of the calendar are names of something else: people, papers, bands, feasts.

See `kb.dating.guards` for how guards are used.
"""

from kb.dating.place import Place


def month(place: Place) -> bool:
    """A month alone; one that is also a word or a name needs a word before it that dates have."""
    if place.before_is("before_month"):
        return True
    if place.before_is("namesakes"):
        return False
    if place.before == "that" and place.capital_follows and place.named("first_names"):
        return False
    if place.named("doubtful_months"):
        return len(place.words) > 1 and not place.capital_follows
    if _is_called(place) or (place.after_is("telling") and not place.before_is("beside_words")):
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
    named = place.capital_follows and (place.before_is("determiners") or _is_title(place))
    return not (named or _is_called(place) or _is_paper(place) or _is_companion(place) or _has_number(place))


def pointed_at(place: Place) -> bool:
    """ "That April" is none in "hoped that April Jones would leave"."""
    named = place.words[0] == "that" and place.capital_follows and place.named("first_names")
    return not named or not place.before.isalpha() or place.before_is("function_words")


def unnamed_length(place: Place) -> bool:
    """No name of a programme: "60 Minutes"."""
    capital = place.tokens.word(place.last - 1)[:1].isupper() and place.last > 1
    headed = place.tokens.word(place.first - 1)[:1].isupper()
    return headed or not capital or not place.named("programme_units")


def month_of_name(place: Place) -> bool:
    """ "The October Revolution", but not "the October war"."""
    return place.tokens.word(place.last - 1)[:1].isupper()


def _is_title(place: Place) -> bool:
    """ "Friday Night Lights": capitals through and through."""
    return len(place.words) > 1 and place.tokens.word(place.last - 1)[:1].isupper()


def nobody(place: Place) -> bool:
    """A season is nobody's name: not behind "sister", before a surname or a verb of saying."""
    return not _is_called(place) and not _is_first_name(place)


def part_of_day(place: Place) -> bool:
    """Nor is "Dawn"; a capital inside a sentence, or behind "The", makes a name of any of them."""
    capital = place.tokens.word(place.last - 1)[:1].isupper() and place.last > 1
    return not capital and not _is_first_name(place)


def _is_called(place: Place) -> bool:
    """Behind a title, a kinship or a given name: "Mr Friday", "her sister June", "Joe Friday"."""
    capital = place.tokens.word(place.first - 1)[:1].isupper()
    return place.before_is("kin") or (capital and (place.before_is("titled") or _follows_given_name(place)))


def _follows_given_name(place: Place) -> bool:
    """ "Joe Friday", but not "in Jordan Friday" nor "Gene Kelly Friday"."""
    before_that = place.tokens.word(place.first - 2)
    surnamed = before_that[:1].isupper() and before_that.lower() not in place.context["titled"]
    return (
        place.before_is("given")
        and not surnamed
        and before_that.lower() not in place.context["function_words"]
    )


def _is_first_name(place: Place) -> bool:
    """ "Summer Glau starred", "Dawn said": a capital, no word before that dates have, and what people do."""
    capital = place.tokens.word(place.last - 1)[:1].isupper() and place.last - place.first == 1
    dated = place.before_is("determiners") or place.before_is("before_season")
    if not capital or dated or place.tokens.word(place.first - 1)[:1].isupper():
        return False
    return place.capital_follows or place.after_is("telling")


def _is_paper(place: Place) -> bool:
    """ "Sunday Times reporters", "the Mail on Sunday"."""
    if place.named("day_of_papers") and place.capital_follows and place.after_is("newspapers"):
        return not place.before_is("before_short_weekday")
    paper, article = place.tokens.word(place.first - 2), place.tokens.lower(place.first - 3)
    on_paper = (
        place.before == "on" and paper[:1].isupper() and paper.lower() in place.context["papers_of_a_day"]
    )
    return on_paper and article == "the"


def _is_companion(place: Place) -> bool:
    """The one who acts at the beginning of a sentence: "Friday told him", "Crusoe and Friday built"."""
    if place.first == 0:
        return place.after_is("telling")
    first = place.tokens.lower(0)
    verb = place.after_is("past_cues") or place.after_is("auxiliaries") or place.after.endswith("ed")
    paired = place.first == 2 and place.before == "and" and place.tokens.word(0)[:1].isupper()
    return paired and verb and first not in place.context["weekday_names"] | {"yesterday", "today"}


def _has_number(place: Place) -> bool:
    """ "Friday the 13th": a film, or a day that another rule finds."""
    number = place.tokens.word(place.last + 1)
    return place.after == "the" and number[:1].isdigit() and not number.isdigit()


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
