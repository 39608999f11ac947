// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The iMessage app behind a card.
public struct MessagesApp: Codable, Hashable, Sendable {
    /// The bundle identifier of the app's Messages extension, without a `:`.
    public var bundleId: String
    /// The app's name.
    public var name: String
    /// The developer's team: 10 upper-case letters and digits.
    public var teamId: String
    /// The app in the App Store, offered to recipients who do not have it.
    public var appStoreId: Int?

    /// Creates one of its fields.
    public init(
        bundleId: String,
        name: String,
        teamId: String,
        appStoreId: Int? = nil
    ) {
        self.bundleId = bundleId
        self.name = name
        self.teamId = teamId
        self.appStoreId = appStoreId
    }

    enum CodingKeys: String, CodingKey {
        case bundleId = "bundle_id"
        case name
        case teamId = "team_id"
        case appStoreId = "app_store_id"
    }
}
