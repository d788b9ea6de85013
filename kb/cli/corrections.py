"""What kb correct prints."""

from collections.abc import Sequence

import click

from kb.cli.printing import dated
from kb.cli.tables import print_table
from kb.model import Redated, SetRight


def print_redated(changes: Sequence[Redated], base_iri: str) -> None:
    """A table of what has another date now."""
    if changes:
        moved = ((dated(c.before), dated(c.after), c.after.label, c.after.iri) for c in changes)
        print_table(
            ("Was", "Is", "What", "IRI"), ((*row[:3], row[3].removeprefix(base_iri)) for row in moved)
        )
    else:
        click.echo("Kept. No other date follows from it.")


def print_set_right(corrections: Sequence[SetRight], base_iri: str) -> None:
    """A table of what was set right, on which day, and whether its article still tells it."""
    if corrections:
        lines = (
            (str(c.correction.when), c.correction.made[:10], *_set_right(c, base_iri)) for c in corrections
        )
        print_table(("Is", "Set on", "What", "IRI"), lines)
    else:
        click.echo("Nothing was set right.")


def _set_right(right: SetRight, base_iri: str) -> tuple[str, str]:
    what = right.correction.label or "the day of publication"
    return f"{what} (no longer told)" if right.orphaned else what, right.iri.removeprefix(base_iri)
