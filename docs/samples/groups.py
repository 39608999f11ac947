# ANCHOR: create
from linq_client import Linq


def start_group(linq: Linq, line: str, handles: list[str]) -> str:
    """Creates a group with a name, and returns its identifier."""
    group = linq.chats.create(
        from_=line, to=handles, message={"parts": [{"type": "text", "value": "Hello, everyone!"}]}
    ).chat
    linq.chats.update(group.id, display_name="Project Team")
    return group.id
# ANCHOR_END: create


# ANCHOR: participants
from linq_client import Text


def replace(linq: Linq, group: str, old: str, new: str) -> None:
    """Replaces a participant, and introduces the new one."""
    linq.chats.participants.add(group, handle=new)
    linq.chats.participants.remove(group, handle=old)
    text = Text("Welcome, ").mention("Zoë", new).plain("!")
    linq.chats.messages.send(group, message={"parts": [text.part()]})
# ANCHOR_END: participants


# ANCHOR: poll
def ask_for_lunch(linq: Linq, group: str) -> str:
    """Sends a poll, and returns the identifier of its message."""
    sent = linq.chats.polls.create(
        group, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]}
    )
    return sent.message_id
# ANCHOR_END: poll


# ANCHOR: leave
def leave(linq: Linq, group: str) -> None:
    """Leaves a group. Afterwards, every call about it is rejected with code 2013."""
    linq.chats.leave_chat(group)
# ANCHOR_END: leave
