"""Libraries of the extra `authority`: imported when asked for, with word of how to install them."""

from importlib import import_module, metadata
from types import ModuleType

from kb.errors import BadRequest


def installed(library: str, module: str) -> ModuleType:
    """A module of a library; BadRequest tells how to install the extra that has it."""
    try:
        return import_module(module)
    except ImportError as error:
        raise BadRequest(
            f"{library} is needed for that and cannot be used here ({error}). Install it with: "
            "pip install 'event-knowledge[authority]'"
        ) from error


def source_of(library: str) -> str:
    """The name of a library with its version, as records give it for their source."""
    return f"{library} {metadata.version(library)}"
