# ANCHOR: handle
from linq_client import APIError, InvalidArgumentError, Linq, LinqError


def send(linq: Linq, chat: str, text: str) -> str:
    """Sends a text, and returns a message for the user."""
    try:
        linq.chats.messages.send(chat, message={"parts": [{"type": "text", "value": text}]})
    except InvalidArgumentError as error:
        return f"Please correct {error}."
    except LinqError as error:
        if isinstance(error, APIError) and error.code == 2013:
            return "You have left this chat."
        if error.may_have_taken_effect:
            return "No response: it may or may not have been sent."
        print(error, getattr(error, "trace_id", None))  # for Linq's support
        return "It was not sent."
    return "Sent."
# ANCHOR_END: handle


# ANCHOR: options
def send_soon(linq: Linq, chat: str, text: str) -> None:
    """Sends a text within 10 seconds, with at most 4 retries."""
    patient = linq.with_options(max_retries=4, deadline=10)
    patient.chats.messages.send(chat, message={"parts": [{"type": "text", "value": text}]})
# ANCHOR_END: options
