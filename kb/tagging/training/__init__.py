"""Training of the pipeline in `kb/tagging/english`; normal use imports nothing of this."""
