"""When words that look like a date are none: what stands around them decides.

A guard sees the tokens of a sentence and which of them matched, and says whether the rule that names
it may stand. The words it looks for are lists of `[time.context]`. To add one, write a function and
name it in `GUARDS`.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from kb.dating.tokens import Tokens


@dataclass(frozen=True, slots=True)
class Place:
    """A match in its sentence: tokens from `first` up to `last`, and the lists of context words."""

    tokens: Tokens
    first: int
    last: int
    context: Mapping[str, frozenset[str]]

    @property
    def words(self) -> tuple[str, ...]:
        """The matched words in lower case."""
        return self.tokens.words(self.first, self.last)

    @property
    def before(self) -> str:
        """The token before, in lower case; "" at the beginning of the sentence."""
        return self.tokens.lower(self.first - 1)

    @property
    def after(self) -> str:
        """The token after, in lower case; "" at the end of the sentence."""
        return self.tokens.lower(self.last)

    def after_is(self, name: str) -> bool:
        """Whether the token after is in this list."""
        return self.after in self.context[name]

    def before_is(self, name: str) -> bool:
        """Whether the token before is in this list."""
        return self.before in self.context[name]

    @property
    def capital_follows(self) -> bool:
        """Whether a capitalised word follows, as in a name."""
        return self.tokens.word(self.last)[:1].isupper()

    @property
    def capital_inside(self) -> bool:
        """Whether the last matched word has a capital that no beginning of a sentence explains."""
        return self.tokens.word(self.last - 1)[:1].isupper() and self.first > 0

    @property
    def ends_phrase(self) -> bool:
        """Whether nothing follows that could belong to the match: a mark, or the end."""
        return not self.after or not self.after[0].isalnum()


def year(place: Place) -> bool:
    """Four digits are a year unless something is counted, priced, numbered or glued to them."""
    if len(place.words) > 1 and not place.words[-2].isdigit() and place.words[-2] != "-":
        return not place.after_is("count_words")
    if place.before_is("before_count") or place.after_is("count_words") or _glued(place):
        return False
    number = int(place.words[-1]) if place.words[-1].isdigit() else int(place.words[0])
    if not 1000 <= number <= 2100:
        return False
    return place.before_is("before_year") or place.before == "the" or not _counts(place, number)


def year_range(place: Place) -> bool:
    """The first year of "1931-37" decides; a unit or a counted thing behind it makes it none."""
    return (
        not place.before_is("before_count")
        and not place.after_is("count_words")
        and int(place.words[0]) <= 2100
    )


def _glued(place: Place) -> bool:
    """Whether the number is part of a code, a fraction or a larger number."""
    before_touches = place.tokens.touches(place.first) and place.before not in (
        "(",
        "-",
        "'",
        '"',
        "“",
        "[",
        "/",
    )
    after_touches = place.tokens.touches(place.last) and place.after in ("/", "%", "°", "$", "€", "£")
    return before_touches or after_touches


def _counts(place: Place, number: int) -> bool:
    """Whether a plural seems to be counted: "1955 cars"; no one counts in years before 1400 so."""
    plural = place.after.endswith("s") and place.tokens.word(place.last).islower()
    plain = place.after not in ("was", "is", "has", "as", "its", "this", "thus", "his", "across", "s")
    return (plural and plain) or number < 1400


def month(place: Place) -> bool:
    """A month alone; one that is also a word or a name needs a word before it that dates have."""
    name = next((w for w in place.words if w in place.context["month_names"]), "")
    if not name:
        return place.before_is("before_month")
    if name in place.context["doubtful_months"]:
        return (len(place.words) > 1 or place.before_is("before_month")) and not place.capital_follows

    return place.before_is("before_month") or place.before in ("the", "a") or not place.capital_follows


def short_year(place: Place) -> bool:
    """An apostrophe and digits after a word that years follow."""
    return place.before_is("before_year") or (
        place.before[:1].isalpha() and (place.capital_follows or place.ends_phrase)
    )


def decade(place: Place) -> bool:
    """Tens in the plural are an age after "his", a decade after "the"."""
    full = any(len(word) > 4 and word[0].isdigit() for word in place.words)
    if full:
        return True
    return place.words[0] == "the" or place.before in ("and", "or", "'", "early", "late", "mid", "-", "to")


def season(place: Place) -> bool:
    """Spring and fall are seasons when a date's preposition or a capital says so, and no "of" follows."""
    words = place.words
    if words[-1] not in place.context["doubtful_seasons"]:
        return place.after not in ("palace", "olympics", "games")
    if place.after in ("of", "from", "to", "in", "for", "into", "back"):
        return False
    before_that = place.tokens.lower(place.first - 2)
    listed = place.before in ("and", "or", "-") and before_that in place.context["season_names"]
    return listed or place.before_is("before_season") or place.capital_inside


def weekday(place: Place) -> bool:
    """A short weekday needs a word before it; "the Sun" is a newspaper."""
    name = next(w for w in place.words if w in place.context["weekday_names"])
    if name in ("sun", "sat", "wed", "mon", "fri", "tue", "thu"):
        return place.before in ("on", "last", "next", "this", "by", "until", "(", ",", "to", "-")
    return not (place.before == "the" and place.capital_follows)


def holiday(place: Place) -> bool:
    """Feasts are written with a capital."""
    named = [
        i for i in range(place.first, place.last) if place.tokens.lower(i) in place.context["holiday_words"]
    ]
    return all(place.tokens.word(i)[0].isupper() for i in named)


