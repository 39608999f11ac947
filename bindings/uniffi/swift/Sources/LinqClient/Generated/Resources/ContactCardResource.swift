// Written by `cargo xtask bindings`: change what it is written from.

import Foundation

/// The name and photo that your lines show.
public struct ContactCardResource: Sendable {
    let client: Linq

    /// Gives one of your lines a contact card; once, since a line that has one is refused (code 2014).
    ///
    /// Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
    /// it is not tried again, since that would extend it.
    ///
    /// `contact_card.create`: see <https://docs.linqapp.com/api/resources/contact_card/methods/create/>.
    ///
    /// - Parameters:
    ///   - firstName: The first name.
    ///   - phoneNumber: The line.
    ///   - imageUrl: The photo's address.
    ///   - lastName: The last name.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func create(
        firstName: String,
        phoneNumber: String,
        imageUrl: String? = nil,
        lastName: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ContactCard {
        var arguments = Arguments()
        arguments.set("first_name", firstName)
        arguments.set("phone_number", phoneNumber)
        arguments.set("image_url", imageUrl)
        arguments.set("last_name", lastName)
        return try await client.call("contact_card.create", arguments, options)
    }

    /// Gives the contact cards of your lines, or of one of them.
    ///
    /// `contact_card.retrieve`: see <https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/>.
    ///
    /// - Parameters:
    ///   - phoneNumber: Only the card of this line.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    public func retrieve(
        phoneNumber: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ContactCardRetrieveResponse {
        var arguments = Arguments()
        arguments.set("phone_number", phoneNumber)
        return try await client.call("contact_card.retrieve", arguments, options)
    }

    /// Changes the contact card of one of your lines. What is left out stays as it is.
    ///
    /// Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
    /// it is not tried again, since that would extend it.
    ///
    /// `contact_card.update`: see <https://docs.linqapp.com/api/resources/contact_card/methods/update/>.
    ///
    /// - Parameters:
    ///   - phoneNumber: The line.
    ///   - firstName: The first name.
    ///   - imageUrl: The photo's address.
    ///   - lastName: The last name.
    ///   - options: What this call does otherwise than the client.
    ///
    /// - Throws: ``LinqError``, what the transport or the token provider throws, and `CancellationError` if the task is
    ///   cancelled.
    @discardableResult
    public func update(
        phoneNumber: String,
        firstName: String? = nil,
        imageUrl: String? = nil,
        lastName: String? = nil,
        options: CallOptions = CallOptions()
    ) async throws -> ContactCard {
        var arguments = Arguments()
        arguments.set("phone_number", phoneNumber)
        arguments.set("first_name", firstName)
        arguments.set("image_url", imageUrl)
        arguments.set("last_name", lastName)
        return try await client.call("contact_card.update", arguments, options)
    }
}
