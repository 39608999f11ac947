"""Converts linq-v3.json to an OpenAPI 3.1 document.

It uses references, nullable types as arrays or `anyOf`, unions with a discriminator, `allOf`, and free-form objects.

    openapi.py [NAME ...]     only these operations, without events
"""

import json
import pathlib
import re
import sys

SPEC = json.loads((pathlib.Path(__file__).parent.parent / "linq-v3.json").read_text())
ENUMS, MODELS = SPEC["enums"], SPEC["models"]
LEGACY = SPEC["legacy_webhook_events"]
SIMPLE = {
    "string": {"type": "string"},
    "date-time": {"type": "string", "format": "date-time"},
    "integer": {"type": "integer"},
    "number": {"type": "number"},
    "boolean": {"type": "boolean"},
}


def ref(name):
    return {"$ref": f"#/components/schemas/{name}"}


def schema(notation):
    notation = notation.strip()
    if notation.endswith("| null"):
        return or_null(schema(notation.removesuffix("| null")))
    if notation.startswith("["):
        return {"type": "array", "items": schema(notation[1:-1])}
    if notation.startswith("{string: "):
        values = schema(notation.removeprefix("{string: ")[:-1])
        return {"type": "object", "additionalProperties": values or True}
    if notation.startswith("enum("):
        return {"type": "string", "enum": notation[5:-1].split(", ")}
    if notation.startswith('"'):
        return {"type": "string", "const": notation.strip('"')}
    if " | " in notation:
        return one_of(notation.split(" | "))
    if notation == "any" or notation.startswith("any ("):
        return {}
    return dict(SIMPLE[notation]) if notation in SIMPLE else ref(notation)


def or_null(inner):
    if "type" in inner and "const" not in inner and "enum" not in inner:
        return inner | {"type": [inner["type"], "null"]}
    return {"anyOf": [inner, {"type": "null"}]} if inner else inner


def one_of(names):
    members = [schema(name) for name in names]
    if not all(name in MODELS for name in names):
        return {"anyOf": members}
    mapping = {
        MODELS[name]["fields"]["type"].strip('"'): member["$ref"] for name, member in zip(names, members)
    }
    return {"oneOf": members, "discriminator": {"propertyName": "type", "mapping": mapping}}


def object_of(fields):
    return {
        "type": "object",
        "properties": {name.rstrip("?"): schema(notation) for name, notation in fields.items()},
        "required": [name for name in fields if not name.endswith("?")],
    }


def extended(notation):
    """`Base + {a: T, b?: T}`"""
    base, _, more = notation.partition(" + ")
    if not more:
        return ref(base)
    fields = dict(field.split(": ") for field in more.strip("{}").split(", "))
    return {"allOf": [ref(base), object_of(fields)]}


def parameters(operation):
    for name in re.findall(r"{(\w+)}", operation["path"]):
        camel = re.sub(r"_(\w)", lambda letter: letter[1].upper(), name)
        yield {"name": camel, "in": "path", "required": True, "schema": {"type": "string"}}
    for place in ("query", "header"):
        for name, notation in operation.get(place, {}).items():
            if name == "cursor?":
                yield {"$ref": "#/components/parameters/Cursor"}
                continue
            required = not name.endswith("?")
            yield {
                "name": name.rstrip("?"),
                "in": place,
                "required": required,
                "schema": schema(notation),
            }


def content(inner):
    return {"content": {"application/json": {"schema": inner}}}


def responses(returns):
    failure = {"default": {"description": "rejected"} | content(ref("Error"))}
    if returns is None:
        return {"204": {"description": "done"}} | failure
    if isinstance(returns, dict):
        page = {returns["items"]: f"[{returns['page_of']}]", returns["cursor"] + "?": "string | null"}
        return {"200": {"description": "a page"} | content(object_of(page))} | failure
    return {"200": {"description": "done"} | content(schema(returns))} | failure


def operation(spec):
    found = {"operationId": spec["name"], "parameters": list(parameters(spec))}
    if "body" in spec:
        found["requestBody"] = {"required": True} | content(object_of(spec["body"]))
    return found | {"responses": responses(spec["returns"])}


def webhook(event_type):
    def envelope(version, data):
        fields = object_of(
            {
                "event_id": "string",
                "event_type": json.dumps(event_type),
                "created_at": "date-time",
                "trace_id": "string",
                "partner_id": "string",
                "webhook_version": json.dumps(version),
            }
        )
        fields["properties"]["data"] = data
        return fields

    today = envelope("2026-02-03", schema(SPEC["webhook_events"][event_type]))
    payload = today
    if event_type in LEGACY:
        payload = {"oneOf": [today, envelope("2025-01-01", extended(LEGACY[event_type]))]}
    return {"post": {"requestBody": content(payload), "responses": {"200": {"description": "accepted"}}}}


def document(names):
    paths = {}
    for spec in SPEC["endpoints"]:
        if not names or spec["name"] in names:
            path = re.sub(r"_(\w)(?=\w*})", lambda letter: letter[1].upper(), spec["path"])
            paths.setdefault(path, {})[spec["http"].lower()] = operation(spec)
    schemas = {name: {"type": "string", "enum": values} for name, values in ENUMS.items()}
    schemas |= {name: object_of(model["fields"]) for name, model in MODELS.items()}
    schemas |= {name: object_of(fields) for name, fields in LEGACY.items() if isinstance(fields, dict)}
    schemas["Error"] = object_of({"success?": "boolean", "error": "any", "trace_id?": "string"})
    result = {
        "openapi": "3.1.0",
        "info": {"title": "Linq Partner API", "version": "v3"},
        "servers": [{"url": SPEC["base_url"]}],
        "paths": paths,
        "components": {
            "parameters": {"Cursor": {"name": "cursor", "in": "query", "schema": {"type": "string"}}},
            "schemas": schemas,
        },
    }
    if names:
        result["components"]["schemas"] = used(schemas, json.dumps(paths))
    else:
        result["webhooks"] = {name: webhook(name) for name in SPEC["webhook_events"]}
    return result


def used(schemas, text):
    """Returns the schemas that a text refers to, directly or indirectly."""
    found = {}
    while names := set(re.findall(r"#/components/schemas/(\w+)", text)) - found.keys():
        found |= {name: schemas[name] for name in names}
        text = json.dumps(found)
    return dict(sorted(found.items()))


if __name__ == "__main__":
    print(json.dumps(document(sys.argv[1:]), indent=1))
