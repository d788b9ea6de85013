/**
 * The shapes of the values that travel between the modules, as JSDoc types; no code.
 *
 * Times are seconds since 1970-01-01T00:00:00Z in the proleptic Gregorian calendar, as plain
 * numbers: a JavaScript Date gives up long before the year 12000 of a far plan, and knows no year 0.
 *
 * @typedef {{iri: string, href: string, label: string}} Ref
 *
 * @typedef {object} Entry  A row of the window answer (see web/api.py).
 * @property {string} iri
 * @property {string} href
 * @property {"event" | "statement"} kind
 * @property {string} label
 * @property {string} edtf
 * @property {string} words
 * @property {number | null} begin
 * @property {number | null} end
 * @property {boolean} beginOpen
 * @property {boolean} endOpen
 * @property {boolean} uncertain
 * @property {boolean} approximate
 * @property {boolean} dated
 * @property {string} status
 * @property {string} type
 * @property {string} quoteKind
 * @property {string} quote
 * @property {string[]} lanes  the keys of those it stands in
 * @property {boolean} disputed  whether its articles differ
 * @property {string[]} [otherwise]  the dates other articles give, EDTF
 * @property {Ref[]} actors
 * @property {Ref | null} place
 * @property {string[]} about
 * @property {Source} document
 * @property {number} toldBy  how many articles tell it
 * @property {Version[]} versions  what the others of them tell
 * @property {string[]} disagreements  where they differ, in sentences
 *
 * @typedef {Ref & {publisher: string, published: string}} Source
 * @typedef {Ref & {words: string, dated: boolean, status: string, document: Source}} Version
 *
 * @typedef {object} Lane
 * @property {string} key
 * @property {string} label
 * @property {number} count
 * @property {number[]} [events]  how many in each of the bins of the answer
 * @property {number[]} [statements]
 *
 * @typedef {{from: number, to: number, width: number, number: number}} Bins  equal stretches of time
 * @typedef {{key: string, label: string, count: number}} Choice  a value of a filter
 * @typedef {{from: number, to: number, events: number, statements: number}} Bin
 *
 * @typedef {object} Answer  What GET /api/timeline returns.
 * @property {Entry[]} entries
 * @property {Lane[]} lanes
 * @property {Bin[]} density
 * @property {number} total
 * @property {number} undated
 * @property {number} [undatedHere]  of the stretch of time fetched, where that is not all
 * @property {Bins | null} bins  those of the lanes' counts, null when everything is drawn
 * @property {Record<string, Choice[]>} facets  the values of each filter, most entries first
 * @property {Record<string, string>} [asked]  the dates asked for, in EDTF
 * @property {number} estimated  1 when counts are exact, else they are over one entry in so many
 *
 * @typedef {{begin: number, end: number}} View  The stretch of time on the screen.
 * @typedef {[number, number]} Pair  Two positions or two times, the lower first.
 *
 * @typedef {object} Figure  The geometry of one mark along the time axis, in pixels.
 * @property {"point" | "box" | "bar" | "pair"} shape  a pair is two dates that contradict each other
 * @property {Pair} reach  from the first to the last pixel that is drawn
 * @property {Pair} core  what is certain (bar), what is possible (box), the glyph (point)
 * @property {Pair | null} other  the other core of a pair
 * @property {Pair | null} fadeIn  from the earliest to the latest begin
 * @property {Pair | null} fadeOut  from the earliest to the latest end
 * @property {boolean} arrowLeft
 * @property {boolean} arrowRight
 *
 * @typedef {object} Item  Something placed in a lane: one entry, or several behind one badge.
 * @property {string} key
 * @property {Entry[]} entries
 * @property {boolean} isBadge  whether it only counts what found no room
 * @property {Figure} figure
 * @property {string} text  the label as far as there is room, "" when there is none
 * @property {boolean} inside  whether the label stands inside the mark
 * @property {number} row
 *
 * @typedef {object} LaneLayout
 * @property {Lane} lane
 * @property {number} colour  0 to 12; 12 is the grey of "others"
 * @property {number} top
 * @property {number} height
 * @property {Item[]} items  in order of time
 *
 * @typedef {object} Frame  What a drawing is drawn into; pixels along the axis count from the epoch.
 * @property {number} pixelsPerSecond
 * @property {Bins | null} bins
 * @property {number} base  where the coordinates of what is built begin
 * @property {number} offset  what is at the left edge of the drawing
 * @property {Pair} near  what is held near: lanes are as tall as it needs, and nothing is drawn beyond it
 * @property {Pair} built  what of it is built
 * @property {Pair} depth  which lanes are, in pixels from the top
 * @property {number} left  where the time axis begins on the screen, right of the lanes' names
 * @property {number} right
 * @property {number} height
 * @property {number} headroom
 * @property {(text: string) => number} measure
 * @property {(text: string, width: number) => string} shorten
 * @property {string | null} selected
 * @property {import("./defs.js").Paints} paints
 */

export {};
