"""SPARQL 1.1 over Oxigraph: queries and updates, what of them is refused, over which graphs they run.

`tokens` reads the text, `size` refuses what is too large, `queries` asks, `updates` changes, `remote`
does what SERVICE and LOAD ask of other servers, where that is allowed.
"""

from kb.fetch import Hosts
from kb.storing.sparql.graphs import EVERYTHING, UNNAMED, Graphs, graph_node
from kb.storing.sparql.mistakes import told
from kb.storing.sparql.queries import ask
from kb.storing.sparql.remote import NOBODY
from kb.storing.sparql.updates import prepared

__all__ = ["EVERYTHING", "NOBODY", "UNNAMED", "Graphs", "Hosts", "ask", "graph_node", "prepared", "told"]
