"""A whole knowledge base as one file of N-Quads, plain or gzip: written, and loaded into a new folder.

Loading goes around transactions, so it fills a folder of its own, which gets its name when all is in it. The
index is built from the same quads as they stream by, where they come as `dump` writes them: what documents
share first, then document by document. In any other order it is built from the store afterwards.
"""

import gzip
import shutil
import zlib
from collections.abc import Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import suppress
from itertools import chain
from pathlib import Path
from typing import IO, Any, Literal, TypeAlias, cast

import pyoxigraph as ox
from pyoxigraph import RdfFormat

from kb.disk import put_in_place
from kb.errors import BadRequest, BadSource
from kb.ontology import DEFAULT_BASE
from kb.storing.answer import serialize
from kb.storing.compacting import LARGE, compact
from kb.storing.failures import reported
from kb.storing.freshness import size_of
from kb.storing.index import Index, Watch
from kb.storing.index.building import Graphs, Known, kinds_in
from kb.storing.index.deriving import derive
from kb.storing.index.lines import Unordered, graphs_in
from kb.storing.index.merged import Decisions, decisions_in
from kb.storing.layout import DATABASE, SETTINGS
from kb.storing.minting import entities_graph, links_graph, merged_graph, review_graph
from kb.storing.outbox import State
from kb.storing.remote import is_remote
from kb.storing.settings import Settings, check_base, save_settings
from kb.storing.store import Store
from kb.storing.vocabulary import VOCABULARY, vocabulary_quads

CHUNK = 1 << 16  # characters read at once: about what a document has
SHARED = "graph/entities"  # behind the base IRI: the graph that a dump begins with

Group: TypeAlias = tuple[str, list[str]]


def dump(store: Store, path: Path, watch: Watch = iter) -> int:
    """Write everything but the vocabulary as N-Quads (gzip for `.gz`), whole or not; says how many quads."""
    part, graphs = path.with_name(f".{path.name}.part"), [*_graphs(store)]
    try:
        with _opened(part, path.suffix, "wt") as file:
            count = sum(_write(file, store.quads(graph=graph)) for graph in watch(graphs))
            count += _write(file, store.unnamed())
        put_in_place(part, path)
    except OSError as error:
        raise BadRequest(
            f"Cannot write {path}: {error.strerror}. Give another place, or make room."
        ) from error
    finally:
        part.unlink(missing_ok=True)
    return count


def load(path: Path, folder: Path, base: str = DEFAULT_BASE) -> None:
    """Make a knowledge base of a file of N-Quads, plain or gzip (`.gz`), in a folder that has none.

    `base` is what its IRIs begin with where the file does not tell. BadRequest when the folder has one,
    BadSource when the file is none; nothing is left of a load that does not come to its end.
    """
    if is_remote(folder):
        raise BadRequest(
            f"kb load fills a folder and no server. Have the server's own loader take {path}, "
            "then make the index: kb reindex --kb ADDRESS"
        )
    if (folder / SETTINGS).exists() or (folder / DATABASE).exists():
        raise BadRequest(f"There is a knowledge base in {folder}: load into another folder with --kb.")
    making = folder.with_name(f".{folder.name}.loading")
    shutil.rmtree(making, ignore_errors=True)
    try:
        with reported(making):
            making.mkdir(parents=True)
            _load_read(path, making, check_base(base))
            put_in_place(making, folder)
    finally:
        shutil.rmtree(making, ignore_errors=True)


def _load_read(path: Path, folder: Path, base: str) -> None:
    try:
        _load(path, folder, base)
    except (SyntaxError, gzip.BadGzipFile, EOFError, zlib.error, UnicodeDecodeError) as error:
        raise BadSource(f"{path} cannot be read as N-Quads: {error}. Give a file of kb dump.") from error


def _load(path: Path, folder: Path, base: str) -> None:
    """Fill the store and, from the same file at the same time, its index."""
    with ThreadPoolExecutor(1) as aside:
        stored = aside.submit(_fill_store, path, folder / DATABASE)
        base = fill_index(path, folder) or base
        stored.result()
    save_settings(folder / SETTINGS, Settings(base))
    Store.create(folder).close()  # which puts the vocabulary in


def _fill_store(path: Path, database: Path) -> None:
    store = ox.Store(str(database))
    if path.suffix == ".gz":
        with _opened(path, path.suffix, "rb") as file:
            store.bulk_load(file, RdfFormat.N_QUADS)
    else:  # read by Oxigraph itself, which does not wait for the index beside it
        store.bulk_load(path=str(path), format=RdfFormat.N_QUADS)
    if size_of(database) > LARGE:
        compact(store)
    store.flush()


def fill_index(path: Path, folder: Path) -> str:
    """Build the index from the file and return the base IRI; "" when it does not begin with what is shared.

    In any other order than that of `dump` no index is left, and it will be built from the store.
    """
    groups = graphs_in(_read(path))
    base = ""
    with suppress(Unordered):
        graph, triples = next(groups, ("", []))
        if not graph.endswith(SHARED):
            return ""
        base = graph.removesuffix(SHARED)
        known, rest = _known(chain([(graph, triples)], groups), base)
        Index.filled(known, _in_order(rest, base), State(), folder).close()
    return base


def _known(groups: Iterator[Group], base: str) -> tuple[Known, Iterator[Group]]:
    """What the graphs that documents share tell, and the groups behind them."""
    known = Known(kinds_in(vocabulary_quads()), Decisions())
    for graph, triples in groups:
        if graph == entities_graph(base).value:
            known.names.update(derive(triples).names)
        elif graph == merged_graph(base).value:
            known = known._replace(decided=decisions_in(triples))
        elif graph not in (review_graph(base).value, links_graph(base).value):
            return known, chain([(graph, triples)], groups)
    return known, iter(())


def _in_order(groups: Iterator[Group], base: str) -> Graphs:
    """The graphs of documents, each once; Unordered when what is shared comes late, or a graph twice."""
    seen = {graph(base).value for graph in (entities_graph, merged_graph, review_graph, links_graph)}
    for graph, triples in groups:
        if graph in seen:
            raise Unordered
        seen.add(graph)
        yield graph, derive(triples)


def _read(path: Path) -> Iterator[str]:
    """A file in parts of whole lines."""
    with _opened(path, path.suffix, "rt") as file:
        rest = ""
        while chunk := file.read(CHUNK):
            whole, newline, rest = (rest + chunk).rpartition("\n")
            yield whole + newline
        yield rest


def _graphs(store: Store) -> list[str]:
    """The names of all graphs to dump, what documents share first."""
    shared = [of(store.base_iri).value for of in (entities_graph, merged_graph, review_graph, links_graph)]
    left = {*shared, VOCABULARY.value}
    return [*shared, *sorted(graph for graph in store.graphs() if graph not in left)]


def _write(file: IO[Any], found: Iterable[ox.Quad]) -> int:
    quads = list(found)
    file.write(serialize(quads, RdfFormat.N_QUADS).decode())
    return len(quads)


def _opened(path: Path, suffix: str, mode: Literal["rb", "rt", "wt"]) -> IO[Any]:
    """A file, through gzip when its name ends in `.gz`; text is UTF-8."""
    encoding = None if "b" in mode else "utf-8"
    return (
        cast(IO[Any], gzip.open(path, mode, encoding=encoding))
        if suffix == ".gz"
        else path.open(mode, encoding=encoding)
    )
