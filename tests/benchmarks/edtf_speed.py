"""How many EDTF strings are parsed a second on one core: `python -m tests.benchmarks.edtf_speed`.

Every string is parsed once only, so that the cache of `When.parse` cannot help; the last line shows
what it does for strings seen before.
"""

from collections.abc import Callable, Sequence
from time import perf_counter

from kb.when import When

YEARS = range(0, 9000, 7)

FORMS: dict[str, Callable[[int, int], str]] = {
    "day": lambda year, month: f"{year:04}-{month:02}-17",
    "month": lambda year, month: f"{year:04}-{month:02}",
    "qualified month": lambda year, month: f"{year:04}-{month:02}~",
    "season": lambda year, month: f"{year:04}-{21 + month % 4}{'?~%'[month % 3]}",
    "some day of a month": lambda year, month: f"{year:04}-{month:02}-XX",
    "date and time": lambda year, month: f"{year:04}-{month:02}-17T12:30:{month:02}Z",
    "interval": lambda year, month: f"{year:04}-{month:02}/{year + 1:04}-03-01",
    "open interval": lambda year, month: f"{year:04}-{month:02}-01/..",
    "long year": lambda year, month: f"Y{year + 10_000}{month:02}",
}


def strings_of(form: Callable[[int, int], str]) -> list[str]:
    """Distinct strings of one form."""
    return list(dict.fromkeys(form(year, month) for year in YEARS for month in range(1, 13)))


def parses_a_second(strings: Sequence[str]) -> float:
    """Strings parsed a second, each once."""
    start = perf_counter()
    for text in strings:
        When.parse(text)
    return len(strings) / (perf_counter() - start)


def main() -> None:
    """Print the rate of each level 0 and 1 form, of all together, and of strings seen before."""
    everything = []
    for name, form in FORMS.items():
        strings = strings_of(form)
        print(f"{name:22} {parses_a_second(strings):12,.0f} a second")
        everything += [text + "?" for text in strings if text[-1].isdigit() and "T" not in text]
    print(f"{'all, qualified':22} {parses_a_second(everything):12,.0f} a second")
    print(f"{'seen before':22} {parses_a_second(['2016-06-17'] * 100_000):12,.0f} a second")


if __name__ == "__main__":
    main()
