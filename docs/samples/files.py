# ANCHOR: upload
from pathlib import Path

from linq_client import Linq, Text
from linq_client.types import MediaPartParam


def send_photo(linq: Linq, photo: Path, chats: list[str]) -> None:
    """Uploads a photo once, and sends it to several chats."""
    uploaded = linq.attachments.upload(photo, progress=lambda sent, total: print(sent, total))
    for chat in chats:
        media: MediaPartParam = {"type": "media", "attachment_id": uploaded.attachment_id}
        linq.chats.messages.send(chat, message={"parts": [Text("Look:").part(), media]})
# ANCHOR_END: upload


# ANCHOR: download
from linq_client.types.shared import MediaPartResponse


def save(linq: Linq, part: MediaPartResponse, to: Path) -> None:
    """Downloads a file that was received, at most 10 MB."""
    linq.attachments.download(part, to=to, max_bytes=10_000_000)
# ANCHOR_END: download
