package dev.linq.client

import dev.linq.client.ffi.HandleKind
import dev.linq.client.internal.checked
import dev.linq.client.internal.native

/** A phone number or an e-mail address. */
public sealed interface Handle {
    /** As it was given. */
    public val value: String

    /** A phone number in E.164. */
    public data class Phone(override val value: String) : Handle

    /** An e-mail address. */
    public data class Email(override val value: String) : Handle

    /** Reads handles. */
    public companion object {
        /**
         * Reads a phone number in E.164, or an e-mail address.
         *
         * @throws LinqException.InvalidArgument with what is wrong with it.
         */
        public fun parse(text: String): Handle {
            val handle = native { dev.linq.client.ffi.parseHandle(checked("handle", text)) }
            return when (handle.kind) {
                HandleKind.PHONE -> Phone(handle.value)
                HandleKind.EMAIL -> Email(handle.value)
            }
        }
    }
}