def part(place: Place) -> bool:
    """A part of the day alone, unless it is part of a name or greeting."""
    named = place.tokens.word(place.last - 1)[0].isupper() and place.first > 0
    return (not named and place.before not in ("good", "one", "per", "a", "first", "last", "opening")) or (
        place.words[-1] == "night" and place.before in ("one",)
    )


def the_nth(place: Place) -> bool:
    """ "The 20th" is a day after "on", "by", "until" when no noun follows for it to count."""
    if place.words[-1] == "month":
        return True
    counted = place.words[-1][:1].isdigit()
    dated = place.before in (
        "on",
        "by",
        "until",
        "till",
        "from",
        "since",
        "to",
        "through",
        "and",
        "before",
        "after",
    )
    return counted and dated and (place.ends_phrase or place.after_is("function_words"))


def clock(place: Place) -> bool:
    """Digits with a colon alone are a time only after a word that times follow."""
    words = place.words
    if len(words) > 1 or words[0] in ("noon", "midnight"):
        return place.before not in ("high",)
    return place.before in (
        "at",
        "by",
        "until",
        "till",
        "from",
        "to",
        "around",
        "about",
        "since",
        "-",
        "(",
        "before",
    )


def quarter(place: Place) -> bool:
    """A quarter of something else than a year is no date."""
    return place.after not in ("of", "century", "mile", "final", "finals")


def the_unit(place: Place) -> bool:
    """ "The end of the day" is a date unless a name or an event follows: "the year of the war"."""
    return (
        place.after not in ("of", "after", "before", "that", "when", "-") and place.words[0] != "all"
    ) or (place.words[0] == "all" and place.ends_phrase)


def bare_before(place: Place) -> bool:
    """Before or after belongs to the amount when nothing follows it."""
    return place.ends_phrase and place.after not in ("$", "“", '"', "‘", "'")


def pivot(place: Place) -> bool:
    """Something must follow that the offset can hang on."""
    return bool(place.after) and (place.after[0].isalnum() or place.after in ("“", '"'))


def length(place: Place) -> bool:
    """Not every number before a unit is a stretch of time: "a second man", "a quarter of it"."""
    words = place.words
    if words[-1] == "second":
        return words[0][:1].isdigit() or "-" in words
    if place.after == "-" and place.tokens.touches(place.last) and words[0] in ("a", "an"):
        return False
    if words[-1] in ("quarter", "quarters"):
        return words[0][:1].isdigit() or words[0] in ("two", "three", "four", "six", "eight")
    if words[0] in ("a", "an", "one") and words[-1] == "day" and place.after in ("care", "-"):
        return False
    if place.before == "as" and words[0] == "many":
        return False
    return not _fraction(place) and not (place.before == "of" and words[0] == "one")


def _fraction(place: Place) -> bool:
    """Whether it is only a part that is meant: "a quarter of a century"."""
    return place.before == "of" and place.tokens.lower(place.first - 2) in (
        "quarter",
        "half",
        "third",
        "quarters",
    )


def away(place: Place) -> bool:
    """ "A century later" is none in "a quarter of a century later"."""
    return not _fraction(place)


def a_while(place: Place) -> bool:
    """A time is a stretch after "for", "in", "after"; not in "a time when" or "for a long time-table"."""
    return place.before in ("for", "in", "after", "within", "took", "over") and place.after not in ("-",)


def pair(place: Place) -> bool:
    """With "and", two amounts are a pair only after "between"."""
    return "and" not in place.words or place.words[0] == "between"


def bare_plural(place: Place) -> bool:
    """Plural units alone are a stretch after "for", "in" and their like."""
    return (place.before_is("before_plural") and place.after not in ("of",)) or (
        place.before == "within" and place.words[0] != "years"
    )


def rate(place: Place) -> bool:
    """ "A day" is each day after a count or a price."""
    if place.before_is("not_before_rate") or (place.ends_phrase and place.before == ""):
        return False
    window = range(max(0, place.first - 5), place.first)
    counted = any(
        place.tokens.word(i)[:1].isdigit() or place.tokens.lower(i) in place.context["number_names"]
        for i in window
    )
    noun = (
        place.before.endswith("s") or place.before in (")", "%", "”", '"') or place.before_is("count_words")
    )
    return counted and (noun or place.before[:1].isdigit())


def vague(place: Place) -> bool:
    """Words of the present, past and future where they are no part of another phrase."""
    phrase = " ".join(place.words)
    if phrase == "the time" and (place.before == "by" or (not place.ends_phrase and place.capital_follows)):
        return False
    if phrase in place.context["point_phrases"]:
        return place.before_is("before_point") and place.after not in ("of", "that", "when", "in")
    if phrase in ("soon", "very soon"):
        return (
            place.after not in ("after", "as", "thereafter", "afterwards", "became") and place.before != "as"
        )
    if phrase in ("current", "future", "present", "former"):
        return place.before not in (
            "electric",
            "electrical",
            "alternating",
            "direct",
        ) and place.after not in ("of",)
    return not (phrase == "the past" and place.after_is("large_unit_names"))


Guard = Callable[[Place], bool]

GUARDS: Mapping[str, Guard] = {
    "year": year,
    "year_range": year_range,
    "while": a_while,
    "month": month,
    "short_year": short_year,
    "decade": decade,
    "season": season,
    "weekday": weekday,
    "holiday": holiday,
    "part": part,
    "the_nth": the_nth,
    "clock": clock,
    "the_unit": the_unit,
    "quarter": quarter,
    "bare_before": bare_before,
    "pivot": pivot,
    "length": length,
    "away": away,
    "pair": pair,
    "bare_plural": bare_plural,
    "rate": rate,
    "vague": vague,
}
