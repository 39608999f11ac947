#!/usr/bin/env python3
"""Writes signatures.json, event_samples.json and invalid_secrets.json.

`signatures.json` has deliveries signed with Python's hmac, and the results of a verifier. Every case has `name`,
`secrets` (in the verifier's order), `tolerance_seconds`, `now` (Unix seconds), `headers` (pairs, since a name can be
repeated), the body as `body` (text) or `body_base64`, and `expect`:

    {"kind": "standard" | "legacy", "id": "…" | null, "secret": <index into secrets>}
    {"error": "missing_header" | "invalid_header", "header": "<lower-case name>"}
    {"error": "timestamp_too_old" | "timestamp_in_future", "by_seconds": <distance>}
    {"error": "signature_mismatch"}
    {"error": "secret_not_base64"}
    {"error": "any"}            rejected, for any reason

`invalid_secrets.json` lists invalid secrets. If the PyPI package `standardwebhooks` is installed, its
results are compared. Run without arguments; the output is reproducible.

`event_samples.json` has an event of every type; see samples.py.

`events.json` is written by hand: bodies without signatures, and the decoded events. In `expect`,
`malformed` is the path of the value that makes the body invalid. Otherwise `reads_as` is the event type
whose payload was decoded, or `other`; `version` is that of the payload, if there are two; `unchanged` is
true if the payload, encoded again, equals the `data` of the event; `problem` is the beginning of the
reason why the payload of a known type was not decoded.
"""

import base64
import hashlib
import hmac
import json
import pathlib

import samples

HERE = pathlib.Path(__file__).parent
NOW = 1_770_000_000
OLD = "whsec_b2xkLXNlY3JldC1vZi10aGUtdmVjdG9ycw=="
SECRET = "whsec_c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
UNPADDED = "whsec_b2xkLXNlY3JldC1vZi10aGUtdmVjdG9ycw"
BARE = "c2VjcmV0LW9mLXRoZS12ZWN0b3Jz"
PASSPHRASE = "whsec_not-base64!"
URL_SAFE = "whsec_-_8-_7-_c2VjcmV0IQ=="
ID = "msg_2pXc"
BODY = b'{"event_id":"e1","event_type":"call.ended","data":{"text":"w\xc3\xb6rld \xf0\x9f\x8e\x82"}}'
NOT_UTF8 = b"\x00\xff\xfe{\x80}\r\n"

cases = []


def digest(key, content):
    return hmac.new(key, content, hashlib.sha256).digest()


def standard_key(secret):
    encoded = secret.removeprefix("v1,").removeprefix("whsec_").rstrip("=")
    return base64.urlsafe_b64decode(encoded + "=" * (-len(encoded) % 4))


def v1(secret=SECRET, id=ID, at=NOW, body=BODY, key=None):
    content = b"%s.%s." % (id.encode(), str(at).encode()) + body
    return "v1," + base64.b64encode(digest(key or standard_key(secret), content)).decode()


def hexed(secret=SECRET, at=NOW, body=BODY, key=None):
    return digest(key or secret.encode(), b"%s." % str(at).encode() + body).hex()


def standard(signature=None, id=ID, at=NOW):
    return [["webhook-id", id], ["webhook-timestamp", str(at)], ["webhook-signature", signature or v1(id=id, at=at)]]


def legacy(signature=None, at=NOW):
    return [["X-Webhook-Timestamp", str(at)], ["X-Webhook-Signature", signature or hexed(at=at)]]


def case(name, headers, expect, secrets=(SECRET,), body=BODY, now=NOW, tolerance=300):
    try:
        encoded = {"body": body.decode()}
    except UnicodeDecodeError:
        encoded = {"body_base64": base64.b64encode(body).decode()}
    cases.append(
        {"name": name, "secrets": list(secrets), "tolerance_seconds": tolerance, "now": now, "headers": headers}
        | encoded
        | {"expect": expect}
    )


def ok(kind="standard", id=ID, secret=0):
    return {"kind": kind, "id": id if kind == "standard" else None, "secret": secret}


