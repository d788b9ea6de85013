"""Words through a pipeline and back: cut as its treebanks cut, told of our own words, offsets unmoved."""

import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from click.testing import CliRunner
from thinc.api import Maxout, chain, noop

from kb.cli import main
from kb.errors import BadRequest
from kb.model import Token
from kb.tagging import choose_pipeline
from kb.tagging.lexicon import WEIGHTS, load_lexicon
from kb.tagging.parsing import CHOSEN
from kb.tagging.pieces import Piece, cut, entity_of, root_of
from kb.tagging.pipelines import load_pipeline
from kb.tagging.spelling import plain_spelling
from kb.tagging.window_encoder import quicken_encoder
from tests.test_tagging import tokens_of

ROOT = Path(__file__).parent.parent


@pytest.mark.parametrize(
    ("word", "pieces"),
    [
        pytest.param("EU-funded", ["EU", "-", "funded"], id="hyphen"),
        pytest.param("non-stop", ["non-stop"], id="prefix"),
        pytest.param("re-re-cut-up", ["re-re-cut", "-", "up"], id="prefixes before a hyphen"),
        pytest.param("cannot", ["can", "not"], id="cannot"),
        pytest.param("Cannot", ["Can", "not"], id="capital"),
        pytest.param("12.5%", ["12.5", "%"], id="per cent"),
        pytest.param("“", ['"'], id="curly quote"),
        pytest.param("—", ["-"], id="dash"),
        pytest.param("a-b@example.org", ["a-b@example.org"], id="address"),
        pytest.param("harbour", ["harbour"], id="plain word"),
    ],
)
def test_words_are_cut_for_the_parser_as_treebanks_cut_them(word: str, pieces: list[str]) -> None:
    lexicon = load_lexicon("en")
    assert cut(word, lexicon.joined, lexicon.prefixes) == pieces


@pytest.mark.parametrize(
    ("word", "plain"),
    [
        ("O’Neill", "O'Neill"),
        ("…", "..."),
        ("....", "..."),
        ("--", "-"),
        ("\u00ad", "-"),
        ("12\u00a0000", "12000"),
    ],
)
def test_a_parser_sees_plain_marks_and_never_nothing(word: str, plain: str) -> None:
    assert plain_spelling(word) == plain


def test_a_word_hangs_where_its_head_piece_hangs() -> None:
    pieces = [
        Piece("EU", "PROPN", 2, "obl", entity="LOC", opens=True),
        Piece("-", "PUNCT", 2, "punct"),
        Piece("funded", "VERB", 3, "amod"),
        Piece("clinic", "NOUN", 3, "root"),
    ]
    assert root_of(pieces, 0, 3) == 2
    assert entity_of(pieces, 0, 1) == "B-LOC"
    assert entity_of(pieces, 0, 3) is None


def relations(tokens: tuple[Token, ...]) -> set[tuple[str, str | None, str]]:
    return {(token.text, token.relation, tokens[token.head or 0].text) for token in tokens}


@pytest.mark.parametrize(
    ("text", "relation"),
    [
        pytest.param("The minister visited the port.", ("minister", "nsubj", "visited"), id="subject"),
        pytest.param("The minister visited the port.", ("port", "obj", "visited"), id="object"),
        pytest.param("Carter said the bank stood ready.", ("bank", "nsubj", "stood"), id="no compound"),
        pytest.param("The port was closed by soldiers.", ("port", "nsubj:pass", "closed"), id="passive"),
        pytest.param("She said that the road was open.", ("open", "ccomp", "said"), id="what was said"),
        pytest.param("Norway plans to hold talks.", ("hold", "xcomp", "plans"), id="what is planned"),
        pytest.param("Norway is bombing Oslo.", ("Norway", "nsubj", "bombing"), id="a deed, no compound"),
        pytest.param("Norway is bombing Oslo.", ("Oslo", "obj", "bombing"), id="what the deed is done to"),
        pytest.param(
            "Carter accused Norway of bombing towns in Chile.",
            ("towns", "obj", "bombing"),
            id="a deed blamed",
        ),
        pytest.param(
            "Carter accused Norway of bombing towns in Chile.", ("Chile", "obl", "bombing"), id="where it was"
        ),
        pytest.param("The problem is housing prices.", ("housing", "compound", "prices"), id="a compound"),
        pytest.param("He is the mayor.", ("is", "cop", "mayor"), id="copula"),
        pytest.param("They cannot stay.", ("cannot", "aux", "stay"), id="a word of two pieces"),
        pytest.param("The EU-funded clinic closed.", ("EU-funded", "amod", "clinic"), id="hyphened word"),
        pytest.param(
            "The\u00a0minister “visited”\u00a0Oslo", ("Oslo", "obj", "visited"), id="curly and no-break"
        ),
        pytest.param("THE MINISTER VISITED OSLO", ("OSLO", "obj", "VISITED"), id="headline in capitals"),
    ],
)
def test_tokens_have_a_head_and_a_relation(text: str, relation: tuple[str, str, str]) -> None:
    assert relation in relations(tokens_of(text))


