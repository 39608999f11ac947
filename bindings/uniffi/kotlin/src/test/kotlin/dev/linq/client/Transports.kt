package dev.linq.client

import java.net.InetAddress
import java.net.http.HttpClient
import java.security.KeyStore
import java.security.cert.CertificateFactory
import javax.net.ssl.SSLContext
import javax.net.ssl.TrustManagerFactory
import javax.net.ssl.X509TrustManager
import okhttp3.Dns
import okhttp3.OkHttpClient

/** Returns one of each transport. */
internal fun transports(): List<HttpTransport> = listOf(OkHttpTransport(), JavaHttpTransport())

/** Returns the constructor of each transport. */
internal fun transportKinds(): List<() -> HttpTransport> = listOf({ OkHttpTransport() }, { JavaHttpTransport() })

/** Returns transports for `localhost`, which OkHttp resolves to an address without a listener first. */
internal fun transportsOfTwoAddresses(): List<HttpTransport> =
    listOf(OkHttpTransport(OkHttpClient.Builder().dns(TwoAddresses).build()), JavaHttpTransport())

private object TwoAddresses : Dns {
    override fun lookup(hostname: String): List<InetAddress> =
        listOf("127.0.0.2", "127.0.0.1").map(InetAddress::getByName)
}

/** Returns the constructor of each transport that trusts a certificate (PEM). */
internal fun transportsByCertificate(): List<(certificate: String) -> HttpTransport> = listOf(
    { certificate ->
        val trust = trustManagerOf(certificate)
        val sockets = tlsOf(trust).socketFactory
        OkHttpTransport(OkHttpClient.Builder().sslSocketFactory(sockets, trust).build())
    },
    { certificate ->
        val tls = tlsOf(trustManagerOf(certificate))
        JavaHttpTransport(HttpClient.newBuilder().sslContext(tls).build())
    },
)

private fun trustManagerOf(certificate: String): X509TrustManager {
    val store = KeyStore.getInstance(KeyStore.getDefaultType()).apply { load(null) }
    val factory = CertificateFactory.getInstance("X.509")
    store.setCertificateEntry("server", factory.generateCertificate(certificate.byteInputStream()))
    val managers = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm())
    managers.init(store)
    return managers.trustManagers.filterIsInstance<X509TrustManager>().single()
}

private fun tlsOf(trust: X509TrustManager): SSLContext =
    SSLContext.getInstance("TLS").apply { init(null, arrayOf(trust), null) }
