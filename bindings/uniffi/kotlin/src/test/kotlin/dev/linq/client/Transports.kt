package dev.linq.client

/** Every transport of ours. */
internal fun transports(): List<HttpTransport> = listOf(OkHttpTransport(), JavaHttpTransport())
