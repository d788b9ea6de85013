"""Where the versions of one entry differ, in sentences: nothing is decided between them."""

from collections.abc import Callable, Iterator, Sequence

from kb.merging.dates import days_of
from kb.merging.figures import figures_in
from kb.model import Told

UNTOLD = ""


def disagreements(versions: Sequence[Told]) -> Iterator[str]:
    """A sentence for the date, the status, those who take part, the place and the figures that differ."""
    if dates_differ(versions):
        yield _sentence("Date", versions, _date)
    for what, tell in (("Told as", _status), ("Place", _place)):
        if len({tell(version) for version in versions} - {UNTOLD}) > 1:
            yield _sentence(what, versions, tell)
    for role in ("initiator", "target"):
        yield from _those_in(role, versions)
    yield from _figures(versions)


def dates_differ(versions: Sequence[Told]) -> bool:
    """Whether two versions give dates that cannot both be right; one that is only less exact agrees."""
    days = [found for version in versions if version.dated and (found := days_of(version))]
    return bool(days) and max(d.first for d in days) > min(d.last for d in days)


def _date(told: Told) -> str:
    return told.when.words() if told.dated else UNTOLD


def _status(told: Told) -> str:
    """Being claimed, happening and having happened are no contradiction: only denial and plans are."""
    if told.status in ("denied", "planned", "hypothetical"):
        return told.status
    return "so" if told.status else UNTOLD


def _place(told: Told) -> str:
    return told.places[0].label if told.places else UNTOLD


def _those_in(role: str, versions: Sequence[Told]) -> Iterator[str]:
    def tell(told: Told) -> str:
        return ", ".join(sorted({i.who.label for i in told.involved if i.role == role}))

    if len({tell(version) for version in versions} - {UNTOLD}) > 1:
        yield _sentence(role.capitalize(), versions, tell)


def _figures(versions: Sequence[Told]) -> Iterator[str]:
    """Figures of the dead and hurt that differ, "12 killed" against "15 killed"."""
    found = [figures_in(version.said) for version in versions]
    for what in sorted({what for figures in found for what in figures}):
        told = [(v, f[what]) for v, f in zip(versions, found, strict=True) if what in f]
        if len({number for _, number in told}) > 1:
            said = "; ".join(f"{number} ({version.source})" for version, number in told)
            yield f"{what.capitalize()}: {said}."


def _sentence(what: str, versions: Sequence[Told], tell: Callable[[Told], str]) -> str:
    said = "; ".join(f"{tell(v)} ({v.source})" for v in versions if tell(v))
    return f"{what}: {said}."
