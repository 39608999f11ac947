package dev.linq.client

import java.net.InetAddress
import okhttp3.Dns
import okhttp3.OkHttpClient

/** Every transport of ours. */
internal fun transports(): List<HttpTransport> = listOf(OkHttpTransport(), JavaHttpTransport())

/** How to make one of each. */
internal fun transportKinds(): List<() -> HttpTransport> = listOf({ OkHttpTransport() }, { JavaHttpTransport() })

/** Every transport, for `localhost`; OkHttp takes it for a host whose first address has no listener. */
internal fun transportsOfTwoAddresses(): List<HttpTransport> =
    listOf(OkHttpTransport(OkHttpClient.Builder().dns(TwoAddresses).build()), JavaHttpTransport())

private object TwoAddresses : Dns {
    override fun lookup(hostname: String): List<InetAddress> =
        listOf("127.0.0.2", "127.0.0.1").map(InetAddress::getByName)
}
