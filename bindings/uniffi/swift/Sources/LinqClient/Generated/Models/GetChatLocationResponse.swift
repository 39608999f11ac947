// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where the people of a chat are who share that with you.
public struct GetChatLocationResponse: Codable, Hashable, Sendable {
    /// A GeoJSON feature collection.
    public let data: ChatLocationData
    /// Whether the request succeeded.
    ///
    /// Documented as always present.
    public let success: Bool?

    /// Creates one, for previews and tests.
    public init(
        data: ChatLocationData = ChatLocationData(),
        success: Bool? = nil
    ) {
        self.data = data
        self.success = success
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.data = try container.decodeIfPresent(ChatLocationData.self, forKey: .data) ?? ChatLocationData()
        self.success = try container.decodeIfPresent(Bool.self, forKey: .success)
    }

    enum CodingKeys: String, CodingKey {
        case data
        case success
    }
}
