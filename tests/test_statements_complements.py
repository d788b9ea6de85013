"""Which verbs tell of saying with which complements: what is done without a word is no statement."""

import pytest

from tests.extracted import Row, rows_of


@pytest.mark.parametrize(
    ("text", "row"),
    [
        pytest.param(
            "Norland announced plans to close two mines.",
            ("Norland", "plans to close two mines"),
            id="announced plans",
        ),
        pytest.param(
            "The company announced 300 job cuts.", ("The company", "300 job cuts"), id="announced cuts"
        ),
        pytest.param(
            "The minister announced her resignation.",
            ("The minister", "her resignation"),
            id="announced a resignation",
        ),
        pytest.param(
            "The union threatened strike action.", ("The union", "strike action"), id="threatened action"
        ),
        pytest.param(
            "Reed threatened sanctions against Chile.",
            ("Reed", "sanctions against Chile"),
            id="threatened sanctions",
        ),
        pytest.param("Reed threatened Chile with war.", ("Reed", "war"), id="threatened with war"),
        pytest.param(
            "Reed threatened to leave the coalition.", ("Reed", "to leave the coalition"), id="threatened to"
        ),
        pytest.param(
            "Reed appealed to the rebels to stop.", ("Reed", "the rebels to stop"), id="appealed to"
        ),
        pytest.param("Reed dismissed him as a liar.", ("Reed", "him as a liar"), id="dismissed as"),
        pytest.param("Reed denied the report.", ("Reed", "the report"), id="denied a report"),
        pytest.param("Reed confirmed the sale.", ("Reed", "the sale"), id="confirmed a sale"),
        pytest.param("“I can drive,” Reed offered.", ("Reed", "I can drive,"), id="words offered"),
        pytest.param(
            "Reed called her “Dishonest Ana” on Monday.", ("Reed", "her “Dishonest Ana”"), id="an insult"
        ),
        pytest.param("Reed calls it “rigged”.", ("Reed", "it “rigged”"), id="an opinion held"),
        pytest.param(
            "Reed told the crowd, “Make Lima Great Again”.", ("Reed", "Make Lima Great Again"), id="a slogan"
        ),
        pytest.param("Reed called it “a disgrace”.", ("Reed", "it “a disgrace”"), id="an opinion in marks"),
        pytest.param(
            "Reed said he would go but refused to say when.",
            ("Reed", "he would go"),
            id="refused to say more",
        ),
    ],
)
def test_it_is_said(text: str, row: Row) -> None:
    assert rows_of(text) == [row]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("The firm offered to carry the grain to Porto.", id="offered to"),
        pytest.param("The prisoners refused to eat on Monday.", id="refused to eat"),
        pytest.param("The minister refused to say who had signed.", id="refused to say"),
        pytest.param("The minister refused to accept blame.", id="refused to accept"),
        pytest.param("The minister declined to comment.", id="declined to comment"),
        pytest.param("Lumera announced a new phone on Monday.", id="announced a thing"),
        pytest.param("The band announced a new album.", id="announced a record"),
        pytest.param("His friends called him “the Fox”.", id="a nickname"),
        pytest.param("Everyone called him “Big Joe”.", id="a nickname without an article"),
        pytest.param("The flood threatened the town.", id="a flood threatens"),
        pytest.param("Rebels threatened the town.", id="an army threatens a town"),
        pytest.param("The river threatened to burst its banks.", id="a river threatens to"),
        pytest.param("Hurricane Ana threatened to flood the coast.", id="a storm with a name"),
        pytest.param("The Ottawa River threatened to flood the town.", id="a river with a name"),
        pytest.param("He threatened the clerk with a knife.", id="with a knife"),
        pytest.param("The party appeals to young voters.", id="appeals to somebody's taste"),
        pytest.param("The Persians call it “Half-Moon”, as ever.", id="what people call a place"),
        pytest.param(
            "Reed proposed to her in front of a painting, “Blue Rain”.", id="the name of a painting"
        ),
        pytest.param("The Senate confirmed Ana Ruiz as a judge.", id="confirmed in office"),
        pytest.param("The president dismissed Ana Ruiz on Monday.", id="dismissed from office"),
        pytest.param("The mayor welcomed Ana Ruiz at the station.", id="welcomed a guest"),
        pytest.param("The minister slammed the door.", id="slammed a door"),
        pytest.param("The guards denied them access to the camp.", id="denied them something"),
        pytest.param("The court denied bail.", id="denied bail"),
    ],
)
def test_nothing_is_said(text: str) -> None:
    assert rows_of(text) == []
