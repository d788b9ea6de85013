"""Which store a folder names: the one in it, or that on a server."""

from pathlib import Path

from kb.ontology import DEFAULT_BASE
from kb.storing.owning import shared
from kb.storing.remote import is_remote
from kb.storing.remote.store import RemoteStore
from kb.storing.store import Store


def open_store(folder: Path) -> Store:
    """For reading; NotFound, StoreDamaged, ServerFailed."""
    return _kind(folder).open(folder)


def create_store(folder: Path, base_iri: str = DEFAULT_BASE) -> Store:
    """For writing, made when it is not there; StoreLocked, StoreDamaged, ServerFailed, BadRequest."""
    return _kind(folder).create(folder, base_iri)


def share_store(folder: Path, base_iri: str = DEFAULT_BASE) -> Store:
    """The same, but where a site owns the store, what is written goes through that.

    A server lets any number of machines write, and needs no owner here.
    """
    return RemoteStore.create(folder, base_iri) if is_remote(folder) else shared(folder, base_iri)


def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
    """The base IRI of the store, `otherwise` where there is none; StoreDamaged, ServerFailed."""
    return _kind(folder).base_of(folder, otherwise)


def _kind(folder: Path) -> type[Store]:
    return RemoteStore if is_remote(folder) else Store
