"""Every answer of the reconciliation service as the schemas of both versions demand."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from flask.testing import FlaskClient

from tests.test_web_reconcile import MINISTRY, NAME, V1, answered, site

__all__ = ["site"]  # a fixture


def validator(folder: Path, version: str, name: str) -> Any:
    """A validator by a schema of the specification, its references resolved within the folder."""
    from jsonschema import Draft7Validator
    from referencing import Registry, Resource
    from referencing.jsonschema import DRAFT7

    named = {
        path.name: json.loads(path.read_text()) for path in (folder / version / "schemas").glob("*.json")
    }
    scheme = {"type": "object", "required": ["type"]}
    swagger = {"definitions": {"securityDefinitions": {"additionalProperties": scheme}}}
    resources = [(schema["$id"], schema) for schema in named.values() if "$id" in schema]
    for part in ("0.2", "draft"):
        base = f"https://reconciliation-api.github.io/specs/{part}/schemas/"
        resources += [(base + name, schema) for name, schema in named.items()]
    resources += [("http://swagger.io/v2/schema.json", swagger)]
    registry: Any = Registry().with_resources(
        (iri, Resource.from_contents(schema, default_specification=DRAFT7)) for iri, schema in resources
    )
    return Draft7Validator(named[f"{name}.json"], registry=registry)


def answers(site: FlaskClient) -> Iterator[tuple[str, str, Any]]:
    """Every kind of answer: by version, schema and content."""
    extension = {"ids": ["entity/person/irina-volkova", "doc/77d0b16e2c4fa985/event-denied", "x"]}
    extension["properties"] = [  # type: ignore[assignment]
        {"id": one["id"]} for one in site.get("/reconcile/suggest/property").json["result"]
    ]
    queries = {"q0": {"query": "Irina Volkova"}, "q1": {"query": "bombing of rebels"}, "q2": {"query": "zzz"}}
    yield "0.2", "manifest", site.get("/reconcile").json
    yield "1.0-draft", "manifest", site.get(V1).json
    yield "0.2", "reconciliation-result-batch", answered(site, queries)
    sent = {"queries": [{"conditions": [NAME]}, {"conditions": [MINISTRY, NAME]}]}
    yield "1.0-draft", "reconciliation-result-batch", site.post(f"{V1}/match", json=sent).json
    yield (
        "0.2",
        "data-extension-response",
        site.post("/reconcile", data={"extend": json.dumps(extension)}).json,
    )
    yield "1.0-draft", "data-extension-response", site.post(f"{V1}/extend", json=extension).json
    for version, base in (("0.2", "/reconcile"), ("1.0-draft", V1)):
        yield (
            version,
            "data-extension-property-proposal",
            site.get(f"{base}/extend/propose?type=ek:Event").json,
        )
        for what, schema in (("entity", "entities"), ("type", "types"), ("property", "properties")):
            prefix = {"entity": "Iri", "type": "p", "property": "da"}[what]
            found = site.get(f"{base}/suggest/{what}?prefix={prefix}").json
            assert found["result"], what
            yield version, f"suggest-{schema}-response", found


def test_every_answer_validates(site: FlaskClient, eval_data: Path) -> None:
    folder = eval_data / "reconciliation"
    checked = 0
    for version, schema, content in answers(site):
        problems = [error.message for error in validator(folder, version, schema).iter_errors(content)]
        assert problems == [], (version, schema)
        checked += 1
    assert checked == 14


def test_the_examples_of_the_specification_are_judged_as_labelled(eval_data: Path) -> None:
    folder, judged = eval_data / "reconciliation", 0
    for example in folder.glob("*/examples/*/*/*.json"):
        version, _, schema, label = example.relative_to(folder).parts[:4]
        if (folder / version / "schemas" / f"{schema}.json").is_file():
            valid = validator(folder, version, schema).is_valid(json.loads(example.read_text()))
            assert valid == (label == "valid"), example
            judged += 1
    assert judged > 50


def test_every_query_of_the_specification_is_answered(site: FlaskClient, eval_data: Path) -> None:
    folder = eval_data / "reconciliation"
    for path in (folder / "0.2/examples/reconciliation-query-batch/valid").glob("*.json"):
        assert answered(site, json.loads(path.read_text())).keys() == json.loads(path.read_text()).keys()
    for path in (folder / "1.0-draft/examples/reconciliation-query-batch/valid").glob("*.json"):
        sent = json.loads(path.read_text())
        found = site.post(f"{V1}/match", json=sent).json["results"]
        assert len(found) == len(sent["queries"]), path
