// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.SerialName
import kotlinx.serialization.Serializable

/** Why a line is regarded as it is, and what to do about it. */
@Serializable
public data class ReputationReport(
    /** What to do, the most urgent first. */
    @SerialName("action_items")
    public val actionItems: List<ReputationActionItem>? = null,
    /** What weighs on the line, the heaviest first. */
    public val drivers: List<ReputationDriver>? = null,
    /** The conversations that show it. */
    public val evidence: ReputationEvidence? = null,
    /** The heaviest driver, by its `ReputationDriverKey`; empty if there is nothing to do. */
    @SerialName("primary_driver")
    public val primaryDriver: String? = null,
    /** How the line is regarded. */
    public val severity: ReputationStatus? = null,
    /** The whole report as Markdown, for people and language models. */
    @SerialName("summary_markdown")
    public val summaryMarkdown: String? = null,
)
