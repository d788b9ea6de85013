"""How fast dating reads, beside dateparser's own search: `python -m tests.benchmarks.dating_speed`.

The text is made here: news-like sentences, one in three with a time expression. CPU time of one
process; the tables are compiled before the clock starts, and how long that takes is printed too.
"""

from collections.abc import Callable
from itertools import cycle, islice
from time import process_time

from kb.dating import find_times
from kb.dating.lexicon import lexicon_of
from kb.languages import load_language
from kb.model import Document, Findings
from kb.reading.sentences import find_sentences
from kb.when import When

SENTENCES = (
    "The mayor said on Monday that the new bridge would open in September.",
    "Engineers had warned that the old one could not carry the traffic of a growing town.",
    "Nobody was hurt, but the road along the river stayed closed to lorries and buses.",
    "Work began on 4 May 2019 and was to take two and a half years.",
    "A spokeswoman for the builders declined to comment on the cost of the delay.",
    "Shopkeepers on the north bank complained of empty streets and falling sales.",
    "Last year the council spent 1,400 crowns a day on ferries alone.",
    "It hopes that the state will pay for most of the work on the approach roads.",
    "The vote is due to be held by the end of the month, three weeks later than planned.",
)
PARAGRAPH = 5  # sentences


def text_of(sentences: int) -> str:
    """So many sentences in paragraphs."""
    rows = islice(cycle(SENTENCES), sentences)
    return "".join(s + ("\n\n" if i % PARAGRAPH == PARAGRAPH - 1 else " ") for i, s in enumerate(rows))


def kilobytes_a_second(work: Callable[[str], object], text: str) -> float:
    """kB of UTF-8 text a second of CPU time."""
    start = process_time()
    work(text)
    return len(text.encode()) / 1000 / (process_time() - start)


def dated(text: str) -> object:
    """What `find_times` finds, sentences split beforehand."""
    return find_times(FINDINGS[text], ENGLISH)


def searched(text: str) -> object:
    """What dateparser finds, told the language."""
    from dateparser.search import search_dates

    return search_dates(text, languages=["en"])


ENGLISH = load_language("en")
FINDINGS: dict[str, Findings] = {}


def prepare(text: str) -> str:
    """Splits the text into sentences, which is not dating's work."""
    document = Document(iri="https://example.org/benchmark", text=text, published=When.parse("2021-03-10"))
    FINDINGS[text] = Findings(document, find_sentences(document, ENGLISH))
    return text


def main() -> None:
    """Print the time to compile the table, then kB a second of both."""
    start = process_time()
    lexicon_of("en")
    print(f"table compiled in {process_time() - start:.2f} s")
    long, short = prepare(text_of(6000)), text_of(300)
    dated(prepare(text_of(50)))
    searched(text_of(5))
    ours, theirs = kilobytes_a_second(dated, long), kilobytes_a_second(searched, short)
    print(f"kb.dating.find_times     {ours:8.0f} kB/s of CPU time")
    print(f"dateparser.search_dates  {theirs:8.0f} kB/s of CPU time")
    print(f"ratio                    {ours / theirs:8.1f} times as fast")


if __name__ == "__main__":
    main()