LEGACY = ok("legacy")
SIGNATURE_MISMATCH = {"error": "signature_mismatch"}
NOT_BASE64 = {"error": "secret_not_base64"}
ANY = {"error": "any"}


def missing(header):
    return {"error": "missing_header", "header": header}


def bad(header):
    return {"error": "invalid_header", "header": header}


def off(error, seconds):
    return {"error": error, "by_seconds": seconds}


def without(headers, name):
    return [pair for pair in headers if pair[0].lower() != name]


def flipped(text, at):
    return text[:at] + ("A" if text[at] != "A" else "B") + text[at + 1 :]


def standard_cases():
    case("standard: signed as documented", standard(), ok())
    case("standard: header names in upper case", [[n.upper(), v] for n, v in standard()], ok())
    case("standard: secret without its prefix", standard(), ok(), secrets=[BARE])
    case("standard: secret without padding", standard(v1(OLD)), ok(), secrets=[UNPADDED])
    for name, secret in unusual_secrets().items():
        case(f"standard: secret {name}", standard(v1(secret)), ok(), secrets=[secret])
    case("standard: another secret, with v1, in front", standard(), SIGNATURE_MISMATCH, secrets=["v1," + OLD])
    case("standard: empty body", standard(v1(body=b"")), ok(), body=b"")
    case("standard: body that is not UTF-8", standard(v1(body=NOT_UTF8)), ok(), body=NOT_UTF8)
    case("standard: id with dots", standard(id="msg.1.2"), ok(id="msg.1.2"))
    case("standard: one byte of the body is different", standard(), SIGNATURE_MISMATCH, body=BODY.replace(b"e1", b"e2"))
    case("standard: a line break after the body", standard(), SIGNATURE_MISMATCH, body=BODY + b"\n")
    case("standard: another id", standard(v1(id="msg_other")), SIGNATURE_MISMATCH)
    case("standard: another timestamp", standard(v1(at=NOW - 1)), SIGNATURE_MISMATCH)
    case("standard: another secret", standard(v1(OLD)), SIGNATURE_MISMATCH)
    case("standard: keyed with the undecoded secret", standard(v1(key=SECRET.encode())), SIGNATURE_MISMATCH)
    case("standard: signature is flipped", standard(flipped(v1(), 10)), SIGNATURE_MISMATCH)
    case("standard: signature is cut short", standard(v1()[:-8]), SIGNATURE_MISMATCH)
    case("standard: signature has an extra byte", standard("v1," + base64.b64encode(bytes(33)).decode()), SIGNATURE_MISMATCH)
    case("standard: signature is not base64", standard("v1,%%%"), SIGNATURE_MISMATCH)
    case("standard: signature is only a version", standard("v1,"), SIGNATURE_MISMATCH)
    case("standard: signature without a version", standard(v1()[3:]), SIGNATURE_MISMATCH)
    case("standard: unused bits of the base64 are set", standard(v1()[:-2] + spare_bit(v1()[-2]) + "="), SIGNATURE_MISMATCH)
    case("standard: a valid signature with another version", standard("v2," + v1()[3:]), SIGNATURE_MISMATCH)
    case("standard: unknown versions come first", standard(f"v2,AAAA v1a,{v1()[3:]} {v1()}"), ok())
    case("standard: an invalid token comes first", standard(f"nonsense , v1,! {v1()}"), ok())
    case("standard: the second of two signatures matches", standard(f"{v1(OLD)} {v1()}"), ok())
    case("standard: the first of two signatures matches", standard(f"{v1()} {v1(OLD)}"), ok())
    case("standard: none of three signatures matches", standard(" ".join([v1(OLD), v1(at=1), v1(id="x")])), SIGNATURE_MISMATCH)
    repeated = [["webhook-signature", v1(OLD)], ["webhook-signature", v1()]]
    case("standard: the signature header is repeated", without(standard(), "webhook-signature") + repeated, ok())
    case("standard: a proxy joined two signature headers", standard(f"{v1()}, {v1(OLD)}"), ok())
    case("standard: the id is repeated", standard() + [["webhook-id", ID]], ok())
    case("standard: two ids", standard() + [["webhook-id", "other"]], bad("webhook-id"))
    case("standard: two timestamps", standard() + [["webhook-timestamp", "1"]], bad("webhook-timestamp"))
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        case(f"standard: {name} is missing", without(standard(), name), missing(name))
        emptied = [[n, "" if n == name else v] for n, v in standard()]
        case(f"standard: {name} is empty", emptied, bad(name))
    case("standard: id is not ASCII", standard(v1(id="é"), id="é"), bad("webhook-id"))


