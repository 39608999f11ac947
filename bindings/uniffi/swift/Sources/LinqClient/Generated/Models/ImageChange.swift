// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A picture that changed.
public struct ImageChange: Codable, Hashable, Sendable {
    /// The picture before; absent if there was none.
    public let from: PrivateText?
    /// The picture now; absent if it was taken away.
    public let to: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        from: String? = nil,
        to: String? = nil
    ) {
        self.from = from.map(PrivateText.init(_:))
        self.to = to.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case from
        case to
    }
}
