# ANCHOR: canned
from linq_client import Linq, Request, Response


def greet(linq: Linq, chat: str) -> None:
    """The code under test."""
    linq.chats.messages.send(chat, message={"parts": [{"type": "text", "value": "Hello!"}]})


def test_without_a_network() -> None:
    requests: list[Request] = []

    def respond(request: Request) -> Response:
        requests.append(request)
        sent = b'{"chat_id": "c1", "message": {"id": "m1", "parts": []}}'
        return Response(202, {"content-type": "application/json"}, sent)

    greet(Linq(api_key="any-key", transport=respond), "c1")
    assert requests[0].url.endswith("/v3/chats/c1/messages")
# ANCHOR_END: canned


# ANCHOR: emulator
from linq_client.emulator import Emulator


def test_with_the_emulator() -> None:
    with Emulator() as emulator, Linq(base_url=emulator.url, api_key=emulator.api_key) as linq:
        chat = linq.chats.create(
            from_="+12223334444",
            to=["+15556667777"],
            message={"parts": [{"type": "text", "value": "Hi"}]},
        ).chat

        emulator.add_fault("drop_response", times=1)  # the next response is lost
        greet(linq, chat.id)
        messages = emulator.control("GET", "/messages")["messages"]
        assert len(messages) == 2, "the retry did not send it twice"
# ANCHOR_END: emulator
