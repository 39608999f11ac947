"""Calls all operations on the emulator with linq-python, which validates every response.

    validate_responses.py BASE_URL
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


class Session:
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


def send(session, chat, *parts, **more):
    sent = session.call("chats.messages.send", chat, message={"parts": list(parts)} | more)
    return sent.message.id


def attachments(session):
    content = b"\x89PNG\r\n\x1a\n"
    created = session.call(
        "attachments.create", filename="cake.png", content_type="image/png", size_bytes=len(content)
    )
    session.call("attachments.retrieve", created.attachment_id)
    upload = urllib.request.Request(created.upload_url, content, created.required_headers, method=created.http_method)
    urllib.request.urlopen(upload).close()
    complete = session.call("attachments.retrieve", created.attachment_id)
    session.checks.expect(complete.status == "complete", f"the attachment is {complete.status}")
    other = session.call("attachments.create", filename="a.txt", content_type="text/plain", size_bytes=1)
    session.call("attachments.delete", other.attachment_id)
    return created.attachment_id


def lines(session):
    line = session.call("phone_numbers.list").phone_numbers[0]
    session.call("phone_numbers.update", line.id, forwarding_number=ANN)
    session.call("phone_numbers.update", line.id, forwarding_number=None)
    session.call("phone_numbers.update", line.id, forwarding_number="")
    session.call("phonenumbers.list")
    session.call("available_number.retrieve")
    session.call("available_number.retrieve", exclude_from=[LINE], to=[ANN], type="iMessage")
    audit = session.call("phone_numbers.start_reputation_audit", LINE).audit_id
    for _ in range(20):
        found = session.call("phone_numbers.get_reputation_audit", audit, phone_number=LINE)
        if found.status != "pending":
            break
    session.checks.expect(found.status == "complete", f"the audit is {found.status}")
    session.call("capability.check_i_message", address=ANN)
    session.call("capability.check_i_message", address="ann@example.com", from_=LINE)
    session.call("capability.check_RCS", address=ANN, from_=LINE)


def contact_cards(session):
    found = session.call("contact_card.retrieve").contact_cards or []
    line = next((card.phone_number for card in found), LINE)
    if found:
        session.control("DELETE", f"/phone_numbers/{line}/contact_card")
    session.call("contact_card.create", phone_number=line, first_name="Ann", last_name="Lee")
    session.call("contact_card.update", phone_number=line, first_name="Anna")
    session.call("contact_card.retrieve", phone_number=line)


def groups(session):
    group = session.call(
        "chats.create",
        from_=LINE,
        to=[ANN, BOB, CEM],
        message={"parts": [text("Welcome!")], "idempotency_key": "welcome-1"},
    ).chat.id
    session.call("chats.update", group, display_name="Project Team")
    session.call("chats.participants.add", group, handle=DEA)
    session.call("chats.participants.remove", group, handle=DEA)
    session.call("chats.retrieve", group)
    send(session, group, text("Hey Ann", mention=ANN, mention_range=[4, 7]))
    session.call("chats.background.set", group, type="color", variant="mango")
    session.call("chats.background.remove", group)
    session.call("chats.list_chats", from_=LINE, to=ANN, limit=1)
    session.call("chats.messages.list", group, limit=2)
    session.call("chats.leave_chat", group)
    page = session.call("chats.list_chats", limit=1)
    if page.has_next_page():
        page.get_next_page()


def messaging(session):
    attachment = attachments(session)
    chat = session.call("chats.create", from_=LINE, to=[ANN], message={"parts": [text("Hi")]}).chat.id
    session.control("POST", "/inbound", **{"from": ANN, "to": LINE, "text": "Hello!"})
    session.call("chats.mark_as_read", chat)
    session.call("chats.typing.start", chat)
    session.call("chats.typing.stop", chat)
    session.call("chats.share_contact_card", chat)
    session.call("chats.send_voicememo", chat, voice_memo_url="https://cdn.example.com/hello.m4a")
    decorated = send(
        session,
        chat,
        text(
            "Hello 🎂!",
            text_decorations=[{"range": [0, 5], "style": "bold"}, {"range": [8, 9], "animation": "shake"}],
        ),
        {"type": "media", "attachment_id": attachment},
        effect={"type": "screen", "name": "confetti"},
    )
    send(session, chat, text("Sip 🥤", inline_stickers=[{"range": [4, 6], "attachment_id": attachment}]))
    send(session, chat, {"type": "link", "value": "https://example.com"})
    send(session, chat, {"type": "app_clip", "value": "https://example.com/clip"})
    send(session, chat, text("yes"), reply_to={"message_id": decorated, "part_index": 0})
    session.call("messages.retrieve", decorated)
    session.call("messages.update", decorated, text="Hello again", part_index=0)
    session.call("messages.list_messages_thread", decorated, order="desc", limit=5)
    reactions(session, decorated, attachment)
    card = send(session, chat, CARD)
    session.call("messages.update_app_card", card, layout={"caption": "Checkmate"})
    session.call("messages.delete", decorated)
    messages = session.call("chats.messages.list", chat, limit=100).messages
    kinds = {part.type for message in messages for part in message.parts or []}
    missing = {"text", "media", "link", "imessage_app", "app_clip"} - kinds
    if documented():
        session.checks.expect(not missing, f"the list of messages shows no {missing}")
    location(session, chat)
    polls(session, chat)


def reactions(session, message, attachment):
    def react(**how):
        session.call("messages.add_reaction", message, **how)

    react(operation="add", type="love")
    react(operation="add", type="custom", custom_emoji="🎂", part_index=0)
    react(operation="remove", type="custom", custom_emoji="🎂", part_index=0)
    react(operation="add", type="sticker", attachment_id=attachment, placement=STICKER)
    session.control("POST", f"/messages/{message}/react", handle=ANN, type="like")
    parts = session.call("messages.retrieve", message).parts
    found = [reaction for part in parts for reaction in part.reactions or []]
    session.checks.expect({"sticker", "like"} <= {one.type for one in found}, f"reactions: {found}")
    sticker = next(reaction.id for reaction in found if reaction.type == "sticker")
    session.call("messages.update_sticker_placement", sticker, message_id=message, placement={"scale": 2})


def location(session, chat):
    session.call("chats.location.request", chat)
    session.control("PUT", f"/locations/{ANN}", latitude=48.14, longitude=11.58)
    shared = session.call("chats.location.retrieve", chat)
    session.checks.expect(bool(shared.data.features), "no shared location")
    session.call("chats.location.stop", chat, handle=ANN)


def polls(session, chat):
    message = session.call("chats.polls.create", chat, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]}).message_id
    option = poll_of(session, message).options[0].option_id
    session.call("messages.poll.vote", message, operation="add", option_id=option)
    session.call("messages.poll.add_options", message, options=[{"text": "Ramen"}])
    found = poll_of(session, message)
    session.checks.expect(found.total_voters == 1 and len(found.options) == 3, f"the poll: {found}")
    session.call("messages.poll.vote", message, operation="remove", option_id=option)


def poll_of(session, message):
    """Returns the poll with its options, which observed responses may omit."""
    for _ in range(10):
        poll = session.call("messages.poll.retrieve", message).poll
        if poll and poll.options and poll.options[0].option_id:
            return poll
    raise LookupError("no response has the options of the poll")


def routing(session):
    created = session.call(
        "messages.create",
        to=[BOB],
        message={"parts": [text("Which line?")]},
        exclude_from=[OTHER_LINE],
        continuation_message={"text": "It is us."},
        idempotency_key="route-1",
    )
    second = session.call("messages.create", to=[BOB], message={"parts": [text("The same")]})
    if documented():
        session.checks.expect(second.from_selection.reused_existing_chat, "the chat is reused")
    session.checks.expect(second.chat_id == created.chat_id, "the chat is the same")
    session.call("blocked_handles.block", handle="MyBank", reason="advertisements")
    session.call("blocked_handles.list")
    session.call("blocked_handles.unblock", handle="MyBank")


def payments(session):
    for experience in session.call("experiences.list").experiences or []:
        session.call("experiences.retrieve", experience.experience)
    session.call("payment_providers.retrieve", "agentcard")
    session.call("payment_providers.connect", "agentcard", return_url="https://example.com/done")
    session.control("PUT", "/payment_providers/agentcard", status="ready")
    connection = session.call("payment_handles.connect", ANN)
    session.call("payment_handles.connection", ANN)
    session.call("payment_handles.verify", ANN, connect_id=connection.connect_id, code="123456")
    payment = session.call("payments.create", handle=ANN, amount_cents=1999, currency="usd", merchant={"name": "Acme"})
    session.call("payments.credentials", payment.id)
    session.control("POST", f"/payments/{payment.id}/status", status="authorized")
    session.call("payments.retrieve", payment.id)
    other = session.call("payments.create", handle=ANN, amount_cents=5, currency="usd", metadata={"order": "17"})
    session.call("payments.cancel", other.id)
    session.call("payment_handles.revoke", ANN)
    session.call(
        "payment_requests.create",
        mode="subscription",
        price_id="price_1",
        quantity=3,
        trial_period_days=14,
        discount={"coupon": "7fKCMvBh", "label": "50% OFF"},
    )
    asked = session.call(
        "payment_requests.create", amount=2500, currency="usd", description="Lunch", idempotency_key="lunch-1"
    )
    session.call("payment_requests.retrieve", asked.id)
    session.call("payment_requests.cancel", asked.id)
    paid = session.call("payment_requests.create", amount=50, currency="usd", metadata={"order": "17"})
    session.control("POST", f"/payment_requests/{paid.id}/status", status="succeeded")
    session.call("payment_requests.retrieve", paid.id)
    session.call("payment_requests.list", limit=1, offset=1)


def subscriptions(session):
    session.call("webhook_events.list")
    created = session.call(
        "webhook_subscriptions.create",
        target_url="https://example.com/linq?version=2026-02-03",
        subscribed_events=["message.received"],
        phone_numbers=[LINE],
        routing_key_header="Linq-Route",
    )
    session.call("webhook_subscriptions.retrieve", created.id)
    session.call("webhook_subscriptions.update", created.id, is_active=False, phone_numbers=None, routing_key_header=None)
    session.call("webhook_subscriptions.list")
    session.call("webhook_subscriptions.delete", created.id)


def main():
    warnings.simplefilter("ignore", DeprecationWarning)  # `phonenumbers.list` is deprecated, and called
    session = Session(sys.argv[1])
    for scenario in (lines, contact_cards, groups, messaging, routing, payments, subscriptions):
        try:
            scenario(session)
        except Exception as error:
            session.checks.expect(False, f"{scenario.__name__} failed: {type(error).__name__}: {error}")
    missing, unknown = set(NAMES) - session.called, session.called - set(NAMES)
    session.checks.expect(not missing, f"not called: {sorted(missing)}")
    session.checks.expect(not unknown, f"not in linq-v3.json: {sorted(unknown)}")
    return session.checks.finish()


if __name__ == "__main__":
    sys.exit(main())
