"""What merging looks at, of stores that were loaded as well as of those that were read."""

from pathlib import Path

from kb.storing import Store, bulk
from kb.storing.telling import load_bearers
from tests.benchmarks import news


def test_documents_that_were_loaded_without_their_texts_are_no_obstacle(tmp_path: Path) -> None:
    news.main(20, tmp_path / "news.nq")
    bulk.load(tmp_path / "news.nq", tmp_path / "kb")
    with Store.open(tmp_path / "kb") as store:
        bearers = load_bearers(store)
        assert bearers
        assert {bearer.capitals for bearer in bearers} == {frozenset()}
