"""The files of a database that was filled in bulk, written anew and compressed.

Oxigraph has RocksDB compress what lies below its first level. A bulk load fills an empty database, where the
last level is the first there is: what is merged into it is written as it is, and takes two thirds more room.
Once a family of columns is past half a gigabyte there is a level above, and what is merged from there into
the last is compressed (https://github.com/facebook/rocksdb/wiki/Compression). So quads from all over are told
again, which changes nothing of what the database says, and all is merged once more.
"""

from collections.abc import Iterator
from itertools import islice

import pyoxigraph as ox

LARGE = 2_000_000_000  # bytes: below, RocksDB has one level and compresses nothing
TOLD_AGAIN = 1000  # graphs, and quads of each: together they lie as far apart as all of them


def compact(database: ox.Store) -> None:
    """Write the files of a large database anew: it says the same, and takes less room.

    Takes a fifth of the time of the load, and for that time as much room again.
    """
    database.flush()  # waits until what was loaded is merged
    database.bulk_extend(_from_all_over(database))
    database.optimize()


def _from_all_over(database: ox.Store) -> Iterator[ox.Quad]:
    graphs = [*database.named_graphs()]
    for graph in graphs[:: max(1, len(graphs) // TOLD_AGAIN)]:
        yield from islice(database.quads_for_pattern(None, None, None, graph), TOLD_AGAIN)
