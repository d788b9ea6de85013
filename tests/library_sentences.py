"""The English sentences that the library words: found in its source, each with what it fills in made up."""

import ast
import re
import tomllib
from collections.abc import Iterator
from pathlib import Path

KB = Path(__file__).parent.parent / "kb"
WEB = KB.parent / "web"
TELLING = (*("dating", "extracting", "merging"), "model/time.py")
"""Where how a date came about, and why two things are one, is told."""
LINKING = ("linking/circumstances.py", "linking/happenings.py", "linking/ranking.py", "linking/someone.py")
READ = (
    "reading",
    "fetch.py",
    "drafting.py",
    "asked.py",
    "saved.py",
    "model/filters.py",
    "when",
    "tying/links.py",
)
ASKED = ("storing/sparql", "storing/planning", "storing/workers", "storing/rows_written.py")
FOUND = (
    "storing/index/overview.py",
    "storing/index/conditions.py",
    "storing/index/mending.py",
    "storing/loading.py",
    "storing/rows.py",
)
FOR_READERS = (*READ, *ASKED, *FOUND)
"""Where what goes wrong may be told to who reads a page."""
FOR_PROGRAMS = frozenset(
    {"graphs.py", "reconcile.py", "reconcile_wire.py", "serving.py", "commands.py", "build_hook.py"}
)
DAY = "17 June 2016"
ERRORS = re.compile(
    r"Bad\w+|bad_date|NotFound|Busy|QueryStopped|Outdated|Forbidden|Unauthorized|NotAcceptable"
)
PARTS = frozenset(
    {"told", "why", "direction", "time.offset.direction", "_counted_unit(moment)", "how", "EXPECTED"}
)
"""What a sentence is filled in with that is worded elsewhere: what comes of it is tested by itself."""
OF_COMMANDS = re.compile("--given|SSSOM|folder|A source without a name|Line Xyz of Xyz: Xyz")
"""What only commands can meet with: files on the disk, options."""
KINDS = {"kind": "views"}


def rules() -> list[str]:
    """What the rules of the language table say of themselves."""
    return sorted(set(_says(tomllib.loads((KB / "languages" / "en.toml").read_text("utf-8")))))


def steps() -> list[str]:
    """The sentences that tell how a date came about, or why two things are taken for one."""
    texts = [text for path in (*TELLING, *LINKING) for text in _texts(KB / path)]
    return sorted({text for text in texts if re.search(r"^[A-Z“].*[a-z] [a-z].*\.$", text)})


def errors() -> list[str]:
    """What is said to readers of pages when something goes wrong."""
    own = [path for path in WEB.glob("*.py") if path.name not in FOR_PROGRAMS]
    files = [*own, *(file for path in FOR_READERS for file in _files(KB / path))]
    return sorted({text for file in files for text in _raised(file) if not OF_COMMANDS.search(text)})


def _says(table: object) -> Iterator[str]:
    if isinstance(table, dict):
        yield from (value for key, value in table.items() if key == "says")
    for below in table.values() if isinstance(table, dict) else table if isinstance(table, list) else ():
        yield from _says(below)


def _files(path: Path) -> list[Path]:
    return sorted(path.rglob("*.py")) if path.is_dir() else [path]


def _texts(path: Path) -> Iterator[str]:
    for file in _files(path):
        tree = ast.parse(file.read_text("utf-8"))
        inner = {id(value) for node in ast.walk(tree) for value in getattr(node, "values", ())}
        told = {id(node.value) for node in ast.walk(tree) if isinstance(node, ast.Expr)}
        raises = [node for node in ast.walk(tree) if isinstance(node, ast.Raise)]
        raised = {id(below) for node in raises for below in ast.walk(node)}
        for node in ast.walk(tree):
            if id(node) not in inner | told | raised and (text := _filled(node)):
                yield text


def _raised(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        name = getattr(node.func, "id", "") if isinstance(node, ast.Call) else ""
        if ERRORS.fullmatch(name) and isinstance(node, ast.Call) and node.args:
            yield from filter(None, map(_filled, node.args[-1:]))


def _filled(node: ast.AST) -> str:
    """A text with something in each of its places; "" where a place takes words of another sentence."""
    if isinstance(node, ast.Constant):
        return node.value.replace("{}", "Xyz") if isinstance(node.value, str) else ""
    parts = [_part(value) for value in node.values] if isinstance(node, ast.JoinedStr) else [None]
    return "".join(map(str, parts)) if None not in parts else ""


def _part(value: ast.expr) -> str | None:
    if isinstance(value, ast.Constant):
        return str(value.value)
    named = ast.unparse(value.value) if isinstance(value, ast.FormattedValue) else ""
    if named in PARTS:
        return None
    return DAY if ".words()" in named else KINDS.get(named, "Xyz")
