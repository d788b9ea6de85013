"""A store carries the version of its layout: an older one is brought up to date, a newer one left alone."""

import logging
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest

from kb.errors import StoreDamaged
from kb.model import Filter
from kb.storing import Store, outbox, shapes
from kb.storing.outbox import OUTBOX
from kb.storing.settings import SCHEMA_VERSION, Settings, load_settings, save_settings
from tests.sample_findings import DENIAL_IRI, STORY_IRI, denial, story
from tests.test_cli import kb

SCHEMA = ox.NamedNode(f"{OUTBOX.value}#schema")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    with Store.create(tmp_path / "kb") as store:
        store.replace_document(story())
    return tmp_path / "kb"


def told_version(folder: Path, settings: int | None = None, store: int | None = None) -> None:
    """Have the settings and the store say these versions, None that the store says none."""
    if settings is not None:
        save_settings(folder / "settings.toml", Settings(schema_version=settings))
    quads = ox.Store(folder / "store")
    for quad in [*quads.quads_for_pattern(None, SCHEMA, None, OUTBOX)]:
        quads.remove(quad)
    if store is not None:
        quads.add(ox.Quad(OUTBOX, SCHEMA, ox.Literal(str(store)), OUTBOX))
    quads.flush()


@pytest.fixture
def former(folder: Path) -> Path:
    """A store of layout 1: its settings say so, and the store itself says nothing."""
    told_version(folder, settings=1)
    return folder


def versions(folder: Path) -> tuple[int, int]:
    """What the settings say, and what the store does."""
    return load_settings(folder / "settings.toml").schema_version, outbox.schema_of(
        ox.Store.read_only(str(folder / "store"))
    )


def test_every_change_says_the_version(folder: Path) -> None:
    assert versions(folder) == (SCHEMA_VERSION, SCHEMA_VERSION)
    with Store.create(folder) as store:
        store.update("DROP ALL")
    assert versions(folder) == (SCHEMA_VERSION, SCHEMA_VERSION)


def test_an_older_store_is_brought_up_to_date_when_it_is_written(
    former: Path, caplog: pytest.LogCaptureFixture
) -> None:
    with caplog.at_level(logging.WARNING), Store.create(former) as store:
        assert "from layout 1 to 2" in caplog.text
        assert "kb backup" in caplog.text
        store.replace_document(denial())
        assert (STORY_IRI in store, DENIAL_IRI in store) == (True, True)
        assert shapes.check_index(store).problems == ()
    assert versions(former) == (2, 2)
    caplog.clear()
    with Store.create(former):
        assert caplog.text == ""


def test_an_older_store_is_read_as_it_is(former: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.WARNING), Store.open(former) as store:
        assert store.index.window(Filter())
    assert (caplog.text, versions(former)) == ("", (1, 1))


def test_an_older_store_can_be_backed_up_before_it_is_brought_up_to_date(
    former: Path, tmp_path: Path
) -> None:
    assert kb("backup", tmp_path / "before.tar", folder=former).exit_code == 0
    assert versions(former) == (1, 1)
    assert kb("restore", tmp_path / "before.tar", folder=tmp_path / "copy").exit_code == 0


def test_bringing_up_to_date_that_was_killed_is_done_again(folder: Path) -> None:
    told_version(folder, settings=1, store=2)  # killed before the settings were saved
    with Store.create(folder) as store:
        assert STORY_IRI in store
    assert versions(folder) == (2, 2)


@pytest.mark.parametrize("opened", [Store.open, Store.create], ids=["read", "written"])
def test_a_newer_store_is_refused(folder: Path, opened: Callable[[Path], Store]) -> None:
    told_version(folder, settings=SCHEMA_VERSION + 1)
    with pytest.raises(StoreDamaged, match=r"newer version .* Upgrade event-knowledge"):
        opened(folder)


def test_a_newer_store_beside_other_settings_is_not_written(folder: Path) -> None:
    told_version(folder, store=SCHEMA_VERSION + 1)
    with pytest.raises(StoreDamaged, match="Upgrade event-knowledge"):
        Store.create(folder)


def test_a_store_too_old_to_be_brought_up_is_refused_with_the_way_out(folder: Path) -> None:
    told_version(folder, settings=0)
    with pytest.raises(StoreDamaged, match="kb dump FILE; then, here: kb load FILE"):
        Store.create(folder)
