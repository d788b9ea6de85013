"""The build hook: when it works, when it rests, which Node it takes. Installing tries the bundling."""

import importlib.util
import os
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).parent.parent
HOOK = ROOT / "web" / "frontend" / "build_hook.py"


@pytest.fixture(scope="module")
def hook() -> ModuleType:
    spec = importlib.util.spec_from_file_location("build_hook", HOOK)
    assert spec
    assert spec.loader
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """A source tree with the least a front end has."""
    frontend = tmp_path / "web" / "frontend"
    (frontend / "src" / "styles").mkdir(parents=True)
    for name in ("package.json", "package-lock.json", "build.mjs", "src/explorer.js", "src/styles/page.css"):
        (frontend / name).write_text(f"content of {name}")
    return tmp_path


@pytest.fixture
def bundled(hook: ModuleType, tree: Path) -> Path:
    """The tree as a finished build leaves it."""
    output = tree / hook.OUTPUT
    output.mkdir(parents=True)
    for name in hook.BUNDLES:
        (output / name).write_text("bundle")
    (output / ".stamp").write_text(hook.stamp(tree))
    return tree


@pytest.fixture
def programs(tmp_path: Path) -> Path:
    """A folder for the PATH, in which a test puts the programs it wants."""
    folder = tmp_path / "programs"
    folder.mkdir()
    return folder


def put_node(folder: Path, version: str) -> None:
    for name in ("node", "npm"):
        program = folder / name
        program.write_text(f"#!/bin/sh\necho {version}\n")
        program.chmod(0o755)


def asked(hook: ModuleType, root: Path) -> list[str]:
    made = hook.FrontendHook(str(root), {}, None, None, str(root), "wheel")
    found: list[str] = made.dependencies()
    return found


def test_a_finished_bundle_is_fresh(hook: ModuleType, bundled: Path) -> None:
    assert hook.is_fresh(bundled)


@pytest.mark.parametrize("name", ["src/explorer.js", "src/styles/page.css", "package-lock.json", "build.mjs"])
def test_a_changed_input_makes_it_stale(hook: ModuleType, bundled: Path, name: str) -> None:
    (bundled / "web" / "frontend" / name).write_text("changed")
    assert not hook.is_fresh(bundled)


def test_a_new_source_makes_it_stale(hook: ModuleType, bundled: Path) -> None:
    (bundled / "web" / "frontend" / "src" / "new.js").write_text("")
    assert not hook.is_fresh(bundled)


def test_a_missing_bundle_is_not_fresh(hook: ModuleType, bundled: Path) -> None:
    (bundled / hook.OUTPUT / "site.css").unlink()
    assert not hook.is_fresh(bundled)


def test_installed_packages_do_not_count_as_inputs(hook: ModuleType, bundled: Path) -> None:
    modules = bundled / "web" / "frontend" / "node_modules"
    modules.mkdir()
    (modules / "something.js").write_text("installed")
    assert hook.is_fresh(bundled)


def test_node_is_asked_for_when_the_system_has_none(
    hook: ModuleType, tree: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(programs))
    assert asked(hook, tree) == [hook.NODE_PACKAGE]


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins for node and npm are shell scripts")
@pytest.mark.parametrize(("version", "wanted"), [("v20.20.2", False), ("v18.1.0", True), ("nonsense", True)])
def test_the_system_node_serves_from_version_20_on(
    hook: ModuleType,
    tree: Path,
    programs: Path,
    monkeypatch: pytest.MonkeyPatch,
    version: str,
    wanted: bool,
) -> None:
    put_node(programs, version)
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.delenv("KB_NODE", raising=False)
    assert bool(asked(hook, tree)) == wanted


@pytest.mark.skipif(os.name == "nt", reason="the stand-ins for node and npm are shell scripts")
def test_the_system_node_can_be_declined(
    hook: ModuleType, tree: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    put_node(programs, "v22.0.0")
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("KB_NODE", "wheel")
    assert asked(hook, tree) == [hook.NODE_PACKAGE]


def test_nothing_is_asked_for_when_the_bundle_is_fresh(
    hook: ModuleType, bundled: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(programs))
    assert asked(hook, bundled) == []


def test_the_front_end_can_be_left_out(
    hook: ModuleType, tree: Path, programs: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(programs))
    monkeypatch.setenv("KB_SKIP_FRONTEND", "1")
    assert asked(hook, tree) == []


def test_a_command_that_fails_says_what_it_printed_and_the_way_around(hook: ModuleType, tree: Path) -> None:
    tools = hook.Node(("/bin/sh", "-c", "echo no such option; exit 3", "--"), ("/bin/sh", "-c", "true", "--"))
    with pytest.raises(hook.FrontendError, match=r"(?s)ended with 3.*no such option.*KB_SKIP_FRONTEND"):
        hook.bundle(tree, tools)


def test_the_lock_file_names_no_registry() -> None:
    lock = (ROOT / "web" / "frontend" / "package-lock.json").read_text(encoding="utf-8")
    assert '"resolved"' not in lock
    assert "://" not in lock
