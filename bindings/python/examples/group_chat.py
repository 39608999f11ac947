"""A group chat, from creating it to leaving it.

    python examples/group_chat.py

runs on an emulator in this process.
"""

from linq_client import Linq, Text
from linq_client.emulator import Emulator

FROM = "+12223334444"
TO = ["+15556667777", "+18889990000"]
GUEST = "+12052499136"


def run(linq: Linq) -> None:
    chat = linq.chats.create(
        from_=FROM, to=TO, message={"parts": [{"type": "text", "value": "Welcome to the group!"}]}
    ).chat
    print(f"created {chat.id} with {len(chat.handles)} members, over {chat.service}")

    linq.chats.update(
        chat.id, display_name="Project Team", group_chat_icon="https://cdn.example.com/team-icon.png"
    )
    print("set name and icon")

    added = linq.chats.participants.add(chat.id, handle=GUEST)
    print(f"{GUEST}: {added.message}")

    sent = linq.chats.messages.send(
        chat.id,
        message={
            "parts": [Text("Hello ").bold("wörld 🎂").animated("!", "shake").part()],
            "effect": {"type": "screen", "name": "confetti"},
            "idempotency_key": "group-1",
        },
    )
    print(f"sent {sent.message.id} with confetti")

    linq.messages.add_reaction(sent.message.id, operation="add", type="love")
    poll = linq.chats.polls.create(chat.id, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]})
    print("poll:", " or ".join(option.text for option in poll.poll.options))

    print("messages:")
    for message in linq.chats.messages.list(chat.id, limit=2):  # two per page; follows pages
        for part in message.parts or []:
            match part.type:
                case "text":
                    print(f"  {part.value}")
                case other:
                    print(f"  [{other}]")

    linq.chats.leave_chat(chat.id)  # a group needs at least three participants
    print("left the chat")


if __name__ == "__main__":
    with Emulator() as emulator, Linq(base_url=emulator.url, api_key=emulator.api_key) as linq:
        run(linq)
