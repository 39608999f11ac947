#!/usr/bin/env python3
"""Runs the SQL and Redis commands in the documentation of `DedupStore`.

    dedup_commands.py

The SQL runs in SQLite, with the two replacements that the documentation names. Redis is skipped without
`redis-server` and `redis-cli`.
"""

import pathlib
import re
import shlex
import shutil
import sqlite3
import subprocess
import tempfile

SOURCE = pathlib.Path(__file__).parents[2] / "crates/linq-core/src/webhook/dedup_store.rs"
DOCS = "\n".join(re.findall(r"^/// ?(.*)$", SOURCE.read_text(), re.M))
BLOCKS = dict(re.findall(r"^```(\w+)\n(.*?)^```$", DOCS, re.M | re.S))


class Sql:
    """A store of the documented SQL statements."""

    def __init__(self):
        replacements = re.search(r"in `SQLite`, `(.*?)` is `(.*?)`, and `(.*?)` is `(.*?)`", DOCS).groups()
        text = BLOCKS["sql"].replace(replacements[0], replacements[1]).replace(replacements[2], replacements[3])
        table, self.insert, self.select, self.update, self.free, end = re.sub(r"--.*\n", "", text).split(";")
        assert end.strip() == "", end
        self.database = sqlite3.connect(":memory:", isolation_level=None)
        self.database.execute(table)

    def first_row(self, statement, **values):
        return self.database.execute(statement, values).fetchone()

    def claim(self, id):
        if row := self.first_row(self.insert, **{"1": id}):
            return row[0]
        return "done" if self.first_row(self.select, **{"1": id}) == ("done",) else "running"

    def finish(self, id):
        self.first_row(self.update, **{"1": id})

    def release(self, id, token):
        self.first_row(self.free, **{"1": id, "2": token})

    def advance_61_seconds(self, id):
        self.database.execute("UPDATE linq_events SET at = at - 61 WHERE id = ?", (id,))


class Redis:
    """A store of the documented Redis commands."""

    def __init__(self, socket):
        self.socket = socket
        commands = [re.sub(r" → .*", "", line[11:]) for line in BLOCKS["text"].splitlines()]
        self.next, self.set, self.done, self.free = commands

    def run(self, command, **values):
        arguments = [re.sub(r"\{(\w+)\}", lambda name: str(values[name[1]]), word) for word in shlex.split(command)]
        result = subprocess.run(["redis-cli", "-s", self.socket, "-e", *arguments], capture_output=True, text=True)
        assert result.returncode == 0, result
        return result.stdout.strip()

    def claim(self, id):
        token = self.run(self.next)
        state = self.run(self.set, id=id, token=token)
        return {"": token, "done": "done"}.get(state, "running")

    def finish(self, id):
        self.run(self.done, id=id)

    def release(self, id, token):
        self.run(self.free, id=id, token=token)

    def advance_61_seconds(self, id):
        if int(self.run("TTL linq:event:{id}", id=id)) <= 60:
            self.run("DEL linq:event:{id}", id=id)


def claim_first(store, id):
    token = store.claim(id)
    assert token not in ("running", "done"), token
    return token


def check_failure_then_success(store):
    token = claim_first(store, "e1")
    assert store.claim("e1") == "running"
    claim_first(store, "another")
    store.release("e1", token)
    token = claim_first(store, "e1")
    store.finish("e1")
    assert store.claim("e1") == "done"
    store.advance_61_seconds("e1")
    assert store.claim("e1") == "done"
    store.release("e1", token)
    assert store.claim("e1") == "done"


def check_late_release(store):
    expired = claim_first(store, "e2")
    store.advance_61_seconds("e2")
    released = claim_first(store, "e2")
    store.release("e2", expired)
    assert store.claim("e2") == "running"
    store.release("e2", released)
    claim_first(store, "e2")
    for token in (expired, released):
        store.release("e2", token)
        assert store.claim("e2") == "running"


def check_late_finish(store):
    claim_first(store, "e3")
    store.advance_61_seconds("e3")
    token = claim_first(store, "e3")
    store.finish("e3")  # by the worker whose claim expired
    store.release("e3", token)
    assert store.claim("e3") == "done"


def check(store):
    checks = (check_failure_then_success, check_late_release, check_late_finish)
    for run in checks:
        run(store)
    print(f"{type(store).__name__}: {len(checks)} checks")
    return len(checks)


def check_redis():
    if not (shutil.which("redis-server") and shutil.which("redis-cli")):
        print("SKIPPED: redis-server and redis-cli are not installed")
        return 0
    with tempfile.TemporaryDirectory() as folder:
        socket = f"{folder}/redis.sock"
        options = ["--port", "0", "--unixsocket", socket, "--save", "", "--dir", folder]
        with subprocess.Popen(["redis-server", *options], stdout=subprocess.PIPE, text=True) as server:
            try:
                assert any("ready to accept connections" in line for line in server.stdout)
                return check(Redis(socket))
            finally:
                server.terminate()


if __name__ == "__main__":
    passed = check(Sql()) + check_redis()
    print(f"{passed} passed, 0 failed")  # read by `cargo xtask test`; a failure is an exception
