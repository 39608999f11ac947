package dev.linq.client.model

/**
 * The payload of an event about a sent, received, read or delivered message: [MessageEventData] in version 2026-02-03,
 * [LegacyMessageEvent] in version 2025-01-01. The event's `message` is the same for both.
 */
public sealed interface MessagePayload
