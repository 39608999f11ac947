"""A first message, on an emulator in this process.

    python examples/quickstart.py

For the real API, set `LINQ_API_V3_API_KEY` and use `Linq()`.
"""

from linq_client import APIStatusError, Linq, LinqError, Text
from linq_client.emulator import Emulator


def main() -> None:
    with Emulator() as emulator, Linq(base_url=emulator.url, api_key=emulator.api_key) as linq:
        created = linq.chats.create(
            from_="+12223334444",
            to=["+15556667777"],
            message={"parts": [{"type": "text", "value": "Hi"}]},
        )
        print(f"chat {created.chat.id}, message {created.chat.message.id}")

        hello = Text("Hello ").bold("wörld 🎂").animated("!", "shake")
        sent = linq.chats.messages.send(created.chat.id, message={"parts": [hello.part()]})
        print(f"sent as {sent.message.id}, {sent.message.delivery_status}")

        for message in linq.chats.messages.list(created.chat.id):
            for part in message.parts or []:
                if part.type == "text":
                    print(f"{message.created_at:%H:%M:%S}  {part.value}")

        try:
            linq.chats.participants.add(created.chat.id, handle="+12052499136")
        except APIStatusError as error:
            print(f"rejected: {error.status_code}, code {error.code}: {error.message}")
        except LinqError as error:
            print(f"may have taken effect: {error.may_have_taken_effect}: {error}")


if __name__ == "__main__":
    main()
