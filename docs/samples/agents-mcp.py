# ANCHOR: mcp
from fastmcp import FastMCP

from linq_client import InvalidArgumentError, Linq, LinqError
from linq_client.types import Chat, Message, MessageContentParam


def server(linq: Linq) -> FastMCP:
    """Returns an MCP server whose tools read chats and send messages."""
    mcp = FastMCP("Linq")

    @mcp.tool
    def read_chat(chat_id: str) -> Chat:
        """Returns a chat with its participants."""
        return linq.chats.retrieve(chat_id)

    @mcp.tool
    def read_messages(chat_id: str, limit: int = 20) -> list[Message]:
        """Returns the newest messages of a chat, at most 100."""
        return linq.chats.messages.list(chat_id, limit=limit).messages

    @mcp.tool
    def send_message(chat_id: str, text: str, request_id: str) -> str:
        """Sends a text. A second call with the same `request_id` sends nothing."""
        message: MessageContentParam = {
            "parts": [{"type": "text", "value": text}],
            "idempotency_key": request_id,
        }
        try:
            sent = linq.chats.messages.send(chat_id, message=message)
        except InvalidArgumentError as error:
            return f"Nothing was sent: {error}"
        except LinqError as error:
            certain = "may have been sent" if error.may_have_taken_effect else "was not sent"
            return f"The message {certain}: {error}"
        return f"Sent as {sent.message.id}"

    return mcp
# ANCHOR_END: mcp
