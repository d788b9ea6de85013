"""Turns reporting into a timeline one can trust: events and statements with resolved dates, as RDF.

The front door is `kb.base.KnowledgeBase`; the order of work stands in `kb.pipeline`.
"""
