"""Sentences of our own with every time expression marked, by family, and how well dating finds them.

Each file beside this holds cases: `text`, `dct` (the day of publication), `times` (words, TIMEX3 type
and value, in the order of the text), `mods` by words. They were written before the rules that read
them were looked at. `python -m tests.timexes` prints the scores and every miss; the measures are those
of the TempEval-3 toolkit (UzZaman et al. 2013), over all cases of a file.
"""
