//! Who may reach the emulator, and whom it may reach: by default, only this machine.

use std::io;
use std::net::{IpAddr, Ipv4Addr, Ipv6Addr, SocketAddr, TcpListener};

use url::{Host, Url};

#[derive(Clone, Debug)]
pub(crate) struct Network {
    /// Address on which it listens.
    pub(crate) address: IpAddr,
    /// Host in URLs for clients, as in a URL; by default, the address.
    pub(crate) public_host: Option<String>,
    /// Whether control endpoints are available to other machines.
    pub(crate) remote_control: bool,
    /// Hosts of webhook targets that are allowed besides loopback, as in URLs.
    pub(crate) webhook_hosts: Vec<String>,
}

impl Default for Network {
    fn default() -> Self {
        Self {
            address: Ipv4Addr::LOCALHOST.into(),
            public_host: None,
            remote_control: false,
            webhook_hosts: Vec::new(),
        }
    }
}

impl Network {
    /// Listens on a port; 0 for a free one. An error names the port.
    pub(crate) fn bind(&self, port: u16) -> io::Result<TcpListener> {
        let address = SocketAddr::new(self.address, port);
        let listener = TcpListener::bind(address)
            .map_err(|error| io::Error::new(error.kind(), format!("port {port}: {error}")))?;
        listener.set_nonblocking(true)?;
        Ok(listener)
    }

    /// Returns the origin at which clients reach a listener.
    pub(crate) fn origin(&self, listener: SocketAddr) -> String {
        let host = match (&self.public_host, listener.ip()) {
            (Some(host), _) => host.clone(),
            (None, IpAddr::V4(Ipv4Addr::UNSPECIFIED)) => url_host(Ipv4Addr::LOCALHOST.into()),
            (None, IpAddr::V6(Ipv6Addr::UNSPECIFIED)) => url_host(Ipv6Addr::LOCALHOST.into()),
            (None, address) => url_host(address),
        };
        format!("http://{host}:{}", listener.port())
    }

    /// Returns whether a peer may call control endpoints, with this header `Host`. A name other than the public host is
    /// rejected, against DNS rebinding.
    pub(crate) fn allows_control(&self, peer: IpAddr, host: &str) -> bool {
        let name = match host.rsplit_once(':') {
            Some((name, port)) if port.bytes().all(|byte| byte.is_ascii_digit()) => name,
            _ => host,
        };
        match parse_host(name) {
            Some(host) if is_loopback(&host) => self.remote_control || peer.is_loopback(),
            Some(Host::Ipv4(_) | Host::Ipv6(_)) => self.remote_control,
            Some(host) => {
                self.remote_control && self.public_host.as_deref() == Some(&*host.to_string())
            }
            None => false,
        }
    }

    /// Returns whether webhooks may be delivered to a host.
    pub(crate) fn allows_webhooks_to(&self, target: &Url) -> bool {
        target.host().is_some_and(|host| {
            is_loopback(&host) || self.webhook_hosts.contains(&host.to_string())
        })
    }
}

/// Parses a host name or an IP address; IPv6 with or without brackets.
pub(crate) fn parse_host(text: &str) -> Option<Host> {
    match text.parse() {
        Ok(IpAddr::V6(address)) => Some(Host::Ipv6(address)),
        _ => Host::parse(text).ok(),
    }
}

fn is_loopback<S: AsRef<str>>(host: &Host<S>) -> bool {
    match host {
        Host::Domain(name) => name.as_ref() == "localhost",
        Host::Ipv4(address) => address.is_loopback(),
        Host::Ipv6(address) => address.is_loopback(),
    }
}

fn url_host(address: IpAddr) -> String {
    match address {
        IpAddr::V4(address) => address.to_string(),
        IpAddr::V6(address) => format!("[{address}]"),
    }
}

#[cfg(test)]
mod tests {
    use std::net::IpAddr;

    use super::{Network, parse_host};

    const LOOPBACK: [&str; 7] = [
        "127.0.0.1",
        "127.0.0.1:80",
        "localhost",
        "LOCALHOST:1",
        "[::1]",
        "[::1]:80",
        "127.1.2.3",
    ];
    const NAMES: [&str; 5] = [
        "",
        "example.com",
        "127.0.0.1.example.com",
        "localhost.evil:80",
        "a b",
    ];
    const ADDRESSES: [&str; 3] = ["10.0.0.1", "10.0.0.1:4010", "[::2]:80"];

    #[test]
    fn control_is_for_loopback_peers_and_hosts() {
        let network = Network::default();
        let (here, elsewhere): (IpAddr, IpAddr) =
            ("127.0.0.1".parse().unwrap(), "172.17.0.1".parse().unwrap());
        for host in LOOPBACK {
            assert!(network.allows_control(here, host), "{host}");
            assert!(!network.allows_control(elsewhere, host), "{host}");
        }
        for host in NAMES.into_iter().chain(ADDRESSES) {
            assert!(!network.allows_control(here, host), "{host}");
        }
    }

    #[test]
    fn remote_control_accepts_addresses_and_the_public_host() {
        let network = Network {
            remote_control: true,
            public_host: Some("emulator".to_owned()),
            ..Network::default()
        };
        let peer = "172.17.0.1".parse().unwrap();
        for host in LOOPBACK.into_iter().chain(ADDRESSES) {
            assert!(network.allows_control(peer, host), "{host}");
        }
        assert!(network.allows_control(peer, "emulator:4010"));
        assert!(network.allows_control(peer, "Emulator"));
        for host in NAMES {
            assert!(!network.allows_control(peer, host), "{host}");
        }
    }

    #[test]
    fn webhooks_are_delivered_to_loopback_and_allowed_hosts() {
        let allows =
            |network: &Network, url: &str| network.allows_webhooks_to(&url.parse().unwrap());
        let mut network = Network::default();
        for url in ["http://127.0.0.1:1/", "http://localhost/", "http://[::1]/"] {
            assert!(allows(&network, url), "{url}");
        }
        let outside = ["http://receiver:80/", "http://10.0.0.1/", "http://[::2]/"];
        for url in outside {
            assert!(!allows(&network, url), "{url}");
        }
        network.webhook_hosts = ["Receiver", "10.0.0.1", "::2"]
            .map(|host| parse_host(host).unwrap().to_string())
            .to_vec();
        for url in outside {
            assert!(allows(&network, url), "{url}");
        }
        assert!(!allows(&network, "http://receiver.example.com/"));
    }

    #[test]
    fn origin_has_a_host_that_clients_can_reach() {
        let mut network = Network::default();
        let origin = |network: &Network, listener: &str| network.origin(listener.parse().unwrap());
        assert_eq!(origin(&network, "127.0.0.1:1"), "http://127.0.0.1:1");
        assert_eq!(origin(&network, "0.0.0.0:1"), "http://127.0.0.1:1");
        assert_eq!(origin(&network, "[::]:1"), "http://[::1]:1");
        network.public_host = Some("emulator".to_owned());
        assert_eq!(origin(&network, "0.0.0.0:1"), "http://emulator:1");
    }
}
