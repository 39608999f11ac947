//! A running emulator, as its user holds it.

use std::io;
use std::net::{Ipv4Addr, SocketAddr, TcpListener};
use std::sync::{Arc, MutexGuard, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::StoredMessage;
use crate::as_seen::{AsSeen, ServedVariant};
use crate::control;
use crate::fault::Fault;
use crate::inbound::InboundMessage;
use crate::log::LoggedRequest;
use crate::outbox::{Delivery, Outbox};
use crate::server;
use crate::settings::{BASE_PATH, Settings};
use crate::shared::Shared;
use crate::store::Store;
use crate::webhook;
use crate::world::handle::Service;
use crate::world::{ControlError, World};

/// The Linq Partner API v3 on a port of 127.0.0.1, from [`Builder::start`](crate::Builder::start) until
/// it is dropped.
///
/// It runs on a thread and a runtime of its own. All methods are short and may be called from
/// blocking and async code alike, except [`Emulator::settle`], which blocks.
#[derive(Debug)]
pub struct Emulator {
    address: SocketAddr,
    storage_address: SocketAddr,
    shared: Arc<Shared>,
    runtime: Handle,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    pub(crate) fn start(settings: Settings) -> io::Result<Self> {
        let listener = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.port))?;
        listener.set_nonblocking(true)?;
        let address = listener.local_addr()?;
        let storage = TcpListener::bind((Ipv4Addr::LOCALHOST, settings.storage_port))?;
        storage.set_nonblocking(true)?;
        let storage_address = storage.local_addr()?;
        let store = Arc::new(Store::new(storage_address));
        let (outbox, queue) = Outbox::new();
        let as_seen = Arc::new(AsSeen::new(settings.as_seen, settings.as_seen_from));
        let world = World::new(settings, outbox.clone(), store, as_seen);
        let shared = Arc::new(Shared::new(world, outbox));

        let runtime = runtime::Builder::new_current_thread()
            .enable_all()
            .build()?;
        let handle = runtime.handle().clone();
        let (listener, storage) = {
            let _inside = runtime.enter();
            let from_std = tokio::net::TcpListener::from_std;
            (from_std(listener)?, from_std(storage)?)
        };
        let (stop, stopped) = oneshot::channel();
        let served = Arc::clone(&shared);
        let thread = thread::Builder::new()
            .name("linq-emulator".to_owned())
            .spawn(move || {
                runtime.block_on(async {
                    tokio::select! {
                        _ = stopped => {}
                        () = server::serve(listener, Arc::clone(&served)) => {}
                        () = server::serve_storage(storage, Arc::clone(&served)) => {}
                        () = async {
                            webhook::run(served, queue).await;
                            std::future::pending::<()>().await;
                        } => {}
                    }
                });
                // Does not wait for a name lookup that a delivery may be in.
                runtime.shutdown_background();
            })?;
        Ok(Self {
            address,
            storage_address,
            shared,
            runtime: handle,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn world(&self) -> MutexGuard<'_, World> {
        self.shared.world()
    }

    /// What a client takes as its base URL, such as `http://127.0.0.1:4010/api/partner`; the value
    /// of `LINQ_API_V3_BASE_URL`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("http://{}{}", self.address, BASE_PATH)
    }

    /// Where the control endpoints are, such as `http://127.0.0.1:4010/_emulator`.
    #[must_use]
    pub fn control_url(&self) -> String {
        format!("http://{}{}", self.address, control::BASE_PATH)
    }

    /// The address that is listened on.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// The origin that files are uploaded to and downloaded from, such as
    /// `http://127.0.0.1:4011`; another one than the API's.
    #[must_use]
    pub fn storage_url(&self) -> String {
        format!("http://{}", self.storage_address)
    }

    /// The account's lines, the first one first.
    #[must_use]
    pub fn phone_numbers(&self) -> Vec<String> {
        self.shared
            .world()
            .lines
            .iter()
            .map(|line| line.number.clone())
            .collect()
    }

    /// Forgets everything, as if just started: chats, messages, subscriptions, handles, faults, the
    /// log and deliveries. A seed begins anew.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Every request to the API and to the storage since the start, the last reset or [`Emulator::clear_requests`].
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.shared.log().requests().to_vec()
    }

    /// Empties the log of requests.
    pub fn clear_requests(&self) {
        self.shared.log().clear();
    }

    /// Every message that is stored, sent and received, the oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<StoredMessage> {
        self.shared.world().stored_messages()
    }

    /// Sets a fault behind those set before, and gives its id. When several would strike a call,
    /// the first one does.
    ///
    /// Fails when a probability is not from 0 to 1, a status is none or a header is not a header.
    pub fn add_fault(&self, fault: Fault) -> Result<u64, ControlError> {
        self.shared.faults().add(fault)
    }

    /// The faults that are set, also those that have happened as often as they may.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.shared
            .faults()
            .all()
            .iter()
            .map(|set| set.fault.clone())
            .collect()
    }

    /// Takes all faults away.
    pub fn clear_faults(&self) {
        self.shared.faults().clear();
    }

    /// Sends observed shapes from now on, or documented ones again; see
    /// [`Builder::as_seen`](crate::Builder::as_seen). A reset switches back to the setting of the builder.
    pub fn set_as_seen(&self, as_seen: bool) {
        self.shared.as_seen.switch(as_seen);
    }

    /// Every observed shape, served or not, with how often it was; a reset keeps the counts.
    #[must_use]
    pub fn served_variants(&self) -> Vec<ServedVariant> {
        self.shared.as_seen.variants()
    }

    /// Lets the next send or update fail: `message.failed`, `poll.failed`,
    /// `chat.group_name_update_failed`, `chat.group_icon_update_failed` or
    /// `chat.background_update_failed`. Asked n times, the next n fail.
    ///
    /// Fails for any other event.
    pub fn fail_next(&self, event: &str) -> Result<(), ControlError> {
        self.shared.fail_next(event)
    }

    /// A person writes; gives the ids of the message and its chat.
    ///
    /// Fails when the line or the chat does not exist, when the person is not in the chat or the
    /// account has left it, and when the parts break the rules for parts.
    pub fn inbound(&self, message: InboundMessage) -> Result<Received, ControlError> {
        let mut world = self.shared.world();
        let message_id = world.receive(&message.into())?;
        let chat_id = world
            .message(message_id)
            .map(|message| message.chat_id)
            .unwrap_or_default();
        Ok(Received {
            message_id,
            chat_id,
        })
    }

    /// A person joins a group, or, for one of the account's own lines, someone adds it back.
    ///
    /// Fails when the chat does not exist or is a direct one, and when the handle is invalid or
    /// active already.
    pub fn join(&self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        self.shared.world().join(chat_id, handle)
    }

    /// A member leaves a group; unlike by the API, it may become smaller than three.
    ///
    /// Fails when the chat does not exist or is a direct one, and when the handle is not active.
    pub fn leave(&self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        self.shared.world().depart(chat_id, handle)
    }

    /// A person begins (`started`) or stops typing.
    ///
    /// Fails when the chat does not exist, when the account has left it and when the handle is not
    /// active there.
    pub fn typing(&self, chat_id: Uuid, handle: &str, started: bool) -> Result<(), ControlError> {
        self.shared.world().typing(chat_id, handle, started)
    }

    /// Says which service is the best that a handle can be reached on; iMessage before.
    ///
    /// Fails when the handle is invalid, and for an e-mail address without iMessage.
    pub fn set_handle_service(&self, handle: &str, service: Service) -> Result<(), ControlError> {
        self.shared.world().put_handle(handle, service)
    }

    /// Every webhook delivery since the start or the last reset, with all tries.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.outbox.deliveries()
    }

    /// Blocks until no delivery is waiting for a try, at most for `timeout`; whether that came
    /// about. In async code [`Emulator::settled`] does the same without blocking.
    #[must_use]
    pub fn settle(&self, timeout: Duration) -> bool {
        let (done, quiet) = mpsc::channel();
        let settled = self.settled();
        let waiter = self.runtime.spawn(async move {
            settled.await;
            let _ = done.send(());
        });
        let came_about = quiet.recv_timeout(timeout).is_ok();
        waiter.abort();
        came_about
    }

    /// Waits until no delivery is waiting for a try.
    pub fn settled(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut pending = self.shared.outbox.pending();
        async move {
            // An error would mean that the outbox is gone, and everything pending with it.
            let _ = pending.wait_for(|pending| *pending == 0).await;
        }
    }
}

impl Drop for Emulator {
    fn drop(&mut self) {
        if let Some(stop) = self.stop.take() {
            let _ = stop.send(());
        }
        if let Some(thread) = self.thread.take() {
            let _ = thread.join();
        }
    }
}

/// Where a message of a person ended up.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// The message.
    pub message_id: Uuid,
    /// Its chat, which it may have begun.
    pub chat_id: Uuid,
}
