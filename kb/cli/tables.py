"""Tables: as wide as they need to be for programs, folded into the width of the terminal for people."""

import shutil
import sys
from collections.abc import Iterable, Sequence

import click
from rich.cells import cell_len
from rich.console import Console
from rich.table import Table
from rich.text import Text

Row = Sequence[str]

READABLE = 1000  # more rows than this nobody reads folded, and folding them takes minutes
NARROW = 100  # columns; below that a table of several columns is all folds


def print_table(columns: Row, rows: Iterable[Sequence[str | None]]) -> None:
    """Rows under a heading; on a narrow terminal each row as a paragraph."""
    cells = [[plain(cell or "") for cell in row] for row in rows]
    if not _on_terminal() or len(cells) > READABLE:
        _print_aligned([list(columns), *cells])
    elif shutil.get_terminal_size().columns < NARROW and len(columns) > 1:
        _print_paragraphs(columns, cells)
    else:
        _print_folded(columns, cells)


def plain(text: str) -> str:
    """The text on one line, with spaces for the control characters that a terminal would obey."""
    return "".join(char if char.isprintable() else " " for char in text)


def _on_terminal() -> bool:
    return bool(sys.stdout and sys.stdout.isatty())  # None: closed by the caller


def _print_aligned(rows: list[list[str]]) -> None:
    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = (cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=True))
        click.echo("  ".join(padded).rstrip())


def _print_paragraphs(columns: Row, rows: Iterable[Row]) -> None:
    width = max(map(len, columns))
    for row in rows:
        for column, cell in zip(columns, row, strict=True):
            if cell:
                click.echo(f"{click.style(column.ljust(width), bold=True)}  {cell}")
        click.echo()


def _print_folded(columns: Row, rows: Iterable[Row]) -> None:
    table = Table(box=None, pad_edge=False, header_style="bold")
    for column in columns:
        table.add_column(column, overflow="fold")
    for row in rows:
        table.add_row(*map(Text, row))
    Console(highlight=False).print(table)
