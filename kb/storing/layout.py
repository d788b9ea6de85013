"""What lies in the folder of a store, and of which version its layout is.

`settings.toml` tells the version before anything is opened, and the store repeats it in every change, so
that settings that were lost or taken from elsewhere cannot hide it from who writes. Reading changes nothing,
so an older layout is read as it is; who opens it to write brings it up to date, by the steps of `STEPS`. A
new version is a new number in `settings`, and the step that leads to it here.
"""

import logging
from collections.abc import Callable, Mapping
from pathlib import Path

import pyoxigraph as ox

from kb.errors import NotFound
from kb.ontology import DEFAULT_BASE
from kb.storing import outbox
from kb.storing.changes import Change
from kb.storing.failures import reported
from kb.storing.freshness import snapshot
from kb.storing.planning.scratch import forget_scratch
from kb.storing.sealing import note_manifest, refuse_cut
from kb.storing.settings import (
    SCHEMA_VERSION,
    Settings,
    check_base,
    load_settings,
    refuse_newer,
    save_settings,
)  # fmt: skip

SETTINGS = "settings.toml"
DATABASE = "store"
KEPT = ("views", "queries", "stories")  # folders of what people keep (`kb.saved`)

LOG = logging.getLogger("kb")


def opened(folder: Path, base_iri: str) -> tuple[ox.Store, Settings]:
    """The store of a folder, to be written, and its settings; made when there is none, brought up to date.

    Raises as `Store.create`.
    """
    check_base(base_iri)
    with reported(folder):
        folder.mkdir(parents=True, exist_ok=True)
        if not (folder / SETTINGS).exists() and not (folder / DATABASE).exists():
            save_settings(folder / SETTINGS, Settings(base_iri))
        settings = load_settings(folder / SETTINGS)
        refuse_cut(folder, folder / DATABASE)
        store = ox.Store(folder / DATABASE)
        note_manifest(folder, folder / DATABASE)
        forget_scratch(folder)
        refuse_newer(outbox.schema_of(store), folder)
        return store, _brought_up(store, folder, settings)


def seen(folder: Path) -> tuple[ox.Store, Settings]:
    """The store of a folder as it is now, and its settings; raises as `Store.open`."""
    with reported(folder):
        there = (folder / DATABASE).is_dir()
    if not there:
        raise NotFound(f"There is no knowledge base in {folder}. Make one with: kb read SOURCE")
    settings = load_settings(folder / SETTINGS)
    refuse_cut(folder, folder / DATABASE)
    return snapshot(folder / DATABASE), settings


def base_of(folder: Path, otherwise: str = DEFAULT_BASE) -> str:
    """The base IRI of the store in this folder, `otherwise` where there is none; StoreDamaged."""
    with reported(folder):
        there = (folder / SETTINGS).exists()
    return load_settings(folder / SETTINGS).base_iri if there else otherwise


def _brought_up(store: ox.Store, folder: Path, settings: Settings) -> Settings:
    """The settings after what is missing has been done; killed in the middle, it is done again."""
    for version in range(settings.schema_version, SCHEMA_VERSION):
        LOG.warning(
            "%s is brought from layout %d to %d, which earlier versions of event-knowledge cannot open: "
            "to go back to one, keep a kb backup of before.",
            folder,
            version,
            version + 1,
        )
        STEPS[version](store)
        store.flush()
        settings = Settings(settings.base_iri, version + 1)
        save_settings(folder / SETTINGS, settings)
    return settings


def _say_version(store: ox.Store) -> None:
    """From 1 to 2: the store itself says of which version it is."""
    nothing = Change(frozenset(), frozenset())
    store.update(outbox.logged(store, nothing, ()).as_update())


STEPS: Mapping[int, Callable[[ox.Store], None]] = {1: _say_version}
