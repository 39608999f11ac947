"""Calls all operations on the emulator with linq-python, which validates every response.

    strict_calls.py BASE_URL
"""

import json
import sys
import urllib.request
import warnings

from official import NAMES, OBSERVED, Checks, client, documented, method

LINE, OTHER_LINE = "+12223334444", "+12223334445"
ANN, BOB, CEM, DEA = "+15556667771", "+15556667772", "+15556667773", "+15556667774"
STICKER = {"x": 0.5, "y": -0.5, "scale": 1.5, "rotation": 15.0}
CARD = {
    "type": "imessage_app",
    "app": {"bundle_id": "com.example.chess.messages", "name": "Chess", "team_id": "A1B2C3D4E5"},
    "layout": {"caption": "Your move", "subcaption": "Game 17"},
    "url": "https://chess.example.com/games/17",
}


class Story:
    """Calls operations by name, and records their names."""

    def __init__(self, base_url):
        self.linq = client(base_url, _strict_response_validation=not OBSERVED)
        self.base_url = base_url
        self.called = set()
        self.checks = Checks()

    def call(self, name, *positional, **named):
        self.called.add(name)
        try:
            response = method(self.linq, name)(*positional, **named)
        except Exception as error:
            self.checks.expect(False, f"{name}: {type(error).__name__}: {error}")
            raise
        self.checks.expect(True, name)
        return response

    def control(self, verb, path, **body):
        """Calls a control endpoint of the emulator."""
        origin = self.base_url.removesuffix("/api/partner")
        request = urllib.request.Request(f"{origin}/_emulator{path}", json.dumps(body).encode(), method=verb)
        request.add_header("content-type", "application/json")
        with urllib.request.urlopen(request) as response:
            text = response.read()
        return json.loads(text) if text else None


def text(value, **more):
    return {"type": "text", "value": value} | more


def send(story, chat, *parts, **more):
    sent = story.call("chats.messages.send", chat, message={"parts": list(parts)} | more)
    return sent.message.id


def attachments(story):
    content = b"\x89PNG\r\n\x1a\n"
    created = story.call(
        "attachments.create", filename="cake.png", content_type="image/png", size_bytes=len(content)
    )
    story.call("attachments.retrieve", created.attachment_id)
    upload = urllib.request.Request(created.upload_url, content, created.required_headers, method=created.http_method)
    urllib.request.urlopen(upload).close()
    complete = story.call("attachments.retrieve", created.attachment_id)
    story.checks.expect(complete.status == "complete", f"the attachment is {complete.status}")
    other = story.call("attachments.create", filename="a.txt", content_type="text/plain", size_bytes=1)
    story.call("attachments.delete", other.attachment_id)
    return created.attachment_id


def lines(story):
    line = story.call("phone_numbers.list").phone_numbers[0]
    story.call("phone_numbers.update", line.id, forwarding_number=ANN)
    story.call("phone_numbers.update", line.id, forwarding_number=None)
    story.call("phone_numbers.update", line.id, forwarding_number="")
    story.call("phonenumbers.list")
    story.call("available_number.retrieve")
    story.call("available_number.retrieve", exclude_from=[LINE], to=[ANN], type="iMessage")
    audit = story.call("phone_numbers.start_reputation_audit", LINE).audit_id
    for _ in range(20):
        found = story.call("phone_numbers.get_reputation_audit", audit, phone_number=LINE)
        if found.status != "pending":
            break
    story.checks.expect(found.status == "complete", f"the audit is {found.status}")
    story.call("capability.check_i_message", address=ANN)
    story.call("capability.check_i_message", address="ann@example.com", from_=LINE)
    story.call("capability.check_RCS", address=ANN, from_=LINE)


def contact_cards(story):
    found = story.call("contact_card.retrieve").contact_cards or []
    line = next((card.phone_number for card in found), LINE)
    if found:
        story.control("DELETE", f"/phone_numbers/{line}/contact_card")
    story.call("contact_card.create", phone_number=line, first_name="Ann", last_name="Lee")
    story.call("contact_card.update", phone_number=line, first_name="Anna")
    story.call("contact_card.retrieve", phone_number=line)


