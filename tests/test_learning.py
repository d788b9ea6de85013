"""Where a treebank marks names, what fits examples, and which words teach spelling."""

from pathlib import Path

from kb.extracting.learnt.model import Model
from kb.learning.__main__ import spelt
from kb.learning.fitting import Fitting
from kb.learning.lists import common_words, write_words
from kb.learning.marked import load_marked
from kb.model import EntityKind
from kb.tagging.training.treebank import Row

PERSON, PLACE, THING = EntityKind.PERSON, EntityKind.PLACE, EntityKind.THING
CONLLU = """\
# newdoc id = one
# text = Student Ada Osk left Velmar in Spring.
1\tStudent\tstudent\tNOUN\tNN\t_\t4\tnsubj\t_\tEntity=(1-person-new
2\tAda\tAda\tPROPN\tNNP\t_\t1\tappos\t_\t_
3\tOsk\tOsk\tPROPN\tNNP\t_\t2\tflat\t_\tEntity=1)
4\tleft\tleave\tVERB\tVBD\t_\t0\troot\t_\t_
5\tVelmar\tVelmar\tPROPN\tNNP\t_\t4\tobj\t_\tEntity=(2-place-new)
6\tin\tin\tADP\tIN\t_\t7\tcase\t_\t_
7\tSpring\tspring\tPROPN\tNNP\t_\t4\tobl\t_\t_|SpaceAfter=No
8\t.\t.\tPUNCT\t.\t_\t4\tpunct\t_\t_

# newdoc id = two
# text = Osk slept.
1\tOsk\tOsk\tPROPN\tNNP\t_\t2\tnsubj\t_\tEntity=(3-person-new)
2\tslept\tsleep\tVERB\tVBD\t_\t0\troot\t_\t_
3\t.\t.\tPUNCT\t.\t_\t2\tpunct\t_\t_
"""


def test_a_treebank_gives_texts_with_their_names(tmp_path: Path) -> None:
    (tmp_path / "train.conllu").write_text(CONLLU, encoding="utf-8")
    one, two = load_marked(tmp_path / "train.conllu")
    assert one.text == "Student Ada Osk left Velmar in Spring.\n\n"
    assert {one.text[a:b]: kind for (a, b), kind in one.names.items()} == {"Ada Osk": PERSON, "Velmar": PLACE}
    assert {two.text[a:b]: kind for (a, b), kind in two.names.items()} == {"Osk": PERSON}


def test_words_in_a_mention_that_is_no_name_tell_nothing(tmp_path: Path) -> None:
    (tmp_path / "train.conllu").write_text(CONLLU, encoding="utf-8")
    text = (one := load_marked(tmp_path / "train.conllu")[0]).text
    spans = [
        (text.index(word), text.index(word) + len(word)) for word in ("Osk", "Student", "Spring", "Velmar")
    ]
    assert [one.kind(*span) for span in spans] == [PERSON, None, THING, PLACE]


def test_weights_fit_examples_and_leave_out_what_is_rare() -> None:
    examples = [({"near": 1.0, "any": 1.0}, PLACE), ({"said": 1.0, "any": 1.0}, PERSON)] * 10
    examples.append(({"once": 1.0}, THING))
    weights = Fitting(passes=4, decay=1e-3, step=0.2, least=2).fit(examples)
    shares = Model(weights, {}, {}).shares({"near": 1.0, "any": 1.0})
    assert max(shares, key=shares.__getitem__) is PLACE
    assert "once" not in weights


def test_the_same_examples_give_the_same_weights() -> None:
    examples = [({"near": 1.0}, PLACE), ({"said": 1.0}, PERSON)] * 10
    first, again = (Fitting(passes=2, decay=1e-3, step=0.2, least=1).fit(examples) for _ in range(2))
    assert first == again


def test_spelling_learns_from_words_of_one_list_alone() -> None:
    lists = {"Velmar": "t", "Osk": "s", "Mark": "gs", "stone": "c", "Both": "sT", "Osk Bay": "t"}
    starts = [
        (next(piece for piece in clues if piece.startswith("start ^")), kind) for clues, kind in spelt(lists)
    ]
    told = {(start, kind) for start, kind in starts if len(start) == len("start ^o")}
    assert told == {("start ^o", PERSON), ("start ^m", PERSON), ("start ^v", PLACE), ("start ^s", THING)}


def test_common_words_are_those_written_small_twice(tmp_path: Path) -> None:
    rows = [[Row("stone", "stone", "NOUN"), Row("Osk", "Osk", "PROPN"), Row("osk", "osk", "PROPN")]]
    write_words(common_words([*rows, *rows]), tmp_path / "common.txt")
    assert (tmp_path / "common.txt").read_text() == "stone\n"
    assert common_words(rows) == []
