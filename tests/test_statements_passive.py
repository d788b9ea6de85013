"""What somebody says by a verb in the passive, and where a noun of saying has its own verb."""

import pytest

from tests.extracted import Row, rows_of


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        pytest.param(
            "The raid was condemned by the United Nations on Monday.",
            [("United Nations", "The raid")],
            id="was condemned by",
        ),
        pytest.param(
            "Berg said the vote was biased – a suggestion denied by the Electoral Commission.",
            [("Berg", "the vote was biased"), ("Electoral Commission", "a suggestion")],
            id="a suggestion denied by",
        ),
        pytest.param(
            "The claim that the dam is unsafe was denied by the ministry.",
            [("the ministry", "The claim that the dam is unsafe")],
            id="a claim with its clause",
        ),
        pytest.param(
            "Berg has been accused by Hale of lying.", [("Hale", "lying")], id="was accused by X of"
        ),
        pytest.param(
            "Both sides were urged by the union to stop.", [("the union", "to stop")], id="was urged by"
        ),
        pytest.param("The report was denied by Monday.", [], id="by a day"),
        pytest.param("Berg was dismissed by the president.", [], id="done, not said"),
        pytest.param(
            "The claim that the dam is unsafe is false.", [(None, "that the dam is unsafe")], id="noun"
        ),
    ],
)
def test_passive(text: str, rows: list[Row]) -> None:
    assert rows_of(text) == rows
