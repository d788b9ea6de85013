"""Labels of other pipelines: ClearNLP's trees become those of Universal Dependencies."""

import pytest
import spacy
from spacy.tokens import Doc

from kb.tagging.labels import Reader, entity_kind, from_clearnlp, from_universal, reader_of
from kb.tagging.pipelines import pieces_of

# Each line: word, part of speech, head and label as spaCy's English pipelines give them, then as UD has them.
TREES = {
    "passive with an agent": """
        The DET 1 det 1 det
        bridge NOUN 3 nsubjpass 3 nsubj:pass
        was AUX 3 auxpass 3 aux:pass
        built VERB 3 ROOT 3 root
        by ADP 3 agent 5 case
        soldiers NOUN 4 pobj 3 obl:agent
        . PUNCT 3 punct 3 punct""",
    "object and two prepositions": """
        She PRON 1 nsubj 1 nsubj
        sent VERB 1 ROOT 1 root
        envoys NOUN 1 dobj 1 obj
        to ADP 1 prep 4 case
        Oslo PROPN 3 pobj 1 obl
        in ADP 4 prep 6 case
        Norway PROPN 5 pobj 4 nmod""",
    "copula with a noun": """
        He PRON 1 nsubj 3 nsubj
        is AUX 1 ROOT 3 cop
        the DET 3 det 3 det
        mayor NOUN 1 attr 3 root
        of ADP 3 prep 5 case
        Lund PROPN 4 pobj 3 nmod
        . PUNCT 1 punct 3 punct""",
    "copula with an adjective, below a verb": """
        They PRON 1 nsubj 1 nsubj
        say VERB 1 ROOT 1 root
        it PRON 3 nsubj 4 nsubj
        was AUX 1 ccomp 4 cop
        false ADJ 3 acomp 1 ccomp""",
    "another verb with an adjective": """
        It PRON 1 nsubj 1 nsubj
        seems VERB 1 ROOT 1 root
        false ADJ 1 acomp 1 xcomp""",
    "chain of conjuncts": """
        Rain NOUN 5 nsubj 5 nsubj
        , PUNCT 0 punct 2 punct
        snow NOUN 0 conj 0 conj
        and CCONJ 2 cc 4 cc
        hail NOUN 2 conj 0 conj
        fell VERB 5 ROOT 5 root""",
    "clause behind a preposition": """
        He PRON 1 nsubj 1 nsubj
        left VERB 1 ROOT 1 root
        after ADP 1 prep 3 mark
        signing VERB 2 pcomp 1 advcl
        it PRON 3 dobj 3 obj""",
    "infinitive, owner, relative clause": """
        Its PRON 1 poss 1 nmod:poss
        plan NOUN 4 nsubj 4 nsubj
        to PART 3 aux 3 mark
        leave VERB 1 acl 1 acl
        failed VERB 4 ROOT 4 root""",
    "negation and particle": """
        They PRON 3 nsubj 3 nsubj
        did AUX 3 aux 3 aux
        not PART 3 neg 3 advmod
        give VERB 3 ROOT 3 root
        up ADP 3 prt 3 compound:prt""",
}


def rows_of(tree: str) -> list[list[str]]:
    return [line.split() for line in tree.strip().splitlines()]


def doc_of(tree: str) -> Doc:
    rows = rows_of(tree)
    words, parts, heads, labels = ([row[i] for row in rows] for i in range(4))
    return Doc(
        spacy.blank("en").vocab,
        words=words,
        pos=parts,
        heads=[int(head) for head in heads],
        deps=labels,
        lemmas=["be" if word in ("is", "was") else word.lower() for word in words],
    )


@pytest.mark.parametrize("tree", TREES.values(), ids=TREES.keys())
def test_a_tree_comes_out_as_universal_dependencies_have_it(tree: str) -> None:
    found = [(piece.head, piece.relation) for piece in from_clearnlp(pieces_of(doc_of(tree)))]
    assert found == [(int(row[4]), row[5]) for row in rows_of(tree)]


def test_a_tree_of_universal_dependencies_stays_but_for_the_name_of_its_root() -> None:
    doc = doc_of("""He PRON 3 nsubj
        is AUX 3 cop
        the DET 3 det
        mayor NOUN 3 ROOT
        of ADP 5 case
        Lund PROPN 3 nmod""")
    found = [(piece.head, piece.relation) for piece in from_universal(pieces_of(doc))]
    assert found == [(3, "nsubj"), (3, "cop"), (3, "det"), (3, "root"), (5, "case"), (3, "nmod")]


@pytest.mark.parametrize(
    ("labels", "reader"),
    [
        (("ROOT", "dobj", "nsubj"), from_clearnlp),
        (("ROOT", "obj", "nsubj"), from_universal),
        ((), from_universal),
    ],
)
def test_the_labels_of_a_parser_tell_which_kind_it_is(labels: tuple[str, ...], reader: Reader) -> None:
    assert reader_of(labels) is reader


@pytest.mark.parametrize(
    ("label", "kind"),
    [
        ("PERSON", "PER"),
        ("PER", "PER"),
        ("GPE", "LOC"),
        ("FAC", "LOC"),
        ("ORG", "ORG"),
        ("NORP", ""),
        ("", ""),
    ],
)
def test_entities_are_people_bodies_and_places_or_nothing(label: str, kind: str) -> None:
    assert entity_kind(label) == kind
