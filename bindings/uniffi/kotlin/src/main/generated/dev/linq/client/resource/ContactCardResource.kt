// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.ContactCard
import dev.linq.client.model.ContactCardRetrieveResponse

/** The name and photo that your lines show. */
public class ContactCardResource internal constructor(private val calls: Calls) {
    /**
     * Gives one of your lines a contact card; once, since a line that has one is refused (code 2014).
     *
     * Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
     * it is not tried again, since that would extend it.
     *
     * Officially `contact_card.create`, `POST /v3/contact_card`:
     * https://docs.linqapp.com/api/resources/contact_card/methods/create/
     *
     * @param firstName The first name.
     * @param phoneNumber The line.
     * @param imageUrl The photo's address.
     * @param lastName The last name.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun create(
        firstName: String,
        phoneNumber: String,
        imageUrl: String? = null,
        lastName: String? = null,
        options: CallOptions = CallOptions(),
    ): ContactCard =
        calls.reply<ContactCard>("contact_card.create", options) {
            put("first_name", firstName)
            put("phone_number", phoneNumber)
            put("image_url", imageUrl)
            put("last_name", lastName)
        }

    /**
     * Gives the contact cards of your lines, or of one of them.
     *
     * Officially `contact_card.retrieve`, `GET /v3/contact_card`:
     * https://docs.linqapp.com/api/resources/contact_card/methods/retrieve/
     *
     * @param phoneNumber Only the card of this line.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        phoneNumber: String? = null,
        options: CallOptions = CallOptions(),
    ): ContactCardRetrieveResponse =
        calls.reply<ContactCardRetrieveResponse>("contact_card.retrieve", options) {
            put("phone_number", phoneNumber)
        }

    /**
     * Changes the contact card of one of your lines. What is left out stays as it is.
     *
     * Creating and updating share 3 calls in 10 minutes for a line. A rate limit further on is reported as code 4004:
     * it is not tried again, since that would extend it.
     *
     * Officially `contact_card.update`, `PATCH /v3/contact_card`:
     * https://docs.linqapp.com/api/resources/contact_card/methods/update/
     *
     * @param phoneNumber The line.
     * @param firstName The first name.
     * @param imageUrl The photo's address.
     * @param lastName The last name.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun update(
        phoneNumber: String,
        firstName: String? = null,
        imageUrl: String? = null,
        lastName: String? = null,
        options: CallOptions = CallOptions(),
    ): ContactCard =
        calls.reply<ContactCard>("contact_card.update", options) {
            put("phone_number", phoneNumber)
            put("first_name", firstName)
            put("image_url", imageUrl)
            put("last_name", lastName)
        }
}
