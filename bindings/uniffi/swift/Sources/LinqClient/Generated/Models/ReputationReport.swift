// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Why a line is regarded as it is, and what to do about it.
public struct ReputationReport: Codable, Hashable, Sendable {
    /// What to do, the most urgent first.
    public let actionItems: [ReputationActionItem]?
    /// What weighs on the line, the heaviest first.
    public let drivers: [ReputationDriver]?
    /// The conversations that show it.
    public let evidence: ReputationEvidence?
    /// The heaviest driver, by its ``ReputationDriverKey``; empty if there is nothing to do.
    public let primaryDriver: String?
    /// How the line is regarded.
    public let severity: ReputationStatus?
    /// The whole report as Markdown, for people and language models.
    public let summaryMarkdown: String?

    /// Creates one, for previews and tests.
    public init(
        actionItems: [ReputationActionItem]? = nil,
        drivers: [ReputationDriver]? = nil,
        evidence: ReputationEvidence? = nil,
        primaryDriver: String? = nil,
        severity: ReputationStatus? = nil,
        summaryMarkdown: String? = nil
    ) {
        self.actionItems = actionItems
        self.drivers = drivers
        self.evidence = evidence
        self.primaryDriver = primaryDriver
        self.severity = severity
        self.summaryMarkdown = summaryMarkdown
    }

    enum CodingKeys: String, CodingKey {
        case actionItems = "action_items"
        case drivers
        case evidence
        case primaryDriver = "primary_driver"
        case severity
        case summaryMarkdown = "summary_markdown"
    }
}
