"""The arguments of linq-python's calls for each request of `tests/vectors/requests/`, by file name and index.

They are written from the Rust calls of `tests/suite/tests/requests/`, not from the vectors.
"""

CHAT = "550e8400-e29b-41d4-a716-446655440000"
MESSAGE = "69a37c7d-af4f-4b5e-af42-e28e98ce873a"
ATTACHMENT = "abc12345-1234-5678-9abc-def012345678"
SUBSCRIPTION = "b2c3d4e5-f6a7-8901-bcde-f23456789012"
REACTION = "1f0c7a52-3a53-4a3e-8e0f-3c1f9d6f7a22"
OPTION = "7f3e1a52-6a53-4f3e-8e0f-3c1f9d6f7a11"
PHONE_NUMBER = "4d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f11"
AUDIT = "9d1a3e9c-5c57-4d7b-9f0c-0a8f2f4f6f99"
LINE = "+12223334444"
GUEST = "+12052499136"
EMAIL = "user@example.com"
TAGGED = "user+tag@example.com"
TARGET = "https://example.com/linq?version=2026-02-03"


def call(*positional, **named):
    return positional, named


def message(*parts, **more):
    return {"parts": list(parts)} | more


def text(value, **more):
    return {"type": "text", "value": value} | more


APP = {
    "app_store_id": 1234567890,
    "bundle_id": "com.example.chess.messages",
    "name": "Chess",
    "team_id": "A1B2C3D4E5",
}
LAYOUT = {
    "caption": "Your move",
    "subcaption": "Game 17",
    "trailing_caption": "0:42",
    "trailing_subcaption": "White",
    "image_url": "https://cdn.example.com/board.png",
    "image_title": "Chess",
    "image_subtitle": "Move 12",
}
CARD = {
    "type": "imessage_app",
    "app": APP,
    "layout": LAYOUT,
    "fallback_text": "Your move",
    "interactive": True,
    "url": "https://chess.example.com/games/17",
}
PLACEMENT = {"x": 0.5, "y": -0.5, "scale": 1.5, "rotation": 15.0}

