// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The line that is best to send from now.
public struct AvailableNumberRetrieveResponse: Codable, Hashable, Sendable {
    /// The line's number, E.164.
    public let phoneNumber: String
    /// A vCard with the line's number and, behind it, your other available ones, for recipients to save: an address
    /// that expires.
    ///
    /// Documented as always present.
    public let vcfUrl: PrivateText?

    /// Creates one, for previews and tests.
    public init(
        phoneNumber: String,
        vcfUrl: String? = nil
    ) {
        self.phoneNumber = phoneNumber
        self.vcfUrl = vcfUrl.map(PrivateText.init(_:))
    }

    enum CodingKeys: String, CodingKey {
        case phoneNumber = "phone_number"
        case vcfUrl = "vcf_url"
    }
}
