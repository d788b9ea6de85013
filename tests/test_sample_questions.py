"""The real reading answers the competency question: what was carried out, who asked for more, and when."""

import pytest

from kb.base import SAMPLE, KnowledgeBase
from kb.ontology import FOLDER

QUESTION = (FOLDER / "questions" / "attacks.rq").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def memo(tmp_path_factory: pytest.TempPathFactory) -> set[tuple[str, ...]]:
    """The answer over the one report of the memo: date, whether it is dated, the first words of who."""
    with KnowledgeBase.create(tmp_path_factory.mktemp("memo") / "kb") as kb:
        for document in kb.documents_in(SAMPLE / "dissent-memo.html"):
            kb.read(document)
        return {(*map(str, row[:2]), " ".join(str(row[2]).split()[:2])) for row in kb.query(QUESTION).rows()}


@pytest.mark.parametrize(
    "row",
    [
        ("../2016-06-17", "false", "51 officials"),
        ("2014-09/..", "true", "A coalition"),
        ("2015-09", "true", "Russia"),
    ],
    ids=["the memo, bounded by publication", "the strikes since 2014", "the campaign of 2015"],
)
def test_the_report_of_the_memo_is_understood(
    memo: set[tuple[str | None, ...]], row: tuple[str, ...]
) -> None:
    assert row in memo
