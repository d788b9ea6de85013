"""Write the help of every verb into README: `python -m tests.readme`."""

import re
from pathlib import Path

import click

from web.commands import main

README = Path(__file__).parent.parent / "README.md"
PART = re.compile(r"(?<=<!-- verbs -->\n).*?(?=<!-- end of verbs -->)", re.DOTALL)


def verbs() -> str:
    """The help texts of all verbs, as Markdown."""
    return "\n".join(_help(name, command) for name, command in main.commands.items())


def written() -> str:
    """README with the help texts as they are now."""
    return PART.sub(lambda _: verbs(), README.read_text(encoding="utf-8"))


def _help(name: str, command: click.Command) -> str:
    parent = click.Context(main, info_name="kb", **main.context_settings)
    context = click.Context(command, parent=parent, info_name=name, terminal_width=100)
    return f"### kb {name}\n\n```\n{command.get_help(context).rstrip()}\n```\n"


if __name__ == "__main__":
    README.write_text(written(), encoding="utf-8")
