"""`LINQ_API_V3_LOG`, as the official client has it."""

from __future__ import annotations


def set_up_from_environment() -> None:
    """Shows what the package logs if `LINQ_API_V3_LOG` is `debug` or `info`."""
    import os

    level = os.environ.get("LINQ_API_V3_LOG")
    if level not in ("debug", "info"):
        return
    import logging

    logging.basicConfig(
        format="[%(asctime)s - %(name)s:%(lineno)d - %(levelname)s] %(message)s", datefmt="%Y-%m-%d %H:%M:%S"
    )
    logging.getLogger("linq_client").setLevel(logging.DEBUG if level == "debug" else logging.INFO)
