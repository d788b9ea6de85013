"""One process owns a store, and writes it; the others hand it what they want written.

`owner` listens on a socket in the store's folder, `guest` is the store of who hands over, `wire` is what
passes between them, `graphs` the RDF in it. A guest reads from a snapshot of its own, so finding and merging
burden the process of the command and never the owner.
"""

from pathlib import Path

from kb.errors import StoreLocked
from kb.ontology import DEFAULT_BASE
from kb.storing.owning.guest import Guest
from kb.storing.owning.owner import Owner
from kb.storing.owning.wire import forget_owner
from kb.storing.store import Store

__all__ = ["Guest", "Owner", "shared"]


def shared(folder: Path, base_iri: str = DEFAULT_BASE) -> Store:
    """The store in this folder, to be written: by this process, or through the one that owns it.

    Made when it is not there. Raises as `Store.create`; StoreLocked when the one that owns it takes nothing.
    """
    try:
        store = Store.create(folder, base_iri)
    except StoreLocked:
        guest = Guest.of(folder)
        if guest is None:
            raise
        return guest
    forget_owner(folder)  # who has the lock knows: one that left its socket there was killed
    return store
