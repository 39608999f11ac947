// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.HandleCheckResponse

/** Which services reach somebody. */
public class CapabilityResource internal constructor(private val calls: Calls) {
    /**
     * Says whether somebody can be reached over iMessage. One check in 10 seconds.
     *
     * Officially `capability.check_i_message`, `POST /v3/capability/check_imessage`:
     * https://docs.linqapp.com/api/resources/capability/methods/check_i_message/
     *
     * @param address Whom to reach: a phone number or an e-mail address.
     * @param from The line to check from; any of yours unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun checkIMessage(
        address: String,
        from: String? = null,
        options: CallOptions = CallOptions(),
    ): HandleCheckResponse =
        calls.reply<HandleCheckResponse>("capability.check_i_message", options) {
            put("address", address)
            put("from", from)
        }

    /**
     * Says whether somebody can be reached over RCS. One check in 10 seconds.
     *
     * A reply is about the recipient. The codes 4004 (RCS is off for the line that checks), 4009 and 4010 mean that
     * there is no answer: "unknown", never "no". They are not tried again.
     *
     * Officially `capability.check_RCS`, `POST /v3/capability/check_rcs`:
     * https://docs.linqapp.com/api/resources/capability/methods/check_RCS/
     *
     * @param address Whom to reach: a phone number.
     * @param from The line to check from; any of yours unless told otherwise.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun checkRcs(
        address: String,
        from: String? = null,
        options: CallOptions = CallOptions(),
    ): HandleCheckResponse =
        calls.reply<HandleCheckResponse>("capability.check_RCS", options) {
            put("address", address)
            put("from", from)
        }
}
