// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A GeoJSON feature collection.
public struct ChatLocationData: Codable, Hashable, Sendable {
    /// One for each person who shares; empty while nobody does, or before the first position.
    public let features: [LocationFeature]
    /// `FeatureCollection`.
    public let type: String

    enum CodingKeys: String, CodingKey {
        case features
        case type
    }
}
