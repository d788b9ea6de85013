"""Entries -> one picture of them, as SVG, by the rules of the explorer: never a false point.

`scales` is the axis, `figures` what of a date is certain, possible, open; `rows` puts marks where nothing
lies over anything else; `drawing` makes the elements. Colours stand in it as attributes, so that a file
can be shown anywhere; a style sheet that knows the class names may give it others.
"""

from kb.writing.picture.drawing import ENGLISH, MOST, Captions, Lane, Picture, draw, lanes_of, write_svg

__all__ = ["ENGLISH", "MOST", "Captions", "Lane", "Picture", "draw", "lanes_of", "write_svg"]
