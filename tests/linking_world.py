"""A small world of our own for tests of linking: no identifier in it stands for anything real."""

from kb.linking import Authority, Name, Record, Sort
from kb.linking.record import geonames, wikidata


def record(number: int, kind: str, name: str, *aliases: str, **more: object) -> Record:
    """A record of the invented item with this number."""
    names = (Name(name, "en", Sort.LABEL), *(Name(alias) for alias in aliases))
    given = {"iri": wikidata(f"Q{900_000_000 + number}"), "source": "our world", "prior": 0.6, **more}
    return Record(kind=kind, names=names, **given)  # type: ignore[arg-type]


LUND = record(1, "country", "Lundia", "Republic of Lundia", "RL", prior=0.95, country="xl")
ORSK = record(2, "country", "Orskia", prior=0.95, country="xo")
LUNDIA_REGION = record(3, "region", "Lundia", prior=0.8, country="xo")
PORT = record(4, "capital", "Port Ember", prior=0.75, country="xl")
HILL = record(
    5, "city", "Hillmouth", prior=0.55, country="xo", iri=geonames(1), same=(wikidata("Q900000005"),)
)
ASH_BIG = record(6, "city", "Ashby", prior=0.55, country="xl")
ASH_SMALL = record(7, "city", "Ashby", prior=0.45, country="xo")
UNION = record(8, "igo", "Union of Salt Traders", "UST", "WHEN")
RUSSIAN = record(9, "government", "Government of Russia", prior=0.9)
KREMLIN = record(10, "place", "Kremlin", "Moscow Kremlin", prior=0.7)
DOUBTED = record(11, "country", "Midland Isles", prior=0.95, doubt="Two lists differ.")
EASTFOLD = record(14, "region", "Eastfold", prior=0.75, country="xo")
BIGTON = record(15, "city", "Bigton", prior=0.56, country="xo")
BIGTON_STATE = record(16, "region", "Bigton", prior=0.75, country="xo")
PEAKS = [record(20 + k, "city", "Twin Peak", prior=0.6, country=code) for k, code in enumerate(("xl", "xo"))]
ROE = record(12, "person", "Ann Roe", "A. B. Roe")
OLD = Record(
    iri=wikidata("Q900000013"), kind="capital", source="our world", prior=0.75, names=(
        Name("Newhaven", "en", Sort.LABEL), Name("Hillmouth", sort=Sort.WEAK),
    ),
)  # fmt: skip

WORLD = (
    LUND, ORSK, LUNDIA_REGION, PORT, HILL, ASH_BIG, ASH_SMALL, UNION, RUSSIAN, KREMLIN, DOUBTED,
    EASTFOLD, BIGTON, BIGTON_STATE, ROE, OLD, *PEAKS,
)  # fmt: skip


def world() -> Authority:
    """An authority in memory that holds it."""
    authority = Authority.in_memory()
    authority.add(WORLD)
    return authority
