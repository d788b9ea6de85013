"""The command line: one command per verb of KnowledgeBase, no logic of its own.

To add a verb, write it in the module of its kind and name it in `COMMANDS`. Errors are printed here
and nowhere else. Exit codes: 0 done, 1 something went wrong and was said, 2 the call makes no sense.
"""

import click

from kb.cli.annotating import annotate
from kb.cli.asking import check, explain, query, show, timeline, write
from kb.cli.joining import join, merge, part
from kb.cli.linking import authority, link
from kb.cli.links import links
from kb.cli.reading import correct, read, remove
from kb.cli.resolving import resolve
from kb.cli.tending import backup, dump, load, reindex, restore
from kb.errors import KnowledgeBaseError

COMMANDS = (
    read,
    merge,
    resolve,
    annotate,
    timeline,
    show,
    explain,
    query,
    write,
    correct,
    part,
    join,
    authority,
    link,
    links,
    check,
    reindex,
    backup,
    restore,
    dump,
    load,
    remove,
)


class Verbs(click.Group):
    """A group that keeps the order of its commands and prints this package's errors in one line."""

    def list_commands(self, ctx: click.Context) -> list[str]:  # noqa: ARG002
        """The verbs in the order one meets them, not by alphabet."""
        return list(self.commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run a command; an error of ours becomes a message and exit code 1."""
        try:
            return super().invoke(ctx)
        except KnowledgeBaseError as error:
            raise click.ClickException(str(error)) from error
        except UnicodeEncodeError as error:
            unshown = error.object[error.start : error.end][:20]
            raise click.ClickException(
                f"The terminal cannot show {unshown!r}. Set PYTHONUTF8=1 in the environment."
            ) from error
        except BrokenPipeError:  # the reader has enough, as in `kb timeline | head`: click ends quietly
            raise
        except OSError as error:
            what = error.strerror or str(error)
            raise click.ClickException(f"{what}. Look at the disk and at where the output goes.") from error


@click.group(cls=Verbs, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(package_name="event-knowledge", prog_name="kb")
def main() -> None:
    """Turn reporting into a timeline one can trust.

    Give it articles; it finds events and statements, resolves every date against the day of publication,
    and keeps it all as RDF that remembers the exact characters and the rule behind each fact.

    A knowledge base is one folder: ./kb.data, or --kb, or the environment variable KB_FOLDER.
    """


for command in COMMANDS:
    main.add_command(command)
