"""kb resolve: what words about time mean on a given day, nothing read and nothing stored."""

import json
import sys
from collections.abc import Sequence

import click

from kb import pipeline
from kb.asked import check_language
from kb.cli.options import Date, LanguageCode
from kb.cli.printing import print_time
from kb.cli.tables import print_table
from kb.errors import NotFound
from kb.model import Document, Findings, TimeExpression
from kb.when import When
from kb.writing.annotations import annotation

COLUMNS = ("Words", "Type", "Value", "EDTF", "Meaning")
TIMES = frozenset({"timexes"})


@click.command()
@click.argument("text", metavar="TEXT|-")
@click.option("--anchor", type=Date(), help="The day the words were written; else relative dates stay open.")
@click.option(
    "--language", type=LanguageCode(), default="en", show_default=True, help="The language of the words."
)
@click.option("--explain", "explained", is_flag=True, help="Tell rule, anchor, alternatives and each step.")
@click.option("--json", "as_json", is_flag=True, help="One JSON line an expression, for programs.")
def resolve(text: str, anchor: When | None, language: str, explained: bool, as_json: bool) -> None:
    """Tell which dates words mean, and why: a phrase, a sentence, or - for standard input.

    \b
    kb resolve "a week last Tuesday" --anchor 2016-06-17 --explain
    kb resolve "Talks that broke down in May will resume on Friday." --anchor 2016-06-17

    Type and value are those of TIMEX3, the date is EDTF. Nothing is stored. Exit code 1 when the words
    hold no time expression.
    """
    check_language(language)
    words = sys.stdin.read() if text == "-" else text
    document = Document(iri="", text=words, language=language, published=anchor)
    findings = pipeline.annotate(document, TIMES)
    if not findings.times:
        raise NotFound("No time expression was found. Give the phrase as an article would have it.")
    if as_json:
        _print_json(findings)
    elif explained:
        _print_explained(findings)
    else:
        print_table(COLUMNS, (_row(time, words) for time in findings.times))


def _print_json(findings: Findings) -> None:
    records = annotation(findings, TIMES)["timexes"]
    for record, time in zip(records, findings.times, strict=True):
        more = {"confidence": time.confidence, "steps": time.steps}
        click.echo(json.dumps(record | more, ensure_ascii=False))


def _print_explained(findings: Findings) -> None:
    for number, time in enumerate(findings.times):
        if number:
            click.echo()
        print_time(time, findings.text)


def _row(time: TimeExpression, text: str) -> Sequence[str]:
    when = time.when
    edtf, meaning = (str(when), when.words()) if when else ("", _open(time))
    return (time.span.of(text), f"{time.type} {time.mod or ''}".strip(), time.value, edtf, meaning)


def _open(time: TimeExpression) -> str:
    """Why there is no date, in one line."""
    return f"hangs on what it is {time.offset.direction}" if time.offset else time.steps[-1]