ARGUMENTS = {
    "attachments.create": [
        call(filename="cake.jpg", content_type="image/jpeg", size_bytes=1_024_000),
        call(filename="Grüße 🎂.usdz", content_type="model/vnd.usdz+zip", size_bytes=100 << 20),
    ],
    "attachments.retrieve": [call(ATTACHMENT)],
    "attachments.delete": [call(ATTACHMENT)],
    "available_number.retrieve": [
        call(),
        call(exclude_from=[LINE, GUEST], to=[TAGGED, GUEST], type="RCS"),
        call(),
    ],
    "blocked_handles.list": [call()],
    "blocked_handles.block": [
        call(handle=GUEST),
        call(handle=EMAIL),
        call(handle="262966"),
        call(handle="MyBank", reason="advertisements"),
    ],
    "blocked_handles.unblock": [call(handle=GUEST)],
    "capability.check_i_message": [call(address=EMAIL), call(address=GUEST, from_=LINE)],
    "capability.check_RCS": [call(address=GUEST), call(address=GUEST, from_=LINE)],
    "chats.background.remove": [call(CHAT)],
    "chats.background.set": [
        call(CHAT, type="color", variant="mango"),
        call(CHAT, type="color", variant="custom", shades=["#F2C4E1", "#F5A623"]),
        call(CHAT, type="dynamic", style="sky", variant="dusk"),
        call(CHAT, type="dynamic", style="water", variant="light"),
        call(CHAT, type="dynamic", style="aurora", variant="green"),
        call(CHAT, type="dynamic", style="lava", variant="hot"),
        call(CHAT, type="photo", image_url="https://cdn.example.com/bg.jpg"),
    ],
    "chats.create": [
        call(from_=LINE, to=["+15556667777", "+18889990000"], message=message(text("Welcome to the group!"))),
        call(
            from_=LINE,
            to=[EMAIL],
            message=message(text("Hi"), idempotency_key="order-17"),
            override_optout=True,
        ),
    ],
    "chats.retrieve": [call(CHAT)],
    "chats.update": [
        call(CHAT, display_name="Project Team", group_chat_icon="https://cdn.example.com/team-icon.png"),
        call(CHAT, display_name="Project Team"),
    ],
    "chats.leave_chat": [call(CHAT)],
    "chats.list_chats": [call(), call(from_=LINE, to=TAGGED, limit=100, cursor="a b&c=d/é")],
    "chats.mark_as_read": [call(CHAT)],
    "chats.send_voicememo": [
        call(CHAT, voice_memo_url="https://cdn.example.com/hello.m4a"),
        call(CHAT, attachment_id=ATTACHMENT, override_optout=True),
    ],
    "chats.share_contact_card": [call(CHAT)],
    "chats.location.retrieve": [call(CHAT)],
    "chats.location.request": [call(CHAT)],
    "chats.location.stop": [call(CHAT, handle=GUEST), call(CHAT, handle=EMAIL)],
    "chats.messages.list": [call(CHAT), call(CHAT, limit=1, cursor="c")],
    "chats.messages.send": [
        call(CHAT, message=sent)
        for sent in (
            message(text("hi")),
            message(
                text(
                    "Hello wörld 🎂! all",
                    text_decorations=[
                        {"range": [0, 6], "style": "bold"},
                        {"range": [14, 15], "animation": "shake"},
                        {"range": [15, 19], "style": "italic"},
                        {"range": [15, 19], "style": "underline"},
                    ],
                )
            ),
            message(text("Sip 🥤", inline_stickers=[{"range": [4, 6], "attachment_id": ATTACHMENT}])),
            message(text("Hey Ann", mention="+15556667777", mention_range=[4, 7])),
            message(text("look"), {"type": "media", "url": "https://cdn.example.com/cat.jpg"}),
            message({"type": "media", "attachment_id": ATTACHMENT, "sticker": True}),
            message({"type": "link", "value": "https://example.com/?a=1&b=2"}),
            message(
                text("yes"),
                effect={"type": "screen", "name": "confetti"},
                reply_to={"message_id": MESSAGE, "part_index": 1},
                preferred_service="iMessage",
            ),
        )
    ],
    "chats.participants.add": [call(CHAT, handle=GUEST)],
    "chats.participants.remove": [call(CHAT, handle=GUEST)],
    "chats.polls.create": [
        call(CHAT, poll={"options": [{"text": "Pizza"}, {"text": "Sushi"}]}),
        call(
            CHAT,
            poll={
                "options": [{"text": "Pizza"}, {"text": "Sushi"}, {"text": "🥗"}],
                "idempotency_key": "lunch-17",
            },
        ),
        call(CHAT, poll={"options": [{"text": "a"}, {"text": "b"}], "idempotency_key": "lunch-18"}),
    ],
    "chats.typing.start": [call(CHAT)],
    "chats.typing.stop": [call(CHAT)],
    "contact_card.create": [
        call(phone_number=LINE, first_name="Ann"),
        call(phone_number=LINE, first_name="Ann", last_name="Lee", image_url="https://cdn.example.com/ann.jpg"),
    ],
    "contact_card.retrieve": [call(), call(phone_number=LINE)],
    "contact_card.update": [
        call(phone_number=LINE, first_name="Anna"),
        call(phone_number=LINE, first_name="Anna", last_name="Li", image_url="https://cdn.example.com/ann.jpg"),
    ],
    "experiences.retrieve": [call("agentpay")],
    "experiences.list": [call()],
    "messages.create": [
        call(to=[GUEST], message=message(text("hi"))),
        call(
            to=[EMAIL, GUEST],
            message=message(text("Your order is on its way."), idempotency_key="order-17"),
            continuation_message={"text": "It is us, from a new number."},
            exclude_from=[LINE],
            override_optout=True,
            idempotency_key="order-17",
        ),
        call(
            to=[GUEST],
            message={
                "experience": {
                    "name": "agentpay",
                    "action": "request_payment",
                    "params": {"checkout_url": "https://zero.linqapp.com/pay/acme?session=tok_1"},
                }
            },
        ),
        call(to=[GUEST], message=message(CARD)),
        call(to=[GUEST], message=message({"type": "app_clip", "value": "https://example.com/clip"})),
    ],
    "messages.retrieve": [call(MESSAGE)],
    "messages.update": [call(MESSAGE, text="At seven."), call(MESSAGE, text="At seven.", part_index=2)],
    "messages.delete": [call(MESSAGE)],
    "messages.add_reaction": [
        call(MESSAGE, operation="add", type="love"),
        call(MESSAGE, operation="add", type="custom", custom_emoji="🎂", part_index=1),
        call(MESSAGE, operation="remove", type="custom", custom_emoji="🎂"),
        call(MESSAGE, operation="add", type="sticker", emoji="🎂", placement=PLACEMENT),
        call(MESSAGE, operation="add", type="sticker", attachment_id=ATTACHMENT),
        call(MESSAGE, operation="add", type="sticker", url="https://cdn.linqapp.com/x.png"),
    ],
    "messages.list_messages_thread": [call(MESSAGE), call(MESSAGE, limit=5, order="desc", cursor="c/d")],
    "messages.update_app_card": [
        call(MESSAGE, layout={"caption": "Checkmate"}),
        call(
            MESSAGE,
            layout=LAYOUT,
            app=APP,
            fallback_text="Checkmate",
            interactive=False,
            url="https://chess.example.com/games/17?over",
        ),
        call(MESSAGE, layout={"caption": "Paid"}, experience={"name": "link", "action": "open"}),
    ],
    "messages.update_sticker_placement": [
        call(REACTION, message_id=MESSAGE, placement=PLACEMENT),
        call(REACTION, message_id=MESSAGE, placement={"scale": 0.05}),
    ],
    "messages.poll.retrieve": [call(MESSAGE)],
    "messages.poll.add_options": [call(MESSAGE, options=[{"text": "Ramen"}, {"text": "Tacos"}])],
    "messages.poll.vote": [
        call(MESSAGE, operation="add", option_id=OPTION),
        call(MESSAGE, operation="remove", option_id=OPTION),
    ],
    "payment_handles.connect": [call(GUEST), call(TAGGED)],
    "payment_handles.connection": [call(GUEST)],
    "payment_handles.revoke": [call(GUEST)],
    "payment_handles.verify": [call(GUEST, connect_id="con_1", code="012345")],
    "payment_providers.retrieve": [call("agentcard")],
    "payment_providers.connect": [call("agentcard", return_url="https://example.com/done?a=1&b=2")],
    "payment_requests.create": [
        call(mode="payment", amount=50, currency="usd"),
        call(
            mode="payment",
            amount=2500,
            currency="usd",
            description="Lunch",
            customer_id="cus_1",
            from_=LINE,
            payer_handle=GUEST,
            rail="natural",
            metadata={"order": "1042", "chat": "17"},
            idempotency_key="order-1042",
        ),
        call(
            mode="subscription",
            price_id="price_1",
            quantity=3,
            trial_period_days=14,
            discount={"coupon": "7fKCMvBh", "label": "50% OFF"},
        ),
        call(
            mode="subscription",
            price_id="price_1",
            trial_end="2027-01-01T00:00:00Z",
            discount={"promotion_code": "promo_1"},
        ),
        call(mode="subscription", price_id="price_1", trial_end="2027-01-01"),
    ],
    "payment_requests.retrieve": [call("preq_1QAbCdEf")],
    "payment_requests.list": [call(), call(limit=100, offset=200, status="succeeded")],
    "payment_requests.cancel": [call("preq_1QAbCdEf")],
    "payments.create": [
        call(handle=GUEST, amount_cents=1, currency="usd"),
        call(
            handle=EMAIL,
            amount_cents=1999,
            currency="usd",
            description="Two shirts",
            merchant={"name": "Acme", "url": "https://acme.example"},
            metadata={"order": "1042"},
            extra_headers={"Idempotency-Key": "order-1042"},
        ),
    ],
    "payments.retrieve": [call("pay_1QAbCdEf")],
    "payments.cancel": [call("pay_1QAbCdEf")],
    "payments.credentials": [call("pay_1QAbCdEf")],
    "phone_numbers.update": [
        call(PHONE_NUMBER, forwarding_number=GUEST),
        call(PHONE_NUMBER, forwarding_number=None),
        call(PHONE_NUMBER, forwarding_number=""),
    ],
    "phone_numbers.list": [call()],
    "phone_numbers.get_reputation_audit": [call(AUDIT, phone_number=LINE)],
    "phone_numbers.start_reputation_audit": [call(LINE)],
    "phonenumbers.list": [call()],
    "webhook_events.list": [call()],
    "webhook_subscriptions.create": [
        call(target_url=TARGET, subscribed_events=["message.received", "participant.added"]),
        call(
            target_url=TARGET,
            subscribed_events=["message.received"],
            phone_numbers=[LINE],
            routing_id_header="Linq-Chat",
            routing_key_header="Linq-Route",
        ),
    ],
    "webhook_subscriptions.retrieve": [call(SUBSCRIPTION)],
    "webhook_subscriptions.update": [
        call(SUBSCRIPTION, is_active=False),
        call(
            SUBSCRIPTION,
            target_url=TARGET,
            subscribed_events=["message.received"],
            phone_numbers=None,
            routing_id_header="Linq-Chat",
            routing_key_header=None,
        ),
    ],
    "webhook_subscriptions.list": [call()],
    "webhook_subscriptions.delete": [call(SUBSCRIPTION)],
}
