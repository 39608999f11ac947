# ANCHOR: limits
from linq_client import Linq, RateLimits, Text

# 60 messages a minute from each line, for `Linq(rate_limits=limits)`.
limits = RateLimits(messages_per_line=60)


def invite(linq: Linq, line: str, numbers: list[str]) -> None:
    """Sends two messages to each number."""
    # The line of an existing chat is not known to the client.
    linq = linq.with_options(rate_limit_line=line)
    for number in numbers:
        chat = linq.chats.create(
            from_=line, to=[number], message={"parts": [Text("We are open again.").part()]}
        ).chat
        linq.chats.messages.send(chat.id, message={"parts": [Text("See you!").part()]})
# ANCHOR_END: limits


# ANCHOR: split
def tell(linq: Linq, chat: str, story: str) -> None:
    """Sends a text of any length, in messages of at most 10,000 characters."""
    for text in Text(story).split():
        linq.chats.messages.send(chat, message={"parts": [text.part()]})
# ANCHOR_END: split
