// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A GeoJSON feature collection.
public struct ChatLocationData: Codable, Hashable, Sendable {
    /// One for each person who shares; empty while nobody does, or before the first position.
    public let features: [LocationFeature]
    /// `FeatureCollection`.
    ///
    /// Documented as always present.
    public let type: String?

    /// Creates one, for previews and tests.
    public init(
        features: [LocationFeature] = [],
        type: String? = nil
    ) {
        self.features = features
        self.type = type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.features = try container.decodeIfPresent([LocationFeature].self, forKey: .features) ?? []
        self.type = try container.decodeIfPresent(String.self, forKey: .type)
    }

    enum CodingKeys: String, CodingKey {
        case features
        case type
    }
}
