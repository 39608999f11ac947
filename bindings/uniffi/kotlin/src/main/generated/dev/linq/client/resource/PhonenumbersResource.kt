// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.PhonenumberListResponse

/** Your lines, deprecated by the API in favour of `phone_numbers`. */
public class PhonenumbersResource internal constructor(private val calls: Calls) {
    /**
     * Gives your lines. Deprecated by the API in favour of `linq.phoneNumbers.list`.
     *
     * Officially `phonenumbers.list`, `GET /v3/phonenumbers`:
     * https://docs.linqapp.com/api/resources/phonenumbers/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): PhonenumberListResponse =
        calls.reply<PhonenumberListResponse>("phonenumbers.list", options)
}
