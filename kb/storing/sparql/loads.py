"""LOAD: fetched first, what it gives put in its place as INSERT DATA.

So an update with a LOAD is still done whole or not at all.
"""

from collections.abc import Iterator

from kb.fetch import Hosts
from kb.storing.answer import GRAPHS
from kb.storing.payloads import insertion, parsed
from kb.storing.sparql.edits import Edit
from kb.storing.sparql.remote import Call, allowed, calls, fetched
from kb.storing.sparql.tokens import Token

TRIPLES = ", ".join(GRAPHS)


def loaded(found: list[Token], hosts: Hosts) -> Iterator[Edit]:
    """The edits that put data in place of an update's LOAD operations.

    BadQuery when a host is none of `hosts` or does not answer, BadRequest when it answers no RDF.
    """
    for call in calls(found, "LOAD"):
        address = allowed(found, call, hosts)
        into = found[call.rest : call.rest + 3]
        named = len(into) == 3 and into[0].is_word("INTO")
        end = into[2].end if named else call.address.end
        yield Edit(call.word.start, end, _data(address, into[2].text if named else "", hosts, call))


def _data(address: str, graph: str, hosts: Hosts, call: Call) -> str:
    answer = fetched(address, TRIPLES, hosts, call.silent)
    if answer is None:
        return insertion([], graph)
    return insertion(parsed(answer.data, answer.media_type, answer.address), graph)
