"""What the explorer asks for: a window of the timeline as JSON.

`GET /api/timeline` takes the parameters of the pages and answers with what a renderer needs, no more:

    about   an entity's IRI, or words in a name or a label
    since   EDTF or calendar date: keep what may overlap the time from its first moment on
    until   EDTF or calendar date: keep what may overlap the time up to its last moment
    kind    "event" or "statement"; left out or empty: both
    document  the IRI of a document: only what was found in it
    type    the IRI of a kind of event: only its events
    status  of events: happened ongoing planned claimed denied hypothetical
    certainty  of dates: sure, approximate or uncertain
    known   EDTF or calendar date: only what articles had told by that day
    order   "time", or "salience": what is told and spoken of most first, and of
            what matters alike some of all times; left out: time
    involved  "1": only that in which whoever about names takes part
    real    "1": without what is planned, hypothetical or denied
    text    words, or beginnings of words, in a label, a name or a quotation
    actor   the IRI of one who takes part
    place   the IRI of a place where it was
    source  a publisher, by IRI or by name
    disputed  "1": only what articles tell differently
    reviewed  "1": only what has a date that a person set right
    dated   "1": only what has a date of its own; else what has none may lie in any window before its article
    axis    when an entry stands: "happened" at its own date (left out: so); "said" when a statement was made,
            and of an event when a statement first spoke of it, else when its article appeared; "published"
            when its article appeared. Said or published, an entry stands at one moment: the first second
    limit   how many entries at most, 1 to 1000, 300 when left out
    lanes   "actor", "place", "source", "type" or "none": the answer for a drawing, as told below. Ask for it
            with order=salience to get those first that matter most

    {
      "entries": [{
        "iri":       "https://.../doc/0f3a.../event-1a2b3c",   the name; always the full IRI
        "href":      "/doc/0f3a.../event-1a2b3c",              where this site answers it
        "kind":      "event" | "statement",
        "label":     "Truce signed in Geneva",
        "edtf":      "2016-02-27",                             "" when nothing is known
        "words":     "27 February 2016",                       in the reader's language
        "begin":     1456531200 | null,   seconds since 1970-01-01T00:00:00Z, proleptic Gregorian, negative
                                          before; the first second the date may mean
        "end":       1456617599 | null,   the last second it may mean, included
        "beginOpen": false,               true: begins before anything we know ("../2016")
        "endOpen":   false,               true: goes on ("2014-09/.."). null without open: not known
        "uncertain": false,               EDTF "?" (or "%"): hatch it
        "approximate": false,             EDTF "~" (or "%"): soft edges
        "grain":     "day",               second, minute, hour, day, week, month, season, year, decade,
                                          century, millennium: how fine the date is
        "dated":     true,                false: only its publication bounds it; belongs in the tray
        "status":    "happened",          of an event: happened ongoing planned claimed denied hypothetical
        "type":      "air strike",        of an event: the label of its kind, or ""
        "quoteKind": "direct",            of a statement: direct indirect mixed
        "toldBy":    2,                   how many articles tell it
        "quote":     "The truce was ...", the evidence, as the source has it
        "lane":      {"key": "https://.../entity/person/ann-roe", "label": "Ann Roe"},
        "actors":    [{"iri", "href", "label"}],
        "place":     {"iri", "href", "label"} | null,
        "about":     ["https://.../doc/0f3a.../event-77..."],  the occurrences a statement speaks of
        "document":  {"iri", "href", "label", "publisher", "published"},
        "versions":  [{"iri", "href", "label", "words", "dated", "status", "document"}],  what the other
                                          articles tell of it, one each
        "disagreements": ["Date: 23 May 2016 (Courier); 24 May 2016 (Post)."]   where they differ
      }],
      "lanes":   [{"key", "label", "count"}],  by leading actor, else by place, most entries first, at most
                                               12, of which {"key": "nobody", ...}, for neither, is the last;
                                               what is left is joined in {"key": "others", "label": "others"};
                                               "count" counts the entries sent
      "density": [{"from", "to", "events", "statements"}],  bins that follow one upon the other over all the
                                               time of what about, kind and document ask for, whatever since
                                               and until say; seconds, "to" excluded; [] when nothing is
                                               dated. At most 120 of equal width; but where a few far dates
                                               leave nearly all in few of them, those are cut into 120 more.
                                               An entry is counted in the bin of its begin (its end when it
                                               has no begin); undated entries are left out
      "total":   4812,     entries in the window, however many were sent
      "undated": 17        those of them that are not dated
    }

With the parameter `lanes` the answer has these instead of `lanes` and beside all else:

    {
      "lanes":   [{"key", "label", "count", "events": [0, 3, ...], "statements": [1, 0, ...]}],
                           the fullest first, at most 12, behind them "nobody" (of no lane) and "others" (of
                           none of these); "all" is the only one of lanes=none. "key" is an IRI, of a source
                           its name. An entry is in every lane whose actor, place ... it names. "count" is of
                           the whole window, "events" and "statements" begin in each bin of "bins"
      "bins":    {"from", "to", "width", "number"},  seconds; at most 256 equal bins over since..until, of an
                           open side over the time of "density"; number 0 when there is no time at all
      "facets":  {"kind": [{"key", "label", "count"}], "type", "actor", "place", "source", "certainty",
                  "disputed", "status"},  the values by which the window can be narrowed, the most frequent
                           first, at most 20 each: "key" is what the parameter of this name takes
      "estimated": 1,      1: everything was counted; else one in so many was, where there are more than 2,000
                           entries, and the counts of lanes and facets (and, of a filter, "total") are
                           estimates
      "asked":   {"since": "2016-06-17", ...},  the dates asked for, in EDTF, however they were typed
      "entries": each also has "lanes": ["https://...", ...], the keys of its lanes; "disputed"; "otherwise":
                           the dates (EDTF) other articles give where they are not the same; on the axes
                           said and published "at": [begin, end], where it stands, as "begin" and "end";
                           and "lane", "versions" and "quote" are left out: its page has the latter
    }

Entries come in the order of the timeline: by begin, then by end, the undated last. Errors are JSON too
when the Accept header prefers it: {"error": "...", "status": 400}.

The pages hand the same address to the explorer: `<div id="explorer" data-source="/api/timeline?...">`,
with `data-page="/timeline"`, the page that shows the same query as a list. The answer it begins with stands
in the page: `<script type="application/json" id="first-window" data-address="/api/timeline?...">`.
The entry page is HTML at `href`; its parts for a side panel stand in `<article id="entry">`.
"""

