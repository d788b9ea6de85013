"""What many tests share: the sample knowledge base, a store of three reports, development data."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from kb.base import KnowledgeBase
    from kb.storing import Store


@pytest.fixture(scope="session")
def sample_folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a knowledge base of the sample articles; not to be written to."""
    from kb.base import SAMPLE, KnowledgeBase  # not at the top: most tests need one room, not the whole house

    folder = tmp_path_factory.mktemp("sample") / "kb"
    with KnowledgeBase.create(folder) as kb:
        for document in kb.documents_in(SAMPLE):
            kb.read(document)
    return folder


@pytest.fixture(scope="session")
def sample_kb(sample_folder: Path) -> "Iterator[KnowledgeBase]":
    """The sample knowledge base, open for reading."""
    from kb.base import KnowledgeBase

    with KnowledgeBase.open(sample_folder) as kb:
        yield kb


@pytest.fixture(scope="session")
def store() -> "Iterator[Store]":
    """A store in memory with the three reports of `sample_findings`; not to be written to."""
    from tests.sample_findings import stored

    with stored() as made:
        yield made


@pytest.fixture(scope="session")
def eval_data() -> Path:
    """The folder of development data with gold answers."""
    folder = os.environ.get("KB_EVAL_DATA")
    if not folder:
        pytest.skip("KB_EVAL_DATA does not name a folder of development data")
    return Path(folder)
