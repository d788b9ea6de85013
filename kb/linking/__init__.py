"""Linking: entities tied to Wikidata, GeoNames and others, with reasons one can check, offline.

`authority` holds who and where is known besides the articles; it is filled from `libraries` (what packages
carry) and `readers` (the user's own files). `ranking` tells whom a label means, `lookups` does so for sheets.
"""

from kb.linking.articles import link_mentions
from kb.linking.authority import Authority
from kb.linking.kinds import known_kinds
from kb.linking.libraries import LIBRARIES
from kb.linking.lookups import as_record, look_up
from kb.linking.ranking import Candidate, Decision, Verdict, decide
from kb.linking.readers import READERS, mark_of, records_in
from kb.linking.readers.fields import identified
from kb.linking.record import Name, Record, Sort

__all__ = [
    "LIBRARIES",
    "READERS",
    "Authority",
    "Candidate",
    "Decision",
    "Name",
    "Record",
    "Sort",
    "Verdict",
    "as_record",
    "decide",
    "identified",
    "known_kinds",
    "link_mentions",
    "look_up",
    "mark_of",
    "records_in",
]