from dataclasses import replace
from urllib.parse import parse_qsl

from flask import Blueprint, Response, jsonify, request
from werkzeug.datastructures import MultiDict

from web.caching import kept
from web.context import kb
from web.parameters import DATES, as_parameters, read_filter, read_lanes, read_number
from web.window import BINS, LANE_BINS, as_json, drawn

blueprint = Blueprint("api", __name__, url_prefix="/api")

USUAL_LIMIT = 300
MOST = 1000


@blueprint.get("/timeline")
def timeline() -> Response:
    """The window an address asks for."""
    body = kept(request.full_path, lambda: _window(request.args))
    return Response(body, mimetype="application/json")


def answered(address: str) -> str:
    """The JSON that an address of the window is answered with, for a page to carry it; errors as there."""
    args = MultiDict(parse_qsl(address.partition("?")[2]))
    return kept(address, lambda: _window(args)).decode()


def _window(args: "MultiDict[str, str]") -> bytes:
    wanted = read_filter(args)
    limit = read_number(args, "limit", USUAL_LIMIT, MOST)
    density = kb().density(replace(wanted, since=None, until=None), BINS)
    by = read_lanes(args)
    if not by:
        return jsonify(as_json(kb().window(wanted, limit), density)).get_data()
    entries = kb().timeline(replace(wanted, limit=limit))
    overview = kb().overview(wanted, by, density, LANE_BINS)
    asked = {name: value for name, value in as_parameters(wanted).items() if name in DATES}
    return jsonify(drawn(entries, overview, density, by, wanted.axis) | {"asked": asked}).get_data()
