"""Write the help of the verbs and the floors of the scores into README: `python -m tests.readme`."""

import re
import tomllib
from collections.abc import Callable, Mapping
from pathlib import Path

import click

from web.commands import main

README = Path(__file__).parent.parent / "README.md"
FLOORS = Path(__file__).parent / "floors.toml"
OTHERS = ("other: ", "topics: ")


def verbs() -> str:
    """The help texts of all verbs, as Markdown."""
    return "\n".join(_help(name, command) for name, command in main.commands.items())


def scores() -> str:
    """The floors of F1 of the golden sets, as a Markdown table."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    rows = [
        f"| {name} | {' | '.join(_percent(floors, prefix + name) for prefix in ('', *OTHERS))} |"
        for name in floors
        if not name.startswith(OTHERS)
    ]
    head = ["| measure | sample | second set | third set |", "| --- | --- | --- | --- |"]
    return "\n".join([*head, *rows]) + "\n"


def _percent(floors: Mapping[str, Mapping[str, float]], name: str) -> str:
    return f"{100 * floors[name]['f1']:.0f}"


PARTS: Mapping[str, Callable[[], str]] = {"verbs": verbs, "scores": scores}


def written() -> str:
    """README with all parts as they are now."""
    text = README.read_text(encoding="utf-8")
    for name, part in PARTS.items():
        pattern = re.compile(rf"(?<=<!-- {name} -->\n).*?(?=<!-- end of {name} -->)", re.DOTALL)
        text = pattern.sub(lambda _, part=part: part(), text)
    return text


def _help(name: str, command: click.Command) -> str:
    parent = click.Context(main, info_name="kb", **main.context_settings)
    context = click.Context(command, parent=parent, info_name=name, terminal_width=100)
    return f"### kb {name}\n\n```\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    README.write_text(written(), encoding="utf-8")
