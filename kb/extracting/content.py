"""What a cue says: the items of its sentence that are the content, and how they were found."""

from dataclasses import dataclass

from kb.extracting.scenes import Scene


@dataclass(frozen=True, slots=True)
class Content:
    """Items of the content as ranges, the way it was found, the items of an addressee."""

    ranges: tuple[tuple[int, int], ...]
    way: str
    addressee: tuple[int, int] | None = None


Told = list[tuple[Scene, Content | None]]
