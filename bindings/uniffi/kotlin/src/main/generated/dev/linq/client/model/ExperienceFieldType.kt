// Written by `cargo xtask bindings`: change what it is written from.

package dev.linq.client.model

import kotlinx.serialization.Serializable

/**
 * What a parameter of an experience's action takes.
 *
 * A value that this version does not know is one like any other.
 *
 * @property value What the API calls it.
 */
@JvmInline
@Serializable
public value class ExperienceFieldType(public val value: String) {
    override fun toString(): String = value

    /** The values that this version knows. */
    public companion object {
        /** Text. */
        public val String: ExperienceFieldType = ExperienceFieldType("string")

        /** An amount of money in its smallest unit. */
        public val Cents: ExperienceFieldType = ExperienceFieldType("cents")

        /** A whole number. */
        public val Int: ExperienceFieldType = ExperienceFieldType("int")

        /** An absolute `https` URL. */
        public val Url: ExperienceFieldType = ExperienceFieldType("url")
    }
}
