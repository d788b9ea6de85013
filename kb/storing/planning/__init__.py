"""Updates worked out by a process that can be stopped, and done by the one that writes.

Oxigraph has no limit of time, and an update that asks too much cannot be stopped from within, nor can
anybody else write while it runs. So a worker works out which quads each operation takes out and puts in
(`working_out`), within the limits of a query and from a snapshot; who owns the store then does just that
(`carrying_out`), if the store is still in the state that the `plan` was made in, or has it made anew. What
only holds data or speaks of whole graphs, and what looks at one pattern, reads the store once at most: it
is done as it is.

An operation that stands behind others sees what those have done. For that the worker is given the store as a
copy of its own (RocksDB's checkpoint, some milliseconds: the files are linked, not copied), and does each
operation there before it works out the next.
"""

from kb.storing.planning.carrying_out import Planner, asks, carried_out
from kb.storing.planning.plan import Plan
from kb.storing.planning.scratch import forget_scratch
from kb.storing.planning.working_out import Workplace

__all__ = ["Plan", "Planner", "Workplace", "asks", "carried_out", "forget_scratch"]
