"""Inflection of regular English words, both ways; the irregular ones are listed in `[grammar]`."""

VOWELS = "aeiou"
# These double their last consonant though the last syllable is not short by spelling alone.
DOUBLING = frozenset(
    {
        "admit",
        "commit",
        "submit",
        "permit",
        "refer",
        "prefer",
        "transfer",
        "occur",
        "expel",
        "compel",
        "rebut",
    }
)
# These double their l in British spelling: "cancelled" is of "cancel", but "killed" is of "kill".
DOUBLED_L = (
    *("cancel", "control", "dispel", "excel", "fuel", "label", "level", "marshal", "model", "patrol"),
    *("propel", "quarrel", "rebel", "repel", "shovel", "signal", "travel", "tunnel"),
)


def inflect(verb: str) -> list[str]:
    """The base, -s, -ing and -ed forms of a regular verb, in this order."""
    return [verb, _with_s(verb), _stem(verb) + "ing", _past(verb)]


def singular(noun: str) -> str:
    """The singular of a regular plural; what is no plural comes back as it is."""
    if len(noun) < 4 or not noun.endswith("s") or noun.endswith(("ss", "us", "is")):
        return noun
    if noun.endswith("ies"):
        return noun[:-3] + "y"
    if noun.endswith(("sses", "shes", "ches", "xes", "zes")):
        return noun[:-2]
    return noun[:-1]


def verb_stem(form: str) -> str:
    """A likely base of a regular verb form that no list has."""
    if form.endswith("ing") and len(form) > 5:
        return _bare(form[:-3])
    if form.endswith("ied"):
        return form[:-3] + "y"
    if form.endswith("ed") and len(form) > 4:
        return _bare(form[:-2])
    return singular(form)


def _with_s(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ies"
    return verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")


def _past(verb: str) -> str:
    if verb.endswith("y") and verb[-2] not in VOWELS:
        return verb[:-1] + "ied"
    return _stem(verb) + "ed" if not verb.endswith("e") else verb + "d"


def _stem(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "y"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1]
    return verb + verb[-1] if _doubles(verb) else verb


def _doubles(verb: str) -> bool:
    if verb in DOUBLING:
        return True
    short = len(verb) > 2 and verb[-1] not in VOWELS + "wxy" and verb[-2] in VOWELS and verb[-3] not in VOWELS
    return short and sum(letter in VOWELS for letter in verb) == 1


def _bare(stem: str) -> str:
    if stem[:-1] in DOUBLED_L:
        return stem[:-1]
    if len(stem) > 3 and stem[-1] == stem[-2] and stem[-1] not in "lsz":
        return stem[:-1]
    if stem.endswith(("at", "iz", "is", "uc", "ag", "as", "ov", "iv", "ur", "bl", "tl", "v", "c", "u")):
        return stem + "e"
    return stem
