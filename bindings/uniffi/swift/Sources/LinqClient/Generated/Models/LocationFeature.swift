// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where one person is: a GeoJSON feature.
public struct LocationFeature: Codable, Hashable, Sendable {
    /// The position.
    public let geometry: LocationGeometry
    /// Who, and since when.
    public let properties: LocationProperties
    /// `Feature`.
    public let type: String

    enum CodingKeys: String, CodingKey {
        case geometry
        case properties
        case type
    }
}
