// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The reply to moving a sticker.
public struct MessageUpdateStickerPlacementResponse: Codable, Hashable, Sendable {
    /// What became of the request, in a word.
    public let status: String?
    /// Whether it was accepted.
    public let success: Bool?
    /// Ties the request to the events that follow from it.
    public let traceId: String?

    /// Creates one, for previews and tests.
    public init(
        status: String? = nil,
        success: Bool? = nil,
        traceId: String? = nil
    ) {
        self.status = status
        self.success = success
        self.traceId = traceId
    }

    enum CodingKeys: String, CodingKey {
        case status
        case success
        case traceId = "trace_id"
    }
}
