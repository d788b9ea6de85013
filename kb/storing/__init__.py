"""Where findings are kept: as RDF, in Oxigraph, a named graph for each document.

`graph` turns findings into triples, `store` keeps them, `index` finds what timelines show, `rows` reads
everything back for people, `exports` writes it as RDF, `shapes` checks it; `queries/` holds the questions.

To store something new, begin in `graph`. To show something stored, write a question in `queries/`,
which runs as it stands in any SPARQL editor, and read its rows in `rows`, `loading` or `explaining`.
"""

from kb.storing.answer import Answer
from kb.storing.index import Watch
from kb.storing.shapes import Report
from kb.storing.store import Store

__all__ = ["Answer", "Report", "Store", "Watch"]