def unusual_secrets():
    return {
        "with v1, in front": "v1," + SECRET,
        "with v1, in place of its prefix": "v1," + BARE,
        "in the URL-safe alphabet": URL_SAFE,
        "in the URL-safe alphabet, without padding": URL_SAFE.rstrip("="),
        "in the URL-safe alphabet, without its prefix": URL_SAFE.removeprefix("whsec_"),
        "with v1, in front, in the URL-safe alphabet, without padding": "v1," + URL_SAFE.rstrip("="),
    }


def spare_bit(last):
    alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/"
    return alphabet[alphabet.index(last) ^ 1]


def legacy_cases():
    case("legacy: signed as documented", legacy(), LEGACY)
    case("legacy: header names in lower case", [[n.lower(), v] for n, v in legacy()], LEGACY)
    case("legacy: hex in upper case", legacy(hexed().upper()), LEGACY)
    case("legacy: with sha256=", legacy("sha256=" + hexed()), LEGACY)
    case("legacy: with SHA256= and hex in upper case", legacy("SHA256=" + hexed().upper()), LEGACY)
    case("legacy: secret that is not base64", legacy(hexed(PASSPHRASE)), LEGACY, secrets=[PASSPHRASE])
    for name, secret in unusual_secrets().items():
        # The API signs with the secret as shown, which has no `v1,` in front.
        case(f"legacy: secret {name}", legacy(hexed(secret.removeprefix("v1,"))), LEGACY, secrets=[secret])
    odd = "v1," + PASSPHRASE
    case("legacy: secret that is not base64, with v1, in front", legacy(hexed(odd)), LEGACY, secrets=[odd])
    case("legacy: another secret, and one that is not base64", legacy(), NOT_BASE64, secrets=[PASSPHRASE])
    case("legacy: empty body", legacy(hexed(body=b"")), LEGACY, body=b"")
    case("legacy: body that is not UTF-8", legacy(hexed(body=NOT_UTF8)), LEGACY, body=NOT_UTF8)
    case("legacy: one byte of the body is different", legacy(), SIGNATURE_MISMATCH, body=BODY.replace(b"e1", b"e2"))
    case("legacy: another timestamp", legacy(hexed(at=NOW - 1)), SIGNATURE_MISMATCH)
    case("legacy: another secret", legacy(hexed(OLD)), SIGNATURE_MISMATCH)
    case("legacy: keyed with the decoded secret", legacy(hexed(key=standard_key(SECRET))), SIGNATURE_MISMATCH)
    case("legacy: signature is flipped", legacy(hexed().translate(str.maketrans("0a", "1b"))), SIGNATURE_MISMATCH)
    case("legacy: signature is cut short", legacy(hexed()[:-2]), SIGNATURE_MISMATCH)
    case("legacy: signature has an odd number of digits", legacy(hexed()[:-1]), SIGNATURE_MISMATCH)
    case("legacy: signature is too long", legacy(hexed() + "00"), SIGNATURE_MISMATCH)
    case("legacy: signature is not hex", legacy("+" + hexed()[1:]), SIGNATURE_MISMATCH)
    case("legacy: signature is base64", legacy(base64.b64encode(bytes.fromhex(hexed())).decode()), SIGNATURE_MISMATCH)
    case("legacy: only the prefix", legacy("sha256="), SIGNATURE_MISMATCH)
    case("legacy: the signature header is repeated", [["X-Webhook-Signature", hexed(OLD)]] + legacy(), LEGACY)
    case("legacy: two timestamps", legacy() + [["X-Webhook-Timestamp", "1"]], bad("x-webhook-timestamp"))
    for name in ("x-webhook-timestamp", "x-webhook-signature"):
        case(f"legacy: {name} is missing", without(legacy(), name), missing(name))
        emptied = [[n, "" if n.lower() == name else v] for n, v in legacy()]
        case(f"legacy: {name} is empty", emptied, bad(name))


