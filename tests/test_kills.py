"""A process killed at any moment leaves the old state or the new, and loses nothing it acknowledged."""

from pathlib import Path

import pytest

from tests.killing import TRIALS, trial


@pytest.mark.parametrize("seed", [1, 2])
@pytest.mark.parametrize("kind", TRIALS)
def test_a_process_killed_at_any_moment_leaves_a_whole_store(tmp_path: Path, kind: str, seed: int) -> None:
    assert trial(tmp_path / "trial", seed, kind) == []
