// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where the people of a chat are who share that with you.
public struct GetChatLocationResponse: Codable, Hashable, Sendable {
    /// A GeoJSON feature collection.
    public let data: ChatLocationData
    /// Whether the request succeeded.
    public let success: Bool

    enum CodingKeys: String, CodingKey {
        case data
        case success
    }
}