def groups(story):
    group = story.call(
        "chats.create",
        from_=LINE,
        to=[ANN, BOB, CEM],
        message={"parts": [text("Welcome!")], "idempotency_key": "welcome-1"},
    ).chat.id
    story.call("chats.update", group, display_name="Project Team")
    story.call("chats.participants.add", group, handle=DEA)
    story.call("chats.participants.remove", group, handle=DEA)
    story.call("chats.retrieve", group)
    send(story, group, text("Hey Ann", mention=ANN, mention_range=[4, 7]))
    story.call("chats.background.set", group, type="color", variant="mango")
    story.call("chats.background.remove", group)
    story.call("chats.list_chats", from_=LINE, to=ANN, limit=1)
    story.call("chats.messages.list", group, limit=2)
    story.call("chats.leave_chat", group)
    page = story.call("chats.list_chats", limit=1)
    if page.has_next_page():
        page.get_next_page()


def talk(story):
    attachment = attachments(story)
    chat = story.call("chats.create", from_=LINE, to=[ANN], message={"parts": [text("Hi")]}).chat.id
    story.control("POST", "/inbound", **{"from": ANN, "to": LINE, "text": "Hello!"})
    story.call("chats.mark_as_read", chat)
    story.call("chats.typing.start", chat)
    story.call("chats.typing.stop", chat)
    story.call("chats.share_contact_card", chat)
    story.call("chats.send_voicememo", chat, voice_memo_url="https://cdn.example.com/hello.m4a")
    decorated = send(
        story,
        chat,
        text(
            "Hello 🎂!",
            text_decorations=[{"range": [0, 5], "style": "bold"}, {"range": [8, 9], "animation": "shake"}],
        ),
        {"type": "media", "attachment_id": attachment},
        effect={"type": "screen", "name": "confetti"},
    )
    send(story, chat, text("Sip 🥤", inline_stickers=[{"range": [4, 6], "attachment_id": attachment}]))
    send(story, chat, {"type": "link", "value": "https://example.com"})
    send(story, chat, {"type": "app_clip", "value": "https://example.com/clip"})
    send(story, chat, text("yes"), reply_to={"message_id": decorated, "part_index": 0})
    story.call("messages.retrieve", decorated)
    story.call("messages.update", decorated, text="Hello again", part_index=0)
    story.call("messages.list_messages_thread", decorated, order="desc", limit=5)
    reactions(story, decorated, attachment)
    card = send(story, chat, CARD)
    story.call("messages.update_app_card", card, layout={"caption": "Checkmate"})
    story.call("messages.delete", decorated)
    messages = story.call("chats.messages.list", chat, limit=100).messages
    kinds = {part.type for message in messages for part in message.parts or []}
    missing = {"text", "media", "link", "imessage_app", "app_clip"} - kinds
    if documented():
        story.checks.expect(not missing, f"the list of messages shows no {missing}")
    location(story, chat)
    polls(story, chat)


def reactions(story, message, attachment):
    def react(**how):
        story.call("messages.add_reaction", message, **how)

    react(operation="add", type="love")
    react(operation="add", type="custom", custom_emoji="🎂", part_index=0)
    react(operation="remove", type="custom", custom_emoji="🎂", part_index=0)
    react(operation="add", type="sticker", attachment_id=attachment, placement=STICKER)
    story.control("POST", f"/messages/{message}/react", handle=ANN, type="like")
    parts = story.call("messages.retrieve", message).parts
    found = [reaction for part in parts for reaction in part.reactions or []]
    story.checks.expect({"sticker", "like"} <= {one.type for one in found}, f"reactions: {found}")
    sticker = next(reaction.id for reaction in found if reaction.type == "sticker")
    story.call("messages.update_sticker_placement", sticker, message_id=message, placement={"scale": 2})


def location(story, chat):
    story.call("chats.location.request", chat)
    story.control("PUT", f"/locations/{ANN}", latitude=48.14, longitude=11.58)
    shared = story.call("chats.location.retrieve", chat)
    story.checks.expect(bool(shared.data.features), "no shared location")
    story.call("chats.location.stop", chat, handle=ANN)


def polls(story, chat):
    message = story.call("chats.polls.create", chat, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]}).message_id
    option = poll_of(story, message).options[0].option_id
    story.call("messages.poll.vote", message, operation="add", option_id=option)
    story.call("messages.poll.add_options", message, options=[{"text": "Ramen"}])
    found = poll_of(story, message)
    story.checks.expect(found.total_voters == 1 and len(found.options) == 3, f"the poll: {found}")
    story.call("messages.poll.vote", message, operation="remove", option_id=option)


