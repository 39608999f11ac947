# Written by `cargo xtask bindings`: change what it is written from.

from __future__ import annotations

from datetime import datetime
from typing import Literal, TypeAlias

from ..._native import Model
from .shared import ChatHealth, LineType, ReputationStatus

AuditStatus: TypeAlias = Literal["pending", "complete", "error"] | str
"""How far an audit is.

A value that this version does not know is a `str` like any other.

- `"pending"`: The report is being made: ask again.
- `"complete"`: The report is there.
- `"error"`: There will be no report.
"""

ExpectedImpact: TypeAlias = Literal["high", "medium", "low"] | str
"""How much an action is likely to help.

A value that this version does not know is a `str` like any other.

- `"high"`: Much.
- `"medium"`: Something.
- `"low"`: A little.
"""

ReputationDriverKey: TypeAlias = Literal[
    "low_engagement",
    "overall_conversation_health",
    "volume_spike",
    "new_conversation_rate",
    "opt_out_handling",
    "flagged",
    "other",
] | str
"""What weighs on a line's reputation.

A value that this version does not know is a `str` like any other.

- `"low_engagement"`: Several messages sent and hardly an answer. Said of single chats only.
- `"overall_conversation_health"`: Many of the line's conversations do not go well: see to these first.
- `"volume_spike"`: Far more messages in a day than is usual for the line, or than one line should send.
- `"new_conversation_rate"`: Too many new conversations in a day.
- `"opt_out_handling"`: Recipients asked the line to stop: send them nothing more.
- `"flagged"`: The line is restricted, and its messages may not arrive: use another until it recovers.
- `"other"`: Something else.
"""


class PhoneNumberDetails(Model):
    """One of your lines."""

    __slots__ = ()

    id: str
    """The line's identifier."""

    phone_number: str
    """Its number, E.164."""

    reputation: PhoneNumberReputation
    """How the line is regarded (beta)."""

    forwarding_number: str | None
    """Where calls are forwarded, E.164; absent when they are not."""

    line_type: LineType | None
    """What the line can send."""


class PhoneNumberListResponse(Model):
    """Your lines."""

    __slots__ = ()

    phone_numbers: list[PhoneNumberDetails]
    """Every phone number assigned to you."""


class PhoneNumberReputation(Model):
    """How a line is regarded, over all of its conversations (beta)."""

    __slots__ = ()

    doc_url: str
    """The passage of the guide that explains the status."""

    status: ReputationStatus
    """The status itself."""


class PhoneNumberUpdateResponse(Model):
    """A line whose forwarding was changed."""

    __slots__ = ()

    id: str
    """The line's identifier."""

    forwarding_number: str | None
    """Where calls are forwarded now, E.164; absent when they are not."""

    phone_number: str
    """The line's number, E.164."""


class ReputationActionItem(Model):
    """Something to do for a line's reputation."""

    __slots__ = ()

    detail: str | None
    """How."""

    expected_impact: ExpectedImpact | None
    """How much it is likely to help."""

    priority: int | None
    """Its rank, from 1: what is to be done first."""

    title: str | None
    """What."""


class ReputationAudit(Model):
    """An audit of a line's reputation."""

    __slots__ = ()

    audit_id: str
    """The audit's identifier."""

    status: AuditStatus
    """How far it is."""

    error: str | None
    """Why there is no report."""

    generated_at: datetime | None
    """The moment that the report is about."""

    phone: str | None
    """The line, E.164."""

    report: ReputationReport | None
    """The report, once it is complete."""


class ReputationAuditStarted(Model):
    """An audit that was started, or that was under way already."""

    __slots__ = ()

    audit_id: str
    """The audit's identifier: keep it, since no later reply repeats it. The report can be read for 24 hours."""

    status: AuditStatus
    """How far it is."""


class ReputationDriver(Model):
    """Something that weighs on a line's reputation."""

    __slots__ = ()

    key: ReputationDriverKey | None
    """What it is."""

    metric: str | None
    """A figure that was observed, or a note where there is none."""

    summary: str | None
    """The same in a sentence."""


class ReputationEvidence(Model):
    """The conversations behind a report."""

    __slots__ = ()

    opt_out_chats: list[ReputationOptOutChat] | None
    """Chats that went on after the recipient had opted out, the worst first."""

    unhealthy_chats: list[ReputationUnhealthyChat] | None
    """Chats that do not go well, the worst first, at most 15."""


class ReputationOptOutChat(Model):
    """A chat that went on after the recipient had opted out."""

    __slots__ = ()

    chat_id: str | None
    """The chat."""

    messages_after_stop: int | None
    """How many messages were sent after that."""


class ReputationReport(Model):
    """Why a line is regarded as it is, and what to do about it."""

    __slots__ = ()

    action_items: list[ReputationActionItem] | None
    """What to do, the most urgent first."""

    drivers: list[ReputationDriver] | None
    """What weighs on the line, the heaviest first."""

    evidence: ReputationEvidence | None
    """The conversations that show it."""

    primary_driver: str | None
    """The heaviest driver, by its `ReputationDriverKey`; empty if there is nothing to do."""

    severity: ReputationStatus | None
    """How the line is regarded."""

    summary_markdown: str | None
    """The whole report as Markdown, for people and language models."""


class ReputationUnhealthyChat(Model):
    """A chat that does not go well."""

    __slots__ = ()

    chat_id: str | None
    """The chat."""

    driver_keys: list[ReputationDriverKey] | None
    """What weighs on it."""

    status: ChatHealth | None
    """How it goes."""
