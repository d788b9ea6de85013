"""The index of timelines: an SQLite database derived from the store, from which windows, counts and searches
are answered.

The store is the only truth. `index` keeps one beside a store and makes it show the store's state; `deriving`
says which triples it shows, `schema` where they go, `windows`, `counting` and `words` what it is asked.
"""

from kb.storing.index.index import Index, Watch

__all__ = ["Index", "Watch"]
