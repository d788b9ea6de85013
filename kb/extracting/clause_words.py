"""The function words that the rules of word order look for, from `[grammar.clauses]`.

These rules are those of English, as long as no parser makes them needless: another language needs
other rules, not only other words, and so the words are bound here once.
"""

from kb.languages import load_language

_ENGLISH = load_language("en")
_TABLE = _ENGLISH.grammar["clauses"]


def _words(name: str) -> frozenset[str]:
    return frozenset(_TABLE[name].split())


MODALS = _words("modals")
NEGATIONS = _words("negations")
BE = _words("be")
GOING_ON = _words("going_on")
POSSESSIVE = _words("possessives")
QUANTITIES = _words("quantities")
DEFINITE = _words("definite")
ARTICLES = _words("articles")
FIRST_PERSON = _words("first_person")
SECOND_PERSON = _words("second_person")
OF_ONESELF = _words("of_oneself")
OF_US = _words("of_us")
COMPLEMENTISERS = _words("complementisers")
SUBORDINATORS = _words("subordinators")
RELATIVES = _words("relatives")
BINDING = RELATIVES | {"that", "what"}
CONDITIONS = _words("conditions")
SETTINGS = _words("settings")
INVERTING = _words("inverting")
NESTED = _words("nested")
OPENERS = _words("openers")
JOINING = _words("joining")
SETTING_OFF = _words("setting_off")
ASIDE_OPENS = _words("aside_opens")
TIMES = _words("times")
PARTS_OF_DAYS = _words("parts_of_days")
ASKING = _words("asking")
ASKING_OF = _words("asking_of")
ASSENTING = _words("assenting")
ANSWERING = _words("answering")
COMING = _words("coming")
ARRIVING = _words("arriving")
SAYING_ANEW = _words("saying_anew")
STANDING_FOR = _words("standing_for")
EARLY = _words("early")
TIME_UNITS = _words("time_units")
COUNTED_FROM = _words("counted_from")
PAST = _words("past")
REPORTED = _words("reported")
TO_COME = _words("to_come")
MEANWHILE = _words("meanwhile")
BALLOTS = _words("ballots")
SHOWING = _words("showing")
POINTING = _words("pointing")
LISTENERS = _words("listeners")
OWNING = _words("owning")
GERUND_OPENERS = _words("gerund_openers")
LISTENING = _words("listening")
CALLING_UPON = _words("calling_upon")
QUOTING = _words("quoting")
WITHHOLDING = _words("withholding")
SENDING_OFF = _words("sending_off")
APPOINTING = _words("appointing")
KEEPING_FROM = _words("keeping_from")
NOBODY = _words("nobody")
DYING = _words("dying")
NAMING = _words("naming")
PLACE_PREPOSITIONS = _words("place_prepositions")
SETTING_PREPOSITIONS = _words("setting_prepositions")
JOURNEYS = _words("journeys")
PLACE_OPENERS = _words("place_openers")
LITTLE = _words("little")
MONTHS = frozenset(_ENGLISH.time["words"]["month"])
