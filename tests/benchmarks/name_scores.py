"""How well names are found in the end, mentions and all: `python -m tests.benchmarks.name_scores`.

Reads the Universal NER files under KB_EVAL_DATA/treebanks/ner, each of their documents as one text, and
counts a name as right when its characters and its kind (person, body, place) are. --misses prints them.
"""

import argparse
import os
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from kb import pipeline
from kb.model import Document, EntityKind, Mention
from tests.benchmarks.tagging_scores import ENTITIES, Extents, extents, score_row

KINDS = {EntityKind.PERSON: "PER", EntityKind.ORGANIZATION: "ORG", EntityKind.PLACE: "LOC"}


@dataclass(slots=True)
class Marked:
    """A document and where its names are, in characters."""

    text: str = ""
    names: Extents = field(default_factory=set)

    def add(self, sentence: str, words: list[str], labels: list[str]) -> None:
        """One more sentence, as a paragraph of its own."""
        begin, places, at = len(self.text), [], 0
        for word in words:
            at = max(sentence.find(word, at), at)
            places.append((begin + at, begin + at + len(word)))
            at += len(word)
        self.text += sentence + "\n\n"
        self.names |= {(places[a][0], places[b][1], kind) for a, b, kind in extents(labels)}


def load_marked(path: Path) -> Iterator[Marked]:
    """The documents of an IOB2 file whose comments tell the text."""
    document = Marked()
    for block in path.read_text(encoding="utf-8").split("\n\n"):
        text = re.search(r"# text = (.*)", block)
        cells = [line.split("\t") for line in block.splitlines() if line[:1].isdigit()]
        if "# newdoc" in block and document.text:
            yield document
            document = Marked()
        if text:
            document.add(text[1], [cell[1] for cell in cells], [cell[2] for cell in cells])
    yield document


def found_in(text: str) -> Extents:
    """Where `kb annotate --only mentions` finds names, and of which kind."""
    mentions = pipeline.annotate(Document(iri="urn:text", text=text), frozenset({"mentions"})).mentions
    return {(m.span.start, m.span.end, KINDS[m.entity.kind]) for m in mentions if _is_name(m)}


def _is_name(mention: Mention) -> bool:
    return mention.rule.startswith("name") and mention.entity.kind in KINDS


def main() -> int:
    """Print the table; 2 when there is nothing to measure on."""
    parser = argparse.ArgumentParser(prog="python -m tests.benchmarks.name_scores", description=__doc__)
    parser.add_argument("--misses", action="store_true", help="print what was missed or wrongly found")
    options = parser.parse_args()
    folder = os.environ.get("KB_EVAL_DATA")
    if not folder:
        print("Set KB_EVAL_DATA to a folder that holds treebanks/.", file=sys.stderr)
        return 2
    print("| names | gold | found | P | R | F1 |\n| --- | --- | --- | --- | --- | --- |")
    for name, file in ENTITIES.items():
        pairs = [(m, found_in(m.text)) for m in load_marked(Path(folder, "treebanks", file))]
        print(score_row(name, [(marked.names, found) for marked, found in pairs]))
        for marked, found in pairs if options.misses else ():
            _print_misses(marked, found)
    return 0


def _print_misses(marked: Marked, found: Extents) -> None:
    for sign, names in (("missed", marked.names - found), ("spurious", found - marked.names)):
        for start, end, kind in sorted(names):
            before, after = marked.text[max(0, start - 30) : start], marked.text[end : end + 20]
            print(f"{sign:8} {kind} {before}[{marked.text[start:end]}]{after}".replace("\n", " "))


if __name__ == "__main__":
    sys.exit(main())