def both_kinds():
    case("both: valid", standard() + legacy(), ok())
    case("both: the legacy one is invalid", standard() + legacy("00" * 32), ok())
    case("both: the standard one is invalid", standard(v1(OLD)) + legacy(), SIGNATURE_MISMATCH)
    case("both: the standard one is of an unknown version", standard("v9,AAAA") + legacy(), SIGNATURE_MISMATCH)
    case("both: the standard one is empty", without(standard(), "webhook-signature") + [["webhook-signature", ""]] + legacy(), bad("webhook-signature"))
    for name in ("webhook-id", "webhook-timestamp", "webhook-signature"):
        alone = [pair for pair in standard() if pair[0] == name]
        absent = "webhook-id" if name == "webhook-signature" else "webhook-signature"
        case(f"both: of the standard one only {name}", alone + legacy(), missing(absent))
    case("both: secret that is not base64", standard() + legacy(hexed(PASSPHRASE)), LEGACY, secrets=[PASSPHRASE])
    case("both: of two secrets one is not base64", standard() + legacy(hexed(PASSPHRASE)), ok(secret=1), secrets=[PASSPHRASE, SECRET])
    case("both: no downgrade because of a secret that is not base64", standard(v1(OLD)) + legacy(hexed(PASSPHRASE)), NOT_BASE64, secrets=[PASSPHRASE, SECRET])
    case("both: another secret, and one that is not base64", standard() + legacy(), NOT_BASE64, secrets=[PASSPHRASE])
    half = without(standard() + legacy(), "x-webhook-timestamp")
    case("both: half of the legacy one, and secret that is not base64", half, NOT_BASE64, secrets=[PASSPHRASE])
    case("neither: no headers", [], missing("webhook-signature"))
    case("neither: no headers, and secret that is not base64", [], missing("x-webhook-signature"), secrets=[PASSPHRASE])
    case("neither: secret that is not base64", standard(), NOT_BASE64, secrets=[PASSPHRASE])


def rotation():
    case("rotation: signed with the old secret", standard(v1(OLD)), ok(), secrets=[OLD, SECRET])
    case("rotation: signed with the new secret", standard(), ok(secret=1), secrets=[OLD, SECRET])
    case("rotation: signed with both", standard(f"{v1()} {v1(OLD)}"), ok(), secrets=[OLD, SECRET])
    case("rotation: legacy, signed with the new secret", legacy(), ok("legacy", secret=1), secrets=[OLD, SECRET])
    case("rotation: signed with neither", standard(v1("whsec_b3RoZXI=")), SIGNATURE_MISMATCH, secrets=[OLD, SECRET])


