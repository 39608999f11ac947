package dev.linq.client

import dev.linq.client.ffi.HandleKind
import dev.linq.client.internal.checked
import dev.linq.client.internal.native

/** A phone number or an e-mail address. */
public sealed interface Handle {
    /** The handle, verbatim. */
    public val value: String

    /** An E.164 phone number. */
    public data class Phone(override val value: String) : Handle

    /** An e-mail address. */
    public data class Email(override val value: String) : Handle

    /** Parses handles. */
    public companion object {
        /**
         * Parses an E.164 phone number or an e-mail address.
         *
         * @throws LinqException.InvalidArgument if the text is neither.
         */
        @JvmStatic
        public fun parse(text: String): Handle {
            val handle = native { dev.linq.client.ffi.parseHandle(checked("handle", text)) }
            return when (handle.kind) {
                HandleKind.PHONE -> Phone(handle.value)
                HandleKind.EMAIL -> Email(handle.value)
            }
        }
    }
}
