// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.Change
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.PhoneNumberListResponse
import dev.linq.client.model.PhoneNumberUpdateResponse
import dev.linq.client.model.ReputationAudit
import dev.linq.client.model.ReputationAuditStarted

/** Your lines. */
public class PhoneNumbersResource internal constructor(private val calls: Calls) {
    /**
     * Says where calls to one of your lines are forwarded.
     *
     * Officially `phone_numbers.update`, `PUT /v3/phone_numbers/{phone_number_id}`:
     * https://docs.linqapp.com/api/resources/phone_numbers/methods/update/
     *
     * @param phoneNumberId The line.
     * @param forwardingNumber Where to; `Change.Clear` or an empty text ends it.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun update(
        phoneNumberId: String,
        forwardingNumber: Change<String>,
        options: CallOptions = CallOptions(),
    ): PhoneNumberUpdateResponse =
        calls.reply<PhoneNumberUpdateResponse>("phone_numbers.update", options) {
            put("phone_number_id", phoneNumberId)
            put("forwarding_number", forwardingNumber)
        }

    /**
     * Gives the lines that your key may send from, with their reputation.
     *
     * Officially `phone_numbers.list`, `GET /v3/phone_numbers`:
     * https://docs.linqapp.com/api/resources/phone_numbers/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): PhoneNumberListResponse =
        calls.reply<PhoneNumberListResponse>("phone_numbers.list", options)

    /**
     * Gives an audit of a line's reputation, and its report once that is complete; for 24 hours.
     *
     * Officially `phone_numbers.get_reputation_audit`, `GET
     * /v3/phone_numbers/{phone_number}/reputation_audit/{audit_id}`:
     * https://docs.linqapp.com/api/resources/phone_numbers/methods/get_reputation_audit/
     *
     * @param phoneNumber The line.
     * @param auditId The audit.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun reputationAudit(
        phoneNumber: String,
        auditId: String,
        options: CallOptions = CallOptions(),
    ): ReputationAudit =
        calls.reply<ReputationAudit>("phone_numbers.get_reputation_audit", options) {
            put("phone_number", phoneNumber)
            put("audit_id", auditId)
        }

    /**
     * Starts an audit of a line's reputation. Its report is read with the `audit_id` of the reply.
     *
     * While one is under way, starting another gives that one. After it there is a pause before the next (code 1007).
     *
     * Officially `phone_numbers.start_reputation_audit`, `POST /v3/phone_numbers/{phone_number}/reputation_audit`:
     * https://docs.linqapp.com/api/resources/phone_numbers/methods/start_reputation_audit/
     *
     * @param phoneNumber The line.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun startReputationAudit(
        phoneNumber: String,
        options: CallOptions = CallOptions(),
    ): ReputationAuditStarted =
        calls.reply<ReputationAuditStarted>("phone_numbers.start_reputation_audit", options) {
            put("phone_number", phoneNumber)
        }
}
