// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A position: a GeoJSON point.
public struct LocationGeometry: Codable, Hashable, Sendable {
    /// Longitude and latitude in degrees, in this order.
    public let coordinates: [Double]
    /// `Point`.
    public let type: String

    enum CodingKeys: String, CodingKey {
        case coordinates
        case type
    }
}
