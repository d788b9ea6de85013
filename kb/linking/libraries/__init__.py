"""What installed libraries carry, as records: countries and regions, cities.

They come with an extra of their own, as they are large. To add a library, write a module that yields
records and name it in `LIBRARIES`.
"""

from collections.abc import Callable, Iterator, Mapping

from kb.linking.libraries.cities import cities
from kb.linking.libraries.territories import territories
from kb.linking.record import Record

LIBRARIES: Mapping[str, Callable[[], Iterator[Record]]] = {"territories": territories, "cities": cities}
