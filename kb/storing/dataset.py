"""The store as an rdflib Dataset."""

import pyoxigraph as ox
from oxrdflib import OxigraphStore
from rdflib import Dataset


def dataset_over(quads: ox.Store) -> Dataset:
    """A Dataset that reads and writes these quads."""
    return Dataset(store=OxigraphStore(store=quads), default_union=True)
