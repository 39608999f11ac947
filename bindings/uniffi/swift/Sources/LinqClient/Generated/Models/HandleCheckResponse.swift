// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// Whether somebody can be reached over a service.
public struct HandleCheckResponse: Codable, Hashable, Sendable {
    /// The phone number or e-mail address that was checked.
    ///
    /// Documented as always present.
    public let address: String?
    /// Whether the service reaches them.
    ///
    /// Documented as always present.
    public let available: Bool?
    /// Why it does not.
    public let reason: UnavailableReason?
    /// The service that would carry a message to them now, such as `SMS`; absent where that could not be found out.
    public let selectedService: String?

    /// Creates one, for previews and tests.
    public init(
        address: String? = nil,
        available: Bool? = nil,
        reason: UnavailableReason? = nil,
        selectedService: String? = nil
    ) {
        self.address = address
        self.available = available
        self.reason = reason
        self.selectedService = selectedService
    }

    enum CodingKeys: String, CodingKey {
        case address
        case available
        case reason
        case selectedService = "selected_service"
    }
}
