"""The settings of one knowledge base: `settings.toml` beside its store."""

import json
import tomllib
from dataclasses import dataclass
from pathlib import Path

from kb.disk import put_in_place
from kb.errors import BadRequest, StoreDamaged
from kb.ontology import DEFAULT_BASE

SCHEMA_VERSION = 2  # of the layout; `layout` knows the step from each earlier one
OLDEST = 1
RESTORE = "Restore the folder from a backup: kb restore FILE --force"


@dataclass(frozen=True, slots=True)
class Settings:
    """`schema_version` tells how the graphs are laid out; `base_iri` is what the data's IRIs begin with."""

    base_iri: str = DEFAULT_BASE
    schema_version: int = SCHEMA_VERSION


def load_settings(path: Path) -> Settings:
    """The settings in this file; StoreDamaged when they cannot be read, or their version cannot be opened."""
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8"))
        settings = Settings(check_base(str(found["base_iri"])), int(found["schema_version"]))
    except (OSError, ValueError, KeyError, BadRequest) as error:
        raise StoreDamaged(f"Cannot read {path}: {error}. {RESTORE}.") from error
    refuse_newer(settings.schema_version, path.parent)
    if settings.schema_version < OLDEST:
        raise StoreDamaged(
            f"{path.parent} was written by a version too old to bring up to date (schema "
            f"{settings.schema_version}). Write it with that version: kb dump FILE; then, here: kb load FILE"
        )
    return settings


def refuse_newer(schema_version: int, folder: Path) -> None:
    """StoreDamaged for a layout that is not known yet."""
    if schema_version > SCHEMA_VERSION:
        raise StoreDamaged(
            f"{folder} was written by a newer version (schema {schema_version}; "
            f"this one knows up to {SCHEMA_VERSION}). Upgrade event-knowledge to open it."
        )


def save_settings(path: Path, settings: Settings) -> None:
    """Write the settings, whole or not at all."""
    draft = path.with_suffix(".draft")
    lines = (f"schema_version = {settings.schema_version}", f"base_iri = {json.dumps(settings.base_iri)}")
    with draft.open("w", encoding="utf-8") as file:
        file.write("\n".join(lines) + "\n")
    put_in_place(draft, path)


def check_base(base_iri: str) -> str:
    """The base IRI itself; BadRequest when IRIs cannot be made by writing names behind it."""
    if not base_iri.startswith(("http://", "https://")) or not base_iri.endswith(("/", "#")):
        raise BadRequest(f"{base_iri!r} is no base IRI: it must be http(s) and end in / or #.")
    if any(mark in base_iri for mark in ' <>"{}|\\^`\n'):
        raise BadRequest(f"{base_iri!r} is no base IRI: it holds characters that no IRI may.")
    return base_iri
