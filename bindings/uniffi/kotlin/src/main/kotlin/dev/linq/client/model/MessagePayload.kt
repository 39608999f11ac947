package dev.linq.client.model

/**
 * A message that was sent, received, read or delivered: [MessageEventData] in version 2026-02-03 of the payload,
 * [LegacyMessageEvent] in version 2025-01-01. The event's `message` is the same for both.
 */
public sealed interface MessagePayload
