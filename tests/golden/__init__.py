"""How well the golden articles are read, as counted against their hand-written twins.

`gold.py` loads the twins of `tests/articles`, `facts.py` brings gold and findings into one shape,
`aspects.py` says what can be right about them, `scoring.py` counts, `floors.py` keeps the scores from
falling. `python -m tests.golden` prints the table and every miss.
"""
