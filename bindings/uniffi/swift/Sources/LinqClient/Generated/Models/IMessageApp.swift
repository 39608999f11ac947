// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// An iMessage app.
public struct IMessageApp: Codable, Hashable, Sendable {
    /// The bundle identifier of the app's Messages extension.
    public let bundleId: String
    /// The app's name.
    public let name: String
    /// The developer's team: 10 upper-case letters and digits.
    public let teamId: String
    /// The app in the App Store, offered to recipients who do not have it.
    public let appStoreId: Int?

    enum CodingKeys: String, CodingKey {
        case bundleId = "bundle_id"
        case name
        case teamId = "team_id"
        case appStoreId = "app_store_id"
    }
}
