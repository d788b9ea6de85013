"""What reading learns from treebanks beyond tags and trees: of which kind a name is.

`marked` reads where a treebank marks names, `lists` makes lists of names and words, `fitting` finds weights;
`python -m kb.learning` does all three and lays what it learnt where `kb.extracting.learnt` looks for it.
Nothing else imports this room.
"""
