package dev.linq.client

/** Every transport of ours. */
internal fun transports(): List<HttpTransport> = listOf(OkHttpTransport(), JavaHttpTransport())

/** How to make one of each. */
internal fun transportKinds(): List<() -> HttpTransport> = listOf({ OkHttpTransport() }, { JavaHttpTransport() })
