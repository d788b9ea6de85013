"""Who is who in one article: names that name the same, and the entity of each.

A short name ("Okafor") is the fuller one ("Grace Okafor") of the article, a given name alone the only one
told before who bears it; an acronym is the body whose initials it has; a name without evidence of its own
takes the kind its namesakes have.
"""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from kb.extracting.clause_words import LITTLE
from kb.extracting.name_kinds import Name
from kb.model import Entity, EntityKind
from kb.ontology import slug

KNOWN = frozenset({"territory", "capital", "region", "place", "situated", "people"})


@dataclass(frozen=True, slots=True)
class Cast:
    """The entities of an article by every form of their names."""

    entities: Mapping[str, Entity]

    def of(self, name: Name) -> Entity:
        """The entity a name stands for."""
        return self.entities[name.text]


def find_cast(names: Iterable[Name]) -> Cast:
    """The cast of all names of an article."""
    listed = list(names)
    by_text = {name.text: name for name in reversed(listed)}
    full = _fullest(by_text, list(dict.fromkeys(name.text for name in listed)))
    bearers: dict[str, list[Name]] = defaultdict(list)
    for name in listed:
        bearers[full[name.text]].append(name)
    entities = {fullest: _entity(fullest, mentions) for fullest, mentions in bearers.items()}
    return Cast({form: entities[fullest] for form, fullest in full.items()})


def _fullest(by_text: Mapping[str, Name], forms: list[str]) -> dict[str, str]:
    """The fullest form of each; only forms that share a surname, first word or initials are compared."""
    alike: dict[str, list[str]] = defaultdict(list)
    for form in forms:
        for key in {_surname(form), form.split()[0].casefold(), _initials(form)} - {""}:
            alike[key].append(form)
    return {
        form: _fuller(form, [*alike[_surname(form)], *alike[form.replace(".", "")]], by_text)
        for form in forms
    }


def _fuller(form: str, forms: list[str], by_text: Mapping[str, Name]) -> str:
    fuller = [other for other in dict.fromkeys(forms) if other != form and _stands_for(form, other, by_text)]
    if by_text[form].rule in KNOWN:  # "Jordan" is a country, unless the article tells of a Neil Jordan
        fuller = [other for other in fuller if by_text[other].kind is EntityKind.PERSON]
    fuller = fuller or _of_given_name(form, forms, by_text)
    return max(fuller, key=lambda other: (len(other.split()), -forms.index(other)), default=form)


def _of_given_name(form: str, forms: list[str], by_text: Mapping[str, Name]) -> list[str]:
    """Whom a given name alone stands for: of those named in full before, the only one who bears it."""
    if by_text[form].rule != "given name" or " " in form:
        return []
    before = [other for other in forms[: forms.index(form)] if other.split()[0] == form and " " in other]
    people = [other for other in before if by_text[other].kind is EntityKind.PERSON]
    return people if len({_surname(other) for other in people}) == 1 else []


def _stands_for(short: str, long: str, by_text: Mapping[str, Name]) -> bool:
    name, kind = by_text[long], by_text[long].kind
    personal = kind is EntityKind.PERSON or (
        kind is EntityKind.THING and by_text[short].kind is EntityKind.PERSON
    )
    if len(long.split()) == len(short.split()) == 1:
        return _surname(long) == _surname(short) and len(long) > len(short)
    if personal and "-" in long.split()[-1] and short == long.split()[0]:
        return long.split()[-1][0].isupper()  # "Kang Min-seong", whose surname comes first
    if personal and len(long.split()) > len(short.split()):
        last, wanted = _surname(long), _surname(short)
        return last == wanted and long.casefold().replace("al-", "").endswith(
            short.casefold().replace("al-", "")
        )
    if name.kind is EntityKind.ORGANIZATION and short.isupper() and len(short) > 1:
        return _initials(long) == short.replace(".", "")
    return _begins(short, long, by_text)


def _begins(short: str, long: str, by_text: Mapping[str, Name]) -> bool:
    """ "al-Hamra" and "Hamra Brigade": one word that opens the name of a body."""
    may_be_body = by_text[short].kind in {EntityKind.ORGANIZATION, EntityKind.THING}
    both = may_be_body and by_text[long].kind is EntityKind.ORGANIZATION
    return both and by_text[short].weak and " " not in short and _surname(short) == long.split()[0].casefold()


def _surname(name: str) -> str:
    return name.split()[-1].casefold().removeprefix("al-").removeprefix("el-")


def _initials(name: str) -> str:
    words = [word for word in name.split() if word.lower() not in LITTLE]
    return "".join(word[0] for word in words).upper() if len(words) > 1 else ""


def _entity(name: str, mentions: list[Name]) -> Entity:
    own = [m for m in mentions if m.text == name] or mentions
    sure = next((m.kind for m in [*own, *mentions] if not m.weak and m.rule not in KNOWN), None)
    kind = sure or _likeliest(own) or _likeliest(mentions) or EntityKind.THING
    title = next((m.title for m in mentions if m.title), "")
    part_of = next((m.part_of for m in mentions if m.part_of), None)
    return Entity(slug(name), name, kind, part_of=part_of, description=title)


def _likeliest(names: list[Name]) -> EntityKind | None:
    """What most of the names that tell something tell, the first of equals; None when none does."""
    telling = [name.kind for name in names if name.kind is not EntityKind.THING]
    return max(telling, key=telling.count, default=None)
