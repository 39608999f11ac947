# ANCHOR: client
from linq_client import Linq


def client() -> Linq:
    """Returns a client with the API key in `LINQ_API_V3_API_KEY`."""
    return Linq()
# ANCHOR_END: client


# ANCHOR: send
def greet(linq: Linq, line: str, handle: str) -> str:
    """Sends a first message from one of your lines, and returns the identifier of the chat."""
    created = linq.chats.create(
        from_=line, to=[handle], message={"parts": [{"type": "text", "value": "Welcome! 👋"}]}
    )
    return created.chat.id
# ANCHOR_END: send


# ANCHOR: decorate
from linq_client import Text


def congratulate(linq: Linq, chat: str, name: str) -> None:
    """Sends a decorated text with confetti."""
    text = Text("Happy birthday, ").bold(name).plain(" 🎂")
    sent = linq.chats.messages.send(
        chat, message={"parts": [text.part()], "effect": {"type": "screen", "name": "confetti"}}
    )
    print("sent as", sent.message.id)
# ANCHOR_END: decorate


# ANCHOR: list
from itertools import islice


def show(linq: Linq, chat: str) -> None:
    """Prints the newest messages of a chat, at most 100."""
    for message in islice(linq.chats.messages.list(chat), 100):  # follows pages
        print([part.value for part in message.parts or [] if part.type == "text"])
# ANCHOR_END: list
