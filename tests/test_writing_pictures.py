"""Entries as one picture: never a false point, nothing over anything else, all of it text that is safe."""

import itertools
from dataclasses import replace
from xml.etree.ElementTree import Element, fromstring

import pytest

from kb.model import Bin, Entry
from kb.when import When
from kb.writing.picture import MOST, Lane, Picture, draw, lanes_of, write_svg
from kb.writing.picture.bands import draw_band, main_part
from kb.writing.picture.figures import Figure, figure_of
from kb.writing.picture.rows import packed, width_of
from kb.writing.picture.scales import Scale
from tests.test_writing import STRIKE

DAY = 86_400
SVG = "{http://www.w3.org/2000/svg}"


def dated(edtf: str, **more: object) -> Entry:
    when = When.parse(edtf)
    return STRIKE._replace(edtf=edtf, earliest=when.earliest_iso, latest=when.latest_iso, **more)


def figure(edtf: str, seconds_per_pixel: float = DAY, **more: object) -> Figure:
    found = figure_of(dated(edtf, **more), lambda second: second / seconds_per_pixel)
    assert found
    return found


@pytest.mark.parametrize(
    ("edtf", "shape"),
    [
        ("2016-06-17", "point"),
        ("2016-06", "box"),
        ("2016", "box"),
        ("2016-06-01/2016-09-30", "bar"),
        ("2014-09/..", "bar"),
        ("../2016-06-17", "bar"),
    ],
)
def test_a_mark_is_as_wide_as_the_date_is_unsure(edtf: str, shape: str) -> None:
    assert figure(edtf).shape == shape


def test_whiskers_reach_from_the_earliest_to_the_latest_begin_and_end() -> None:
    bar = figure("2015/2016-06")
    assert bar.fade_in == (pytest.approx(bar.reach[0]), pytest.approx(bar.core[0]))
    assert bar.core[0] - bar.reach[0] == pytest.approx(365)
    assert bar.fade_out
    assert bar.fade_out[1] - bar.fade_out[0] == pytest.approx(30)


@pytest.mark.parametrize(
    ("edtf", "left", "right"),
    [("2014-09/..", False, True), ("../2016", True, False), ("2014-09/", False, False)],
)
def test_an_arrow_is_an_open_end_and_not_an_unknown_one(edtf: str, left: bool, right: bool) -> None:
    open_ = figure(edtf)
    assert (open_.arrow_left, open_.arrow_right) == (left, right)


def test_what_goes_on_is_certain_up_to_the_day_its_source_was_published() -> None:
    bar = figure("2014-09-01/..", published="2016-06-18")
    assert bar.core[1] == pytest.approx((When.parse("2016-06-18").window[1] or 0) / DAY)


def test_what_is_undated_stands_at_its_publication_with_an_arrow_away_from_it() -> None:
    mark = figure("../2016-06-18", dated=False)
    assert (mark.shape, mark.arrow_left) == ("point", True)


def test_of_a_date_of_which_nothing_is_known_there_is_no_figure() -> None:
    assert figure_of(dated("/"), float) is None


def test_no_mark_and_no_label_lies_over_another() -> None:
    entries = [dated("2016-06-17", label=f"Dockers walk out for the {n}th time") for n in range(20)]
    marks = packed([(e, figure(e.edtf)) for e in entries], "dockers", 10_000_000)
    spans = sorted((m.row, m.figure.reach[0], m.figure.reach[1] + width_of(m.label)) for m in marks)
    pairs = itertools.pairwise(spans)
    assert all(one[0] != other[0] or one[2] <= other[1] for one, other in pairs)


def test_a_label_at_the_right_edge_stands_before_its_mark() -> None:
    (mark,) = packed([(STRIKE, figure("2016-06-17"))], "", figure("2016-06-17").reach[1] + 20)
    assert mark.label_before


@pytest.mark.parametrize(
    ("begin", "end", "names"),
    [
        ("-0500", "-0100", ["500 BC", "400 BC"]),
        ("0001", "0400", ["100", "200"]),
        ("2016-06-17T09:00:00", "2016-06-17T09:08:00", ["09:01", "09:02"]),
        ("2016-03", "2016-12", ["July 2016", "October 2016"]),
        ("-9999", "9999", ["5000 BC", "1", "5000"]),
    ],
)
def test_the_axis_names_round_moments(begin: str, end: str, names: list[str]) -> None:
    since, until = When.parse(begin).window[0], When.parse(end).window[0]
    ticks = Scale(since or 0, until or 0, 0, 800).ticks(When.words)
    told = [name for _, name in ticks]
    assert [name for name in told if name in names] == names
    assert all(right - left >= 40 for (left, _), (right, _) in itertools.pairwise(ticks))


