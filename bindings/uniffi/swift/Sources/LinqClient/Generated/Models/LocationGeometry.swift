// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A position: a GeoJSON point.
public struct LocationGeometry: Codable, Hashable, Sendable {
    /// Longitude and latitude in degrees, in this order.
    public let coordinates: [Double]
    /// `Point`.
    ///
    /// Documented as always present.
    public let type: String?

    /// Creates one, for previews and tests.
    public init(
        coordinates: [Double] = [],
        type: String? = nil
    ) {
        self.coordinates = coordinates
        self.type = type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.coordinates = try container.decodeIfPresent([Double].self, forKey: .coordinates) ?? []
        self.type = try container.decodeIfPresent(String.self, forKey: .type)
    }

    enum CodingKeys: String, CodingKey {
        case coordinates
        case type
    }
}