def poll_of(story, message):
    """Returns the poll with its options, which observed responses may omit."""
    for _ in range(10):
        poll = story.call("messages.poll.retrieve", message).poll
        if poll and poll.options and poll.options[0].option_id:
            return poll
    raise LookupError("no response has the options of the poll")


def routing(story):
    created = story.call(
        "messages.create",
        to=[BOB],
        message={"parts": [text("Which line?")]},
        exclude_from=[OTHER_LINE],
        continuation_message={"text": "It is us."},
        idempotency_key="route-1",
    )
    second = story.call("messages.create", to=[BOB], message={"parts": [text("The same")]})
    if documented():
        story.checks.expect(second.from_selection.reused_existing_chat, "the chat is reused")
    story.checks.expect(second.chat_id == created.chat_id, "the chat is the same")
    story.call("blocked_handles.block", handle="MyBank", reason="advertisements")
    story.call("blocked_handles.list")
    story.call("blocked_handles.unblock", handle="MyBank")


def money(story):
    for experience in story.call("experiences.list").experiences or []:
        story.call("experiences.retrieve", experience.experience)
    story.call("payment_providers.retrieve", "agentcard")
    story.call("payment_providers.connect", "agentcard", return_url="https://example.com/done")
    story.control("PUT", "/payment_providers/agentcard", status="ready")
    connection = story.call("payment_handles.connect", ANN)
    story.call("payment_handles.connection", ANN)
    story.call("payment_handles.verify", ANN, connect_id=connection.connect_id, code="123456")
    payment = story.call("payments.create", handle=ANN, amount_cents=1999, currency="usd", merchant={"name": "Acme"})
    story.call("payments.credentials", payment.id)
    story.control("POST", f"/payments/{payment.id}/status", status="authorized")
    story.call("payments.retrieve", payment.id)
    other = story.call("payments.create", handle=ANN, amount_cents=5, currency="usd", metadata={"order": "17"})
    story.call("payments.cancel", other.id)
    story.call("payment_handles.revoke", ANN)
    story.call(
        "payment_requests.create",
        mode="subscription",
        price_id="price_1",
        quantity=3,
        trial_period_days=14,
        discount={"coupon": "7fKCMvBh", "label": "50% OFF"},
    )
    asked = story.call(
        "payment_requests.create", amount=2500, currency="usd", description="Lunch", idempotency_key="lunch-1"
    )
    story.call("payment_requests.retrieve", asked.id)
    story.call("payment_requests.cancel", asked.id)
    paid = story.call("payment_requests.create", amount=50, currency="usd", metadata={"order": "17"})
    story.control("POST", f"/payment_requests/{paid.id}/status", status="succeeded")
    story.call("payment_requests.retrieve", paid.id)
    story.call("payment_requests.list", limit=1, offset=1)


def subscriptions(story):
    story.call("webhook_events.list")
    created = story.call(
        "webhook_subscriptions.create",
        target_url="https://example.com/linq?version=2026-02-03",
        subscribed_events=["message.received"],
        phone_numbers=[LINE],
        routing_key_header="Linq-Route",
    )
    story.call("webhook_subscriptions.retrieve", created.id)
    story.call("webhook_subscriptions.update", created.id, is_active=False, phone_numbers=None, routing_key_header=None)
    story.call("webhook_subscriptions.list")
    story.call("webhook_subscriptions.delete", created.id)


def main():
    warnings.simplefilter("ignore", DeprecationWarning)  # `phonenumbers.list` is deprecated, and called
    story = Story(sys.argv[1])
    for chapter in (lines, contact_cards, groups, talk, routing, money, subscriptions):
        try:
            chapter(story)
        except Exception as error:
            story.checks.expect(False, f"{chapter.__name__} failed: {type(error).__name__}: {error}")
    missing, unknown = set(NAMES) - story.called, story.called - set(NAMES)
    story.checks.expect(not missing, f"not called: {sorted(missing)}")
    story.checks.expect(not unknown, f"not in linq-v3.json: {sorted(unknown)}")
    return story.checks.finish()


if __name__ == "__main__":
    sys.exit(main())
