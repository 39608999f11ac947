"""Logging setup by `LINQ_API_V3_LOG`, as in the official client."""

from __future__ import annotations

import os

_was_set_up = False


def set_up_from_environment() -> None:
    """Enables logging if `LINQ_API_V3_LOG` is `debug` or `info`. Only the first call has an effect, so that a level which the
    program sets later is kept."""
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