def times():
    for kind, sign, expected in (("standard", standard, ok()), ("legacy", legacy, LEGACY)):
        header = "webhook-timestamp" if kind == "standard" else "x-webhook-timestamp"
        case(f"time, {kind}: 299 s ago", sign(at=NOW - 299), expected)
        case(f"time, {kind}: 300 s ago", sign(at=NOW - 300), expected)
        case(f"time, {kind}: 301 s ago", sign(at=NOW - 301), off("timestamp_too_old", 301))
        case(f"time, {kind}: 299 s ahead", sign(at=NOW + 299), expected)
        case(f"time, {kind}: 300 s ahead", sign(at=NOW + 300), expected)
        case(f"time, {kind}: 301 s ahead", sign(at=NOW + 301), off("timestamp_in_future", 301))
        case(f"time, {kind}: tolerance of 10 s, 11 s ago", sign(at=NOW - 11), off("timestamp_too_old", 11), tolerance=10)
        case(f"time, {kind}: tolerance of an hour, 301 s ago", sign(at=NOW - 301), expected, tolerance=3600)
        case(f"time, {kind}: no tolerance, on time", sign(), expected, tolerance=0)
        case(f"time, {kind}: before 1970", sign(at=-1), off("timestamp_too_old", NOW + 1))
        case(f"time, {kind}: milliseconds", sign(at=NOW * 1000), off("timestamp_in_future", NOW * 999))
        for at in (2**63 - 1, -(2**63)):
            case(f"time, {kind}: {at}", sign(at=at), ANY)
        for at in (2**63, -(2**63) - 1, 10**30, "soon", "1e9", f"{NOW}.5", f"{NOW}s", "-", "0x10", "١"):
            case(f"time, {kind}: {at}", sign(at=at), bad(header))
    case("time, standard: out of range and unsigned", standard(v1(), at=-(2**63)), ANY)


INVALID_SECRETS = ["", " ", "\n\t ", "whsec_", "whsec_ ", " whsec_", SECRET + "\n", " " + SECRET, "v1,", "v1,whsec_"]
INVALID_SECRETS += [f"{opening}{SECRET}{closing}" for opening, closing in ('""', "''", "``", "“”", "‘’")]
INVALID_SECRETS += ['""', '"', '"not base64!"', '"v1,%s"' % SECRET]


# Intentional differences from the PyPI package, each with its reason.
DIFFERENCES = {
    "standard: unused bits of the base64 are set": "a changed signature is invalid",
    "standard: an invalid token comes first": "it raises at the first token without a comma",
    "standard: a proxy joined two signature headers": "HTTP allows a proxy to join headers",
    "standard: id is not ASCII": "the encoding of such bytes in a header is undefined",
} | dict.fromkeys(
    [f"standard: secret {name}" for name in unusual_secrets()],
    "it ignores characters outside its alphabet, and uses the rest as the key",
)


def compare_with_standardwebhooks():
    try:
        from standardwebhooks import webhooks
    except ImportError:
        return print("standardwebhooks is not installed: not compared")

    compared, differing = 0, set()
    for one in cases:
        names = [name.lower() for name, _ in one["headers"]]
        legacy_only = one["expect"].get("kind") == "legacy"
        if len(one["secrets"]) > 1 or len(set(names)) < len(names) or "body" not in one or legacy_only:
            continue
        if one["tolerance_seconds"] != 300 or PASSPHRASE in one["secrets"]:
            continue

        class Clock(webhooks.datetime):
            @classmethod
            def now(cls, tz=None):
                return cls.fromtimestamp(one["now"], tz)

        real, webhooks.datetime = webhooks.datetime, Clock
        try:
            webhooks.Webhook(one["secrets"][0]).verify(one["body"], dict(one["headers"]), json_parse=False)
            theirs = True
        except Exception:
            theirs = False
        finally:
            webhooks.datetime = real
        compared += 1
        if theirs != ("kind" in one["expect"]):
            differing.add(one["name"])
    assert differing == set(DIFFERENCES), differing ^ set(DIFFERENCES)
    print(f"standardwebhooks agrees on {compared - len(differing)} cases and differs as expected on {len(differing)}")


def write(name, values):
    lines = ",\n".join(json.dumps(value, ensure_ascii=False) for value in values)
    (HERE / name).write_text(f"[\n{lines}\n]\n", encoding="utf-8")


standard_cases()
legacy_cases()
both_kinds()
rotation()
times()
assert len({one["name"] for one in cases}) == len(cases)
write("signatures.json", cases)
write("invalid_secrets.json", INVALID_SECRETS)
events = list(samples.cases())
write("event_samples.json", events)
print(f"{len(cases)} deliveries, {len(events)} events")
compare_with_standardwebhooks()
