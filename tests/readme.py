"""Write the help of the verbs and the floors of the scores into README: `python -m tests.readme`."""

import re
import tomllib
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

import click

from tests.golden.floors import load_floors
from tests.timexes.scoring import FLOORS as TIMEX_FLOORS
from tests.timexes.scoring import MEASURES
from web.commands import main

README = Path(__file__).parent.parent / "README.md"
FLOORS = Path(__file__).parent / "floors.toml"
SETS = {"": "sample", "other: ": "second set", "topics: ": "third set"}


def verbs() -> str:
    """The help texts of all verbs, as Markdown."""
    return "\n".join(_help(name, command) for name, command in _named(main, ""))


def _named(group: click.Group, before: str) -> Iterator[tuple[str, click.Command]]:
    """All commands by what one types after `kb`, those of a group behind the group itself."""
    for name, command in group.commands.items():
        yield before + name, command
        if isinstance(command, click.Group):
            yield from _named(command, f"{before}{name} ")


def scores() -> str:
    """The floors of F1 of the golden sets, as a Markdown table."""
    floors = tomllib.loads(FLOORS.read_text(encoding="utf-8"))
    rows = [
        " | ".join([name, *(f"{100 * floors[prefix + name]['f1']:.0f}" for prefix in SETS)])
        for name in floors
        if ": " not in name
    ]
    head = ["measure", *SETS.values()]
    table = [" | ".join(head), " | ".join("---" for _ in head), *rows]
    return "".join(f"| {row} |\n" for row in table)


def timexes() -> str:
    """The floors of F1 of dating, a row a file of cases."""
    floors = load_floors(TIMEX_FLOORS)
    names = {name.split(": ")[0]: None for name in floors}
    head = ["| cases | " + " | ".join(MEASURES) + " |", "| --- |" + " --- |" * len(MEASURES)]
    rows = (
        f"| {name} | " + " | ".join(f"{100 * floors[f'{name}: {m}']['f1']:.0f}" for m in MEASURES) + " |"
        for name in names
    )
    return "\n".join([*head, *rows]) + "\n"


PARTS: Mapping[str, Callable[[], str]] = {"verbs": verbs, "scores": scores, "timexes": timexes}


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
