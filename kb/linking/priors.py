"""How likely a name without further ado means this one and no namesake, from 0 to 1."""

from math import log10

LEAST = 0.2  # the prior of a place without people
PER_TENFOLD = 0.055  # what ten times as many people add: ten million make 0.585
CAPITAL = 0.2  # what it adds to be the capital of a country

UNREAD = 0.3  # of an item without an article in any Wikipedia
PER_TENFOLD_ARTICLES = 0.25  # what ten times as many add: two hundred make 0.875


def city_prior(population: int, capital: bool) -> float:
    """The prior of a city of so many people."""
    return LEAST + PER_TENFOLD * log10(max(population, 1)) + (CAPITAL if capital else 0)


def item_prior(articles: int) -> float:
    """The prior of a Wikidata item with articles in so many Wikipedias and their like."""
    return min(1.0, UNREAD + PER_TENFOLD_ARTICLES * log10(max(articles, 1)))
