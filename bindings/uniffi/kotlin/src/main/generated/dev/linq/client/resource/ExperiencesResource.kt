// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.resource

import dev.linq.client.CallOptions
import dev.linq.client.internal.Calls
import dev.linq.client.internal.reply
import dev.linq.client.model.ExperienceListResponse
import dev.linq.client.model.ExperienceRetrieveResponse

/** What Linq's own iMessage app can show. */
public class ExperiencesResource internal constructor(private val calls: Calls) {
    /**
     * Gives one experience, with its actions and the parameters of each.
     *
     * Officially `experiences.retrieve`, `GET /v3/experiences/{experience}`:
     * https://docs.linqapp.com/api/resources/experiences/methods/retrieve/
     *
     * @param experience The experience, such as `agentpay`.
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun retrieve(
        experience: String,
        options: CallOptions = CallOptions(),
    ): ExperienceRetrieveResponse =
        calls.reply<ExperienceRetrieveResponse>("experiences.retrieve", options) {
            put("experience", experience)
        }

    /**
     * Gives the experiences of your account, with their actions and the parameters of each.
     *
     * One is sent as a message: see `ExperienceInvocation`.
     *
     * Officially `experiences.list`, `GET /v3/experiences`:
     * https://docs.linqapp.com/api/resources/experiences/methods/list/
     *
     * @param options What this call does otherwise.
     * @throws dev.linq.client.LinqException with what went wrong, by how far the call got.
     */
    public suspend fun list(
        options: CallOptions = CallOptions(),
    ): ExperienceListResponse =
        calls.reply<ExperienceListResponse>("experiences.list", options)
}
