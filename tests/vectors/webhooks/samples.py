"""Generates the cases of event_samples.json: events of every type, from the spec in tests/linq-v3.json.

Each type has a case with every field, one with the required fields only, and, if some may be null, one
with nulls; message events have them in both versions of their payload. The format is that of events.json.
"""

import json
import pathlib

SPEC = json.loads((pathlib.Path(__file__).parents[2] / "linq-v3.json").read_text(encoding="utf-8"))
MODELS = {name: model["fields"] for name, model in SPEC["models"].items()}
MODELS |= {name: fields for name, fields in SPEC["legacy_webhook_events"].items() if isinstance(fields, dict)}
ENVELOPE = {
    "api_version": "v3",
    "created_at": "2026-10-09T12:34:56.789Z",
    "partner_id": "partner_1",
    "trace_id": "2eff5df5f6b04a1b8a3f8ab9c4d1a9b0",
}
# Values of strings and numbers by the name of the field.
BY_NAME = {
    "handle": "+15556667777",
    "phone_number": "+12223334444",
    "owner_handle": "+12223334444",
    "sender_handle": "person@example.com",
    "shared_by": "+15556667777",
    "shared_with": "+12223334444",
    "email": "ann@example.com",
    "url": "https://cdn.example.com/file.png?signature=5ecret",
    "image_url": "https://cdn.example.com/icon.png",
    "media_url": "https://cdn.example.com/card.mov?signature=5ecret",
    "checkout_url": "https://pay.example.com/shop?session=5ecret",
    "target_url": "https://example.com/hooks",
    "doc_url": "https://docs.linqapp.com/channel/imessage/guides/chats/chat-health#healthy",
    "mime_type": "image/png",
    "custom_emoji": "🎂",
    "currency": "usd",
    "text": "Käsekuchen 🎂",
    "code": 4001,
    "error_code": 4001,
    "part_index": 0,
    "size_bytes": 4294967296,
    "amount": 1250,
}
UUID = "550e8400-e29b-41d4-a716-446655440000"


def split_null(notation):
    """Returns a notation without `| null`, and whether it had it."""
    inner, nullable = (notation[: -len(" | null")], True) if notation.endswith(" | null") else (notation, False)
    return inner, nullable


class Sampler:
    """Makes samples; `fill` is "every field", "required only" or "nulls"."""

    def __init__(self, fill):
        self.fill = fill
        self.has_null = False

    def of(self, notation, name=""):
        notation, nullable = split_null(notation)
        if nullable and self.fill == "nulls":
            self.has_null = True
            return None
        if notation == "[integer]":
            return [0, 1]
        if notation.startswith("["):
            return [self.of(member, name) for member in notation[1:-1].split(" | ")]
        if notation.startswith("{"):
            return {"order": "17"}
        if notation.startswith("enum("):
            return notation[len("enum(") : -1].split(", ")[0]
        if notation.startswith('"'):
            return notation.strip('"')
        if notation in MODELS:
            return self.object(MODELS[notation])
        if notation in SPEC["enums"]:
            return SPEC["enums"][notation][0]
        if notation == "boolean":
            return True
        if notation == "date-time":
            return "2026-10-09T12:34:56.789Z"
        if name in BY_NAME:
            return BY_NAME[name]
        if notation == "integer":
            return 3
        if notation in ("string", "any"):
            return UUID if name == "id" or name.endswith("_id") else name.replace("_", " ")
        raise ValueError(f"unknown notation: {notation!r}")

    def object(self, fields):
        sample = {}
        for name, notation in fields.items():
            optional, name = name.endswith("?"), name.removesuffix("?")
            if optional and self.fill == "required only":
                continue
            if name == "service" and notation == "string":
                notation = "ServiceType"
            sample[name] = self.of(notation, name)
        return sample


def legacy_fields(notation):
    """Returns the fields of a notation such as `LegacyMessageEvent + {message_id?: string, read_at: date-time}`."""
    base, _, more = notation.partition(" + ")
    pairs = [pair.split(": ") for pair in more.strip("{}").split(", ") if pair]
    return MODELS[base] | dict(pairs)


def case(name, event_type, version, data, expect):
    event = ENVELOPE | {"webhook_version": version, "event_type": event_type, "event_id": f"evt_{event_type}", "data": data}
    return {"name": name, "event": event, "expect": expect}


def legacy_cases(event_type, notation):
    for fill in ("every field", "required only", "nulls"):
        data = Sampler(fill).object(legacy_fields(notation))
        if fill == "required only":
            # No field is required; this one identifies the version.
            data |= {"chat_id": UUID}
        expect = {"reads_as": event_type, "version": "2025-01-01", "unchanged": fill != "nulls"}
        yield case(f"{event_type}, 2025-01-01, {fill}", event_type, "2025-01-01", data, expect)


def cases():
    legacy = {name: notation for name, notation in SPEC["legacy_webhook_events"].items() if "." in name}
    for event_type, model in SPEC["webhook_events"].items():
        if model not in MODELS:
            data = {"call_id": UUID, "seconds": 12.5, "to": ["+12223334444", None]}
            yield case(f"{event_type}, no schema", event_type, "2026-02-03", data, {"reads_as": "other"})
            continue
        has_versions = event_type in legacy
        for fill in ("every field", "required only", "nulls"):
            sampler = Sampler(fill)
            data = sampler.of(model)
            if fill == "nulls" and not sampler.has_null:
                continue
            expect = {"reads_as": event_type, "unchanged": fill != "nulls"}
            if has_versions:
                expect["version"] = "2026-02-03"
            version = "2026-02-03, " if has_versions else ""
            yield case(f"{event_type}, {version}{fill}", event_type, "2026-02-03", data, expect)
        if has_versions:
            yield from legacy_cases(event_type, legacy[event_type])
