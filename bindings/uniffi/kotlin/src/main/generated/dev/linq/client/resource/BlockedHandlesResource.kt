// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.done
import dev.linq.client.internal.reply
import dev.linq.client.model.BlockedHandleBlockResponse
import dev.linq.client.model.BlockedHandleListResponse

/** Whom you have blocked. */
public class BlockedHandlesResource internal constructor(private val calls: Calls) {
    /**
     * Gives everybody whom you have blocked, the newest first.
     *
     * Officially `blocked_handles.list`, `GET /v3/blocked_handles`:
     * https://docs.linqapp.com/api/resources/blocked_handles/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): BlockedHandleListResponse =
        calls.reply<BlockedHandleListResponse>("blocked_handles.list", options)

    /**
     * Blocks somebody: a phone number, an e-mail address, a short code or a sender's name.
     *
     * What they send is dropped without an event, and a direct message to them is refused (code 2026). Groups that they
     * are in go on. Blocking twice gives the entry that is there.
     *
     * Officially `blocked_handles.block`, `POST /v3/blocked_handles`:
     * https://docs.linqapp.com/api/resources/blocked_handles/methods/block/
     *
     * @param handle Whom to block.
     * @param reason Why: a note for yourself.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun block(
        handle: String,
        reason: String? = null,
        options: CallOptions = CallOptions(),
    ): BlockedHandleBlockResponse =
        calls.reply<BlockedHandleBlockResponse>("blocked_handles.block", options) {
            put("handle", handle)
            put("reason", reason)
        }

    /**
     * Lets somebody write to you again, and you to them.
     *
     * Officially `blocked_handles.unblock`, `DELETE /v3/blocked_handles`:
     * https://docs.linqapp.com/api/resources/blocked_handles/methods/unblock/
     *
     * @param handle Whom to unblock.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun unblock(
        handle: String,
        options: CallOptions = CallOptions(),
    ) {
        calls.done("blocked_handles.unblock", options) {
            put("handle", handle)
        }
    }
}
