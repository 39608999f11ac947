// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// A text that changed.
public struct TextChange: Codable, Hashable, Sendable {
    /// The text before; absent if there was none.
    public let from: String?
    /// The text now; absent if it was taken away.
    public let to: String?

    /// Creates one, for previews and tests.
    public init(
        from: String? = nil,
        to: String? = nil
    ) {
        self.from = from
        self.to = to
    }

    enum CodingKeys: String, CodingKey {
        case from
        case to
    }
}
