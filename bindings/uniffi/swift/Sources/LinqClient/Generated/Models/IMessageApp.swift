// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An iMessage app.
public struct IMessageApp: Codable, Hashable, Sendable {
    /// The bundle identifier of the app's Messages extension.
    ///
    /// Documented as always present.
    public let bundleId: String?
    /// The app's name.
    ///
    /// Documented as always present.
    public let name: String?
    /// The developer's team: 10 upper-case letters and digits.
    ///
    /// Documented as always present.
    public let teamId: String?
    /// The app in the App Store, offered to recipients who do not have it.
    public let appStoreId: Int?

    /// Creates one, for previews and tests.
    public init(
        bundleId: String? = nil,
        name: String? = nil,
        teamId: String? = nil,
        appStoreId: Int? = nil
    ) {
        self.bundleId = bundleId
        self.name = name
        self.teamId = teamId
        self.appStoreId = appStoreId
    }

    public init(from decoder: any Decoder) throws {
        let container = try decoder.container(keyedBy: CodingKeys.self)
        self.bundleId = try container.decodeIfPresent(String.self, forKey: .bundleId)
        self.name = try container.decodeIfPresent(String.self, forKey: .name)
        self.teamId = try container.decodeIfPresent(String.self, forKey: .teamId)
        self.appStoreId = try container.decodeIntegerIfPresent(forKey: .appStoreId)
    }

    enum CodingKeys: String, CodingKey {
        case bundleId = "bundle_id"
        case name
        case teamId = "team_id"
        case appStoreId = "app_store_id"
    }
}
