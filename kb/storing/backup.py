"""A whole knowledge base as one archive, verified: written from a live one, put in place of a lost one.

The archive is a tar of `quads.nq.gz`, which `bulk` writes and loads, the settings, the other databases of
the folder (the authority), what people keep there (views, queries, stories), and a manifest with the counts
and the digests of all these. The index is not in it: it is built from the quads as they are loaded.
"""

import fcntl
import hashlib
import json
import shutil
import tarfile
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import IO, Any, TypeAlias

import pyoxigraph as ox

from kb.disk import put_in_place, sync
from kb.errors import BadRequest, BadSource, StoreDamaged
from kb.ontology import VERSION
from kb.storing import bulk
from kb.storing.beside import copy_beside, plain_files
from kb.storing.failures import reported
from kb.storing.index import Watch
from kb.storing.layout import DATABASE, KEPT, SETTINGS
from kb.storing.settings import SCHEMA_VERSION, Settings, save_settings
from kb.storing.store import Store
from kb.storing.terms import EK, TYPE
from kb.storing.vocabulary import VOCABULARY

QUADS, MANIFEST = "quads.nq.gz", "manifest.json"
FORMAT = 2  # since what people keep is in it
PIECE = 1 << 20  # bytes

Pieces: TypeAlias = Callable[[Iterable[int]], Iterable[int]]  # sees the pieces a file is read in


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive holds: how much, and of each file its SHA-256."""

    made: str
    base_iri: str
    documents: int
    quads: int
    files: dict[str, str]
    schema_version: int = SCHEMA_VERSION
    vocabulary: str = VERSION
    format: int = FORMAT


def back_up(store: Store, path: Path, made: str, watch: Watch = iter) -> Manifest:
    """Write all that a store holds, as it was when it was opened, into an archive; `watch` sees each graph.

    The archive is there whole or not at all. BadRequest when it cannot be written.
    """
    try:
        with _making(path) as making:
            save_settings(making / SETTINGS, Settings(store.base_iri))
            quads = bulk.dump(store, making / QUADS, watch)
            if store.folder:
                copy_beside(store.folder, making)
            files = {name: _digest(making / name) for name in _names(making)}
            manifest = Manifest(made, store.base_iri, _documents(store), quads, files)
            (making / MANIFEST).write_text(json.dumps(asdict(manifest), indent=1), encoding="utf-8")
            put_in_place(_packed(making, files), path)
    except OSError as error:
        raise BadRequest(
            f"Cannot write {path}: {error.strerror}. Give another place, or make room."
        ) from error
    return manifest


def restore(path: Path, folder: Path, replace: bool = False, pieces: Pieces = iter) -> Manifest:
    """Make a knowledge base of an archive, in place of the one there is only when it shall `replace` that.

    All is verified before it is in place. BadRequest when there is one, BadSource when the archive is none,
    is damaged or of a newer version, StoreLocked when a process writes what would be replaced.
    """
    folder = folder.resolve()
    _put_back(folder)
    if not replace and (folder / DATABASE).exists():
        raise BadRequest(
            f"There is a knowledge base in {folder}: restore into another folder with --kb, "
            "or replace it with --force."
        )
    with reported(folder), _making(folder) as making:
        manifest = _unpacked(path, making, pieces)
        made = making / "kb"
        bulk.load(making / QUADS, made, manifest.base_iri)
        _verify(made, manifest, path)
        for name in manifest.files:
            if name not in (QUADS, SETTINGS):
                (made / name).parent.mkdir(exist_ok=True)
                (making / name).replace(made / name)
        _swap(made, folder)
    return manifest


@contextmanager
def _making(path: Path) -> Iterator[Path]:
    """A folder beside a path, to make it in; nothing is left of it, nor of one whose maker was killed."""
    making = path.absolute().with_name(f".{path.absolute().name}.making")
    shutil.rmtree(making, ignore_errors=True)
    try:
        making.mkdir(parents=True)
        yield making
    finally:
        shutil.rmtree(making, ignore_errors=True)


# ---------------------------------------------------------------------------------------------- writing


def _names(making: Path) -> list[str]:
    """The files to pack, by their paths in the archive."""
    kept = [file for kind in KEPT for file in plain_files(making / kind)]
    return [str(file.relative_to(making)) for file in (*plain_files(making), *kept)]


def _packed(making: Path, files: Iterable[str]) -> Path:
    archive = making / "archive"
    with tarfile.open(archive, "w") as tar:
        for name in (MANIFEST, *files):
            tar.add(making / name, name)
    return archive


def _documents(store: Store) -> int:
    return sum(1 for _ in store.quads(None, TYPE.value, EK.SourceDocument.value))


def _digest(file: Path) -> str:
    with file.open("rb") as opened:
        return hashlib.file_digest(opened, "sha256").hexdigest()


# -------------------------------------------------------------------------------------------- restoring


def _unpacked(path: Path, making: Path, pieces: Pieces) -> Manifest:
    """The files of an archive in a folder, each as its manifest says it is."""
    try:
        with tarfile.open(path) as tar:
            manifest = _manifest(_member(tar, MANIFEST).read(), path)
            for name, digest in manifest.files.items():
                if _copied(_member(tar, name), _place(making, name), pieces) != digest:
                    raise BadSource(f"{path} is damaged: its {name} is not what was backed up. Take another.")
    except tarfile.ReadError as error:  # its own words tell of each compression that was tried, a line each
        raise BadSource(f"{path} is no archive, or is cut short. Give a file of kb backup.") from error
    except (OSError, tarfile.TarError, EOFError) as error:
        raise BadSource(f"{path} cannot be read: {error}. Give a file of kb backup.") from error
    return manifest


def _place(making: Path, name: str) -> Path:
    """Where a file of an archive goes; nowhere but into the folder, or one for what people keep."""
    kind, _, plain = name.rpartition("/")
    if Path(plain).name != plain or kind not in ("", *KEPT):
        raise tarfile.ExtractError(f"it has {name}, which is no place of a backup")
    (making / kind).mkdir(exist_ok=True)
    return making / kind / plain


def _member(tar: tarfile.TarFile, name: str) -> IO[bytes]:
    try:
        found = tar.extractfile(name)
    except KeyError:
        found = None
    if found is None:
        raise tarfile.ExtractError(f"it has no {name}")
    return found


def _manifest(text: bytes, path: Path) -> Manifest:
    try:
        found: dict[str, Any] = json.loads(text)
        if max(found["format"] - FORMAT, found["schema_version"] - SCHEMA_VERSION) > 0:
            raise BadSource(f"{path} was made by a newer version. Upgrade event-knowledge to restore it.")
        return Manifest(**found)
    except (ValueError, KeyError, TypeError) as error:
        raise BadSource(f"{path} is no backup: {error}. Give a file of kb backup.") from error


def _copied(source: IO[bytes], target: Path, pieces: Pieces) -> str:
    """Copy a file; returns its digest."""
    digest, size = hashlib.sha256(), source.seek(0, 2)
    source.seek(0)
    with target.open("wb") as file:
        for _ in pieces(range(-(-size // PIECE))):
            piece = source.read(PIECE)
            digest.update(piece)
            file.write(piece)
    sync(target)
    return digest.hexdigest()


def _verify(made: Path, manifest: Manifest, path: Path) -> None:
    """BadSource when what was loaded is not as much as was backed up."""
    with Store.open(made) as store:
        vocabulary = sum(1 for _ in store.quads(graph=VOCABULARY.value))
        loaded = (_documents(store), len(store) - vocabulary)
    if loaded != (manifest.documents, manifest.quads):
        raise BadSource(
            f"Of {path}, {loaded[0]:,} documents and {loaded[1]:,} quads were loaded, and its manifest says "
            f"{manifest.documents:,} and {manifest.quads:,}. Nothing was changed. Take another backup."
        )


def _swap(made: Path, folder: Path) -> None:
    """Put the one in place of the other, which nobody may be writing."""
    with _kept_from_writers(folder):
        if folder.exists():
            folder.replace(_aside(folder))
        put_in_place(made, folder)
    shutil.rmtree(_aside(folder), ignore_errors=True)


@contextmanager
def _kept_from_writers(folder: Path) -> Iterator[None]:
    """Have nobody begin to write a store meanwhile; StoreLocked when somebody does write it.

    It is not held open: Oxigraph goes by the names of its files, which are soon those of the other one. Its
    lock is RocksDB's own, taken as RocksDB takes it.
    """
    lock = folder / DATABASE / "LOCK"
    if not lock.exists():
        yield
        return
    with suppress(StoreDamaged), reported(folder):  # a damaged one is what is to be replaced
        ox.Store(str(folder / DATABASE))
    with lock.open("r+b") as held:
        fcntl.lockf(held, fcntl.LOCK_EX | fcntl.LOCK_NB)
        yield


def _put_back(folder: Path) -> None:
    """Undo what one who was killed between two steps left half done."""
    aside = _aside(folder)
    if aside.exists() and not folder.exists():
        aside.replace(folder)
    shutil.rmtree(aside, ignore_errors=True)


def _aside(folder: Path) -> Path:
    return folder.with_name(f".{folder.name}.replaced")
