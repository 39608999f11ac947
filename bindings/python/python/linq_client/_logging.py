"""`LINQ_API_V3_LOG`, as the official client has it."""

from __future__ import annotations

import os

_was_set_up = False


def set_up_from_environment() -> None:
    """Shows what the package logs if `LINQ_API_V3_LOG` is `debug` or `info`: once, since the level that a program
    sets afterwards is its own."""
    global _was_set_up
    if _was_set_up:
        return
    _was_set_up = True
    level = os.environ.get("LINQ_API_V3_LOG")
    if level not in ("debug", "info"):
        return
    import logging

    logging.basicConfig(
        format="[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s", datefmt="%Y-%m-%d %H:%M:%S"
    )
    logging.getLogger("linq_client").setLevel(logging.DEBUG if level == "debug" else logging.INFO)
