//! Fallback between the addresses of a host.

use super::*;
use linq_core::{ApiKey, exchange::BaseUrl};
use std::{
    net::{SocketAddr, TcpListener},
    thread,
};
use ureq::unversioned::{resolver::ResolvedSocketAddrs, transport::NextTimeout};

#[derive(Debug)]
struct Addresses(Vec<SocketAddr>);

impl Resolver for Addresses {
    fn resolve(
        &self,
        _: &Uri,
        _: &ureq::config::Config,
        _: NextTimeout,
    ) -> Result<ResolvedSocketAddrs, ureq::Error> {
        let mut all = self.empty();
        self.0.iter().for_each(|address| all.push(*address));
        Ok(all)
    }
}

/// Returns a client of `http://127.0.0.1:PORT`, with a host that resolves to these addresses.
fn client(port: u16, addresses: &[SocketAddr]) -> Client {
    let base_url = BaseUrl::insecure(&format!("http://127.0.0.1:{port}")).unwrap();
    let config = ExchangeConfig::new(base_url, &ApiKey::new("key").unwrap()).max_retries(0);
    let resolver = Addresses(addresses.to_vec());
    Client::from_transport(Blocking::with_resolver(resolver, ClientConfig::new(config)).unwrap())
}

/// Reads a request and closes the connection without a response.
fn drop_connection(listener: &TcpListener) {
    let (mut stream, _) = listener.accept().unwrap();
    assert!(stream.read(&mut [0; 4096]).unwrap() > 0);
}

#[test]
fn connect_falls_back_to_the_second_address() {
    let listener = TcpListener::bind("127.0.0.1:0").unwrap();
    let address = listener.local_addr().unwrap();
    let closed = SocketAddr::from(([127, 0, 0, 2], address.port()));
    let linq = client(address.port(), &[closed, address]);
    let server = thread::spawn(move || drop_connection(&listener));
    let error = linq.chats().share_contact_card("c").send().unwrap_err();
    assert!(error.may_have_taken_effect(), "{error}");
    server.join().unwrap();
}

#[test]
fn connect_fails_if_every_address_refuses() {
    let port = TcpListener::bind("127.0.0.1:0").unwrap().local_addr();
    let port = port.unwrap().port();
    let addresses = [2, 3].map(|last| SocketAddr::from(([127, 0, 0, last], port)));
    let linq = client(port, &addresses);
    let error = linq.chats().share_contact_card("c").send().unwrap_err();
    assert!(!error.may_have_taken_effect(), "{error}");
}