def test_there_is_no_year_zero_on_the_axis() -> None:
    since, until = When.parse("-0300").window[0], When.parse("0300").window[0]
    told = [name for _, name in Scale(since or 0, until or 0, 0, 1000).ticks(When.words)]
    assert "1" in told
    assert not {"0", "101", "1 BC"} & set(told)


def parsed(svg: str | bytes) -> Element:
    return fromstring(svg)


def test_a_picture_is_well_formed_whatever_a_label_says() -> None:
    hostile = dated("2016-06-17", label='<script>alert("1")</script> & so on')
    root = parsed(write_svg([hostile]))
    assert not list(root.iter(f"{SVG}script"))
    assert any("<script>" in (text.text or "") for text in root.iter(f"{SVG}text"))


def test_uncertain_is_hatched_approximate_soft_and_what_did_not_happen_hollow() -> None:
    lanes = [Lane("all", (dated("2016-06-17?"), dated("2016-06-19~", iri="b", status="planned")), 0)]
    cores = [e for e in parsed(draw(lanes, Picture())).iter() if "core" in e.get("class", "").split()]
    assert cores[0].get("fill") == "url(#pic-hatch-0)"
    assert cores[1].get("filter") == "url(#pic-soft)"
    assert cores[1].get("stroke-dasharray")


def test_lanes_are_those_who_lead_most_and_the_rest_are_others() -> None:
    entries = [
        dated("2016-06-17", iri=str(n), actors=(replace(STRIKE.actors[0], iri=str(n)),)) for n in range(15)
    ]
    lanes = lanes_of([*entries, dated("2016-06-17", iri="x", actors=())])
    assert [lane.name for lane in lanes[-2:]] == ["others", "nobody named"]
    assert (len(lanes), len(lanes[-2].entries)) == (14, 3)


def test_at_most_so_many_are_drawn_and_nothing_is_said_to_be_nothing() -> None:
    many = [dated("2016-06-17", iri=str(n)) for n in range(MOST + 20)]
    root = parsed(write_svg(many))
    assert len([e for e in root.iter() if e.get("class", "").startswith("mark")]) == MOST
    assert "Nothing here has a date." in draw([], Picture())


def test_marks_are_links_where_there_is_somewhere_to_go() -> None:
    lanes = lanes_of([STRIKE])
    assert 'href="/there"' in draw(lanes, Picture(link=lambda _: "/there"))
    assert "href" not in draw(lanes, Picture())


@pytest.mark.parametrize("hour", range(10, 23))
def test_names_on_the_axis_never_lie_over_one_another(hour: int) -> None:
    lanes = lanes_of([dated(f"2022-12-18T{hour}:00:00Z"), dated("2022-12-19T03:00:00Z")])
    svg = fromstring(draw(lanes, Picture()))
    told = [one for one in svg.iter(f"{SVG}text") if one.get("class") == "tick"]
    above = [(float(one.get("x", 0)), one.text or "") for one in told[::2]]
    assert "19 December 2022" in {name for _, name in above}
    for (x, name), (following, _) in itertools.pairwise(above):
        assert x + width_of(name) <= following + 3


def test_a_few_far_dates_do_not_squeeze_the_band() -> None:
    bins = [Bin(at * 100, (at + 1) * 100, 1 if at in (0, 19) else 0, 0) for at in range(20)]
    bins[10:12] = [Bin(1000, 1100, 300, 10), Bin(1100, 1200, 200, 5)]
    assert main_part(bins) == bins[10:12]
    assert main_part(bins[9:13]) == bins[9:13]
    assert main_part([]) == []


def test_one_far_date_takes_nothing_near_out_of_the_band() -> None:
    near = [Bin(at * 100, (at + 1) * 100, 10, 0) for at in range(20)]
    assert main_part([Bin(-100_000, -99_900, 1, 0), *near]) == near
    assert main_part([*near, Bin(100_000, 100_100, 1, 0)]) == near


def test_a_band_is_as_wide_as_its_room_and_its_words_are_not_stretched() -> None:
    svg = fromstring(draw_band([Bin(0, 10**9, 1, 0), Bin(10**9, 2 * 10**9, 2, 1)], 1000))
    assert "preserveAspectRatio" not in svg.attrib
    assert "viewBox" not in svg.attrib
    bars = [one for one in svg if one.get("class") in ("events", "statements")]
    assert len(bars) == 3
    assert all(bar.attrib["x"].endswith("%") and bar.attrib["width"].endswith("%") for bar in bars)
