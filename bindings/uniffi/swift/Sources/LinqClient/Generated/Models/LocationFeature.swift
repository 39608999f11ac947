// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Where one person is: a GeoJSON feature.
public struct LocationFeature: Codable, Hashable, Sendable {
    /// The position.
    public let geometry: LocationGeometry
    /// Who, and since when.
    public let properties: LocationProperties
    /// `Feature`.
    ///
    /// Documented as always present.
    public let type: String?

    /// Creates one, for previews and tests.
    public init(
        geometry: LocationGeometry = LocationGeometry(),
        properties: LocationProperties = LocationProperties(),
        type: String? = nil
    ) {
        self.geometry = geometry
        self.properties = properties
        self.type = type
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.geometry = try container.decodeIfPresent(LocationGeometry.self, forKey: .geometry) ?? LocationGeometry()
        self.properties =
            try container.decodeIfPresent(LocationProperties.self, forKey: .properties) ?? LocationProperties()
        self.type = try container.decodeIfPresent(String.self, forKey: .type)
    }

    enum CodingKeys: String, CodingKey {
        case geometry
        case properties
        case type
    }
}
