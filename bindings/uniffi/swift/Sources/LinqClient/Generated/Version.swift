// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

extension Linq {
    /// The version of this package.
    public static let version = "0.1.0"
}
