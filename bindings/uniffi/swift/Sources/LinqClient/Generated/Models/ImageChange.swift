// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A picture that changed.
public struct ImageChange: Codable, Hashable, Sendable {
    /// The picture before; absent if there was none.
    public let from: PrivateText?
    /// The picture now; absent if it was taken away.
    public let to: PrivateText?

    enum CodingKeys: String, CodingKey {
        case from
        case to
    }
}
