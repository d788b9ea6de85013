"""Treebanks to sentences, mentions to names, sentences to variants; what a stage trains and what not."""

import random
from pathlib import Path

import pytest
from spacy.language import Language
from spacy.util import load_config, registry

from kb.tagging.english import English
from kb.tagging.training.__main__ import CONFIG
from kb.tagging.training.lemmas import write_lemmas
from kb.tagging.training.names import name_labels, with_listed_names
from kb.tagging.training.stages import Stage, example
from kb.tagging.training.treebank import Row, Rows, load_names, load_treebank
from kb.tagging.training.variants import vary

CONLLU = """\
# text = The mayors can’t…
1\tThe\tthe\tDET\tDT\tDefinite=Def\t2\tdet\t_\t_
2\tmayors\tmayor\tNOUN\tNNS\tNumber=Plur\t3\tnsubj\t_\t_
3-4\tcan’t\t_\t_\t_\t_\t_\t_\t_\t_
3\tca\tcan\tAUX\tMD\tVerbForm=Fin\t0\troot\t_\t_
4\tn’t\tnot\tPART\tRB\t_\t3\tadvmod\t_\t_
4.1\tgo\tgo\tVERB\t_\t_\t_\t_\t_\t_
5\t…\t…\tPUNCT\t:\t_\t3\tpunct\t_\t_

1\tYes\tyes\tINTJ\tUH\t_\t0\troot\t_\t_
"""


def named(*words: tuple[str, str, int, str]) -> Rows:
    """Rows of word, part of speech, head, and the Entity field."""
    return tuple(
        Row(word, pos=pos, head=head, misc=f"Entity={entity}" if entity else "_")
        for word, pos, head, entity in words
    )


def test_a_treebank_gives_syntactic_words_in_plain_spelling(tmp_path: Path) -> None:
    (tmp_path / "some.conllu").write_text(CONLLU, encoding="utf-8")
    first, second = load_treebank(tmp_path / "some.conllu")
    assert [row.word for row in first] == ["The", "mayors", "ca", "n't", "..."]
    assert [(row.head, row.relation) for row in first][1:3] == [(2, "nsubj"), (2, "ROOT")]
    assert [row.features for row in first][:2] == ["_", "Number=Plur"]
    assert [row.word for row in second] == ["Yes"]


def test_a_file_of_names_gives_words_and_labels(tmp_path: Path) -> None:
    (tmp_path / "some.iob2").write_text(
        "# text = Ann spoke\n1\tAnn\tB-PER\t-\t-\n2\tspoke\tO\t-\t-\n", "utf-8"
    )
    ((ann, spoke),) = load_names(tmp_path / "some.iob2")
    assert (ann.word, ann.name, spoke.name) == ("Ann", "B-PER", "O")


@pytest.mark.parametrize(
    ("rows", "labels"),
    [
        pytest.param(
            named(
                ("Mayor", "PROPN", 1, "(1-person-new"),
                ("Eva", "PROPN", 1, ""),
                ("Ek", "PROPN", 1, "1)"),
                ("left", "VERB", 3, ""),
            ),
            ["O", "B-PER", "I-PER", "O"],
            id="title before a name",
        ),
        pytest.param(
            named(
                ("the", "DET", 1, "(2-organization-new"),
                ("University", "PROPN", 1, ""),
                ("of", "ADP", 3, ""),
                ("Lund", "PROPN", 1, "(3-place-new)2)"),
            ),
            ["O", "B-ORG", "I-ORG", "I-ORG"],
            id="name within a name",
        ),
        pytest.param(
            named(("the", "DET", 1, "(4-person-new"), ("mayor", "NOUN", 1, "4)")), ["O", "O"], id="no name"
        ),
        pytest.param(named(("It", "PRON", 0, "(5-place-giv)")), ["O"], id="pronoun"),
        pytest.param(
            named(
                ("Lund", "PROPN", 0, "(6-place-new"),
                (",", "PUNCT", 0, ""),
                ("Sweden", "PROPN", 0, "(7-place-new)6)"),
            ),
            ["B-LOC", "O", "B-LOC"],
            id="what follows a comma",
        ),
    ],
)  # fmt: skip
def test_mentions_with_a_proper_noun_are_names(rows: Rows, labels: list[str]) -> None:
    assert name_labels(rows) == labels


def test_lists_tell_some_names_and_leave_the_others_open() -> None:
    rows = named(
        ("David", "PROPN", 1, ""),
        ("left", "VERB", 1, ""),
        ("Norway", "PROPN", 1, ""),
        ("Vell", "PROPN", 1, ""),
    )
    rows = (*rows[:3], Row("for", pos="ADP"), rows[3])
    assert [row.name for row in with_listed_names(rows)] == ["B-PER", "O", "B-LOC", "O", ""]


def test_variants_keep_the_tree_and_drop_no_word_but_a_final_stop() -> None:
    rows = (Row("The", pos="DET", head=1), Row("mayors", pos="NOUN", head=1), Row(".", pos="PUNCT", head=1))
    variants = {tuple(row.word for row in vary(rows, random.Random(seed))) for seed in range(200)}
    assert {words[:2] for words in variants} >= {
        ("The", "mayors"),
        ("THE", "MAYORS"),
        ("the", "mayors"),
        ("The", "Mayors"),
    }
    assert {len(words) for words in variants} == {2, 3}


def test_the_table_of_lemmas_holds_what_rules_miss(tmp_path: Path) -> None:
    rows = (Row("Geese", "goose", "NOUN"), Row("walks", "walk", "VERB"), Row("States", "State", "PROPN"))
    write_lemmas([rows], tmp_path / "lemmas.json")
    text = (tmp_path / "lemmas.json").read_text(encoding="utf-8")
    assert '"geese": "goose"' in text
    assert "walk" not in text
    assert "tate" not in text


SENTENCES: list[Rows] = [
    (
        Row("Ann", "Ann", "PROPN", "Number=Sing", 1, "nsubj", name="B-PER"),
        Row("left", "leave", "VERB", "Tense=Past", 1, "ROOT", name="O"),
        Row("Oslo", "Oslo", "PROPN", "Number=Sing", 1, "obj", name="B-LOC"),
    )
]


def _weights(nlp: Language, name: str) -> dict[str, bytes]:
    """The learnt numbers of a component, without those of the layers it shares."""
    model = nlp.get_pipe(name).model
    nodes = [node for node in model.walk() if node.name != "tok2vec-listener"]
    return {
        f"{index} {param}": node.get_param(param).tobytes()
        for index, node in enumerate(nodes)
        for param in node.param_names
        if node.has_param(param)
    }


@pytest.mark.parametrize(
    ("stage", "learning", "resting"),
    [("tree", {"tok2vec", "morphologizer", "parser"}, {"ner"}), ("names", {"ner"}, {"tok2vec", "parser"})],
)
def test_a_stage_trains_what_it_names_and_leaves_the_rest(
    stage: str, learning: set[str], resting: set[str], tmp_path: Path
) -> None:
    config = load_config(CONFIG)
    settings = {**config.pop("training")[stage], "epochs": 2}
    nlp = English.from_config(config)
    nlp.initialize(lambda: [example(nlp, rows) for rows in SENTENCES * 50])
    before = {name: _weights(nlp, name) for name in learning | resting}
    optimizer = registry.resolve({"optimizer": settings["optimizer"]})["optimizer"]
    Stage(nlp, optimizer, settings, SENTENCES * 50, SENTENCES, 1).run(tmp_path)
    after = {name: _weights(nlp, name) for name in before}
    assert {name for name in before if before[name] != after[name]} == learning