def test_every_sentence_has_one_root_that_is_its_own_head() -> None:
    tokens = tokens_of("Nobody’s friends left, but the 14-year-old stayed — until Monday.")
    assert [token.relation for i, token in enumerate(tokens) if token.head == i] == ["root"]
    assert all(token.head is not None and 0 <= token.head < len(tokens) for token in tokens)


def test_spans_are_those_of_the_raw_text() -> None:
    text = "“It’s\u00a0over”, said the U.S.-led force…"
    assert "".join(token.span.of(text) for token in tokens_of(text)) == text.replace(" ", "").replace(
        "\u00a0", ""
    )


def test_a_sentence_without_words_has_no_tokens() -> None:
    assert tokens_of("   ") == ()


IMPORTS = """
import sys, kb.base, kb.timeline, web.commands
assert "spacy" not in sys.modules and "thinc" not in sys.modules, "imported too early"
from kb.model import Document
from kb.pipeline import find
find(Document(iri="urn:test", text="The minister visited Oslo on Monday."))
assert "spacy" in sys.modules, "nothing was read by the pipeline"
assert not [name for name in sys.modules if name.startswith("kb.tagging.training")]
"""


def test_spacy_is_imported_only_when_text_is_read() -> None:
    done = subprocess.run(
        [sys.executable, "-c", IMPORTS], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr


def test_a_missing_pipeline_is_told_with_what_to_do(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CHOSEN, raising=False)
    with pytest.raises(BadRequest, match="Install it"):
        choose_pipeline("en_absent")


def test_annotate_refuses_a_missing_pipeline(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv(CHOSEN, raising=False)
    result = CliRunner().invoke(main, ["annotate", "--pipeline", "en_absent"], input='{"text": "Yes."}')
    assert result.exit_code == 1
    assert "en_absent" in result.stderr
    assert "Traceback" not in result.stderr


def test_a_folder_that_holds_a_pipeline_can_be_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv(CHOSEN, "")
    line = '{"text": "The minister visited Oslo."}'
    named = CliRunner().invoke(main, ["annotate", "--pipeline", str(WEIGHTS / "en")], input=line)
    monkeypatch.setenv(CHOSEN, "")
    assert named.output == CliRunner().invoke(main, ["annotate"], input=line).output
    assert named.exit_code == 0


@pytest.mark.parametrize(("told", "threads"), [(None, "1"), ("3", "3")], ids=["nobody says", "somebody says"])
def test_products_are_made_in_one_thread_unless_somebody_says_otherwise(
    monkeypatch: pytest.MonkeyPatch, told: str | None, threads: str
) -> None:
    monkeypatch.setenv("OPENBLAS_NUM_THREADS", "")
    monkeypatch.delenv("OPENBLAS_NUM_THREADS")
    monkeypatch.delenv("OMP_NUM_THREADS", raising=False)
    if told is not None:
        monkeypatch.setenv("OMP_NUM_THREADS", told)
    assert tokens_of("The port closed.")
    assert os.environ["OPENBLAS_NUM_THREADS"] == threads


def test_a_word_seen_before_is_read_as_it_was_the_first_time(monkeypatch: pytest.MonkeyPatch) -> None:
    pipeline = load_pipeline(str(WEIGHTS / "en"))
    sentences = [["Ann", "Roe", "shut", "the", "port", "of", "Genoa", "."], ["The", "port", "reopened", "."]]
    first, again = list(pipeline.read(sentences)), list(pipeline.read(sentences))
    monkeypatch.setattr("kb.tagging.word_vectors.MOST", 5)
    crowded, by_one = list(pipeline.read(sentences)), [next(pipeline.read([words])) for words in sentences]
    assert first == again == crowded == by_one


def test_the_encoder_makes_of_words_what_that_of_spacy_makes() -> None:
    model = dict(load_pipeline(str(WEIGHTS / "en")).nlp.pipeline)["tok2vec"].model  # type: ignore[attr-defined]
    quick, drawn = model.layers[-1], np.random.default_rng(0)
    sentences = [drawn.standard_normal((words, 96), dtype="f") for words in (9, 1, 23)]
    ours, theirs = quick.predict(sentences), quick.layers[0].predict(sentences)
    assert quick.name == "quick_window_encoder"
    assert all(np.array_equal(our, their) for our, their in zip(ours, theirs, strict=True))


def test_an_encoder_of_another_make_is_left_alone() -> None:
    encoder = chain(Maxout(nO=4, nI=4), Maxout(nO=4, nI=4))
    tok2vec = chain(noop(), encoder)
    quicken_encoder(tok2vec)
    assert tok2vec.layers[-1] is encoder
