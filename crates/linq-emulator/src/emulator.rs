//! A running emulator.

use std::io;
use std::net::SocketAddr;
use std::sync::{Arc, MutexGuard, mpsc};
use std::thread::{self, JoinHandle};
use std::time::Duration;

use tokio::runtime::{self, Handle};
use tokio::sync::oneshot;
use uuid::Uuid;

use crate::StoredMessage;
use crate::config::{BASE_PATH, EmulatorConfig};
use crate::control;
use crate::fault::{Fault, InitialFaults, WebhookFault};
use crate::inbound::InboundMessage;
use crate::log::LoggedRequest;
use crate::observed_shapes::{ObservedShapes, ServedVariant};
use crate::outbox::{Delivery, Outbox};
use crate::retry_schedule::RetrySchedule;
use crate::server;
use crate::shared::Shared;
use crate::state::handle::Service;
use crate::state::{ControlError, State};
use crate::store::Store;
use crate::webhook;

/// A server of the Linq Partner API v3 on a port of 127.0.0.1 (by default), which runs from
/// [`Builder::start`](crate::Builder::start) until it is dropped.
///
/// It runs on its own thread and runtime. All methods may be called from blocking and async code, except
/// [`Emulator::settle`], which blocks.
#[derive(Debug)]
pub struct Emulator {
    address: SocketAddr,
    origin: String,
    storage_origin: String,
    shared: Arc<Shared>,
    runtime: Handle,
    stop: Option<oneshot::Sender<()>>,
    thread: Option<JoinHandle<()>>,
}

impl Emulator {
    pub(crate) fn start(config: EmulatorConfig, faults: InitialFaults) -> io::Result<Self> {
        let listener = config.network.bind(config.port)?;
        let address = listener.local_addr()?;
        let storage = config.network.bind(config.storage_port)?;
        let origin = config.network.origin(address);
        let storage_origin = config.network.origin(storage.local_addr()?);
        let store = Arc::new(Store::new(storage_origin.clone()));
        let (outbox, queue) = Outbox::new();
        let observed_shapes = Arc::new(ObservedShapes::new(
            config.observed_shapes,
            config.observed_shapes_from,
        ));
        let state = State::new(config, outbox.clone(), store, observed_shapes);
        let shared = Arc::new(Shared::new(state, outbox, faults));

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
                // Does not wait for a delivery's name lookup.
                runtime.shutdown_background();
            })?;
        Ok(Self {
            address,
            origin,
            storage_origin,
            shared,
            runtime: handle,
            stop: Some(stop),
            thread: Some(thread),
        })
    }

    pub(crate) fn state(&self) -> MutexGuard<'_, State> {
        self.shared.state()
    }

    /// Returns the base URL for clients, such as `http://127.0.0.1:4010/api/partner`; the value of
    /// `LINQ_API_V3_BASE_URL`.
    #[must_use]
    pub fn base_url(&self) -> String {
        format!("{}{}", self.origin, BASE_PATH)
    }

    /// Returns the base URL of the control endpoints, such as `http://127.0.0.1:4010/_emulator`.
    #[must_use]
    pub fn control_url(&self) -> String {
        format!("{}{}", self.origin, control::BASE_PATH)
    }

    /// Returns the address on which the API listens.
    #[must_use]
    pub fn address(&self) -> SocketAddr {
        self.address
    }

    /// Returns the origin for uploads and downloads, such as `http://127.0.0.1:4011`, which differs from the API's.
    #[must_use]
    pub fn storage_url(&self) -> String {
        self.storage_origin.clone()
    }

    /// Returns the account's lines, in the order in which they were added.
    #[must_use]
    pub fn phone_numbers(&self) -> Vec<String> {
        self.shared
            .state()
            .lines
            .iter()
            .map(|line| line.number.clone())
            .collect()
    }

    /// Resets everything to the state after the start: chats, messages, subscriptions, handles, faults, the log,
    /// deliveries, and the RNG of a seed.
    pub fn reset(&self) {
        self.shared.reset();
    }

    /// Returns every request to the API and the storage since the start, the last reset or
    /// [`Emulator::clear_requests`].
    #[must_use]
    pub fn requests(&self) -> Vec<LoggedRequest> {
        self.shared.log().requests().to_vec()
    }

    /// Clears the log of requests.
    pub fn clear_requests(&self) {
        self.shared.log().clear();
    }

    /// Returns every stored message, sent and received, oldest first.
    #[must_use]
    pub fn messages(&self) -> Vec<StoredMessage> {
        self.shared.state().stored_messages()
    }

    /// Adds a fault and returns its id. If several faults match a call, the first added is applied.
    ///
    /// # Errors
    ///
    /// If a probability is not from 0 to 1, or a status or a header is invalid.
    pub fn add_fault(&self, fault: Fault) -> Result<u64, ControlError> {
        self.shared.faults().add(fault)
    }

    /// Returns the added faults, including those that have reached their `times`.
    #[must_use]
    pub fn faults(&self) -> Vec<Fault> {
        self.shared
            .faults()
            .all()
            .iter()
            .map(|set| set.fault.clone())
            .collect()
    }

    /// Removes all faults.
    pub fn clear_faults(&self) {
        self.shared.faults().clear();
    }

    /// Adds a fault of webhook deliveries and returns its id. If several match an event, the first added is applied.
    ///
    /// # Errors
    ///
    /// If a probability is not from 0 to 1.
    pub fn add_webhook_fault(&self, fault: WebhookFault) -> Result<u64, ControlError> {
        self.shared.webhook_faults().add(fault)
    }

    /// Returns the added webhook faults, including those that have reached their `times`.
    #[must_use]
    pub fn webhook_faults(&self) -> Vec<WebhookFault> {
        self.shared
            .webhook_faults()
            .all()
            .iter()
            .map(|set| set.fault.clone())
            .collect()
    }

    /// Removes all webhook faults.
    pub fn clear_webhook_faults(&self) {
        self.shared.webhook_faults().clear();
    }

    /// Enables or disables the limits of a sandbox account; see [`Builder::sandbox`](crate::Builder::sandbox). A reset
    /// restores the setting of the builder.
    pub fn set_sandbox(&self, sandbox: bool) {
        self.shared.state().sandbox.is_enabled = sandbox;
    }

    /// Retries deliveries whose first attempt is still to come as documented, or within three seconds; see
    /// [`Builder::documented_retries`](crate::Builder::documented_retries). A reset restores the setting of the builder.
    pub fn set_documented_retries(&self, documented: bool) {
        self.shared.state().retry_schedule = RetrySchedule::of(documented);
    }

    /// Enables or disables observed shapes; see [`Builder::observed_shapes`](crate::Builder::observed_shapes). A reset
    /// restores the setting of the builder.
    pub fn set_observed_shapes(&self, observed_shapes: bool) {
        self.shared.observed_shapes.set_enabled(observed_shapes);
    }

    /// Returns every observed shape with its count, which may be 0. A reset keeps the counts.
    #[must_use]
    pub fn served_variants(&self) -> Vec<ServedVariant> {
        self.shared.observed_shapes.variants()
    }

    /// Makes the next send or update fail with this event: `message.failed`, `poll.failed`,
    /// `chat.group_name_update_failed`, `chat.group_icon_update_failed` or `chat.background_update_failed`. After n
    /// calls, the next n fail.
    ///
    /// # Errors
    ///
    /// For any other event.
    pub fn fail_next(&self, event: &str) -> Result<(), ControlError> {
        self.shared.fail_next(event)
    }

    /// Sends an inbound message, and returns the ids of the message and its chat.
    ///
    /// # Errors
    ///
    /// If the line or the chat does not exist, the sender is not in the chat, the account has left it, or the parts are
    /// invalid.
    pub fn inbound(&self, message: InboundMessage) -> Result<Received, ControlError> {
        let mut state = self.shared.state();
        let message_id = state.receive(&message.into())?;
        let chat_id = state
            .message(message_id)
            .map(|message| message.chat_id)
            .unwrap_or_default();
        Ok(Received {
            message_id,
            chat_id,
        })
    }

    /// Adds a participant to a group, or adds back one of the account's own lines that has left it.
    ///
    /// # Errors
    ///
    /// If the chat does not exist or is a direct one, or the handle is invalid or already active.
    pub fn join(&self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        self.shared.state().join(chat_id, handle)
    }

    /// Removes a participant who leaves a group. Unlike through the API, the group may become smaller than three.
    ///
    /// # Errors
    ///
    /// If the chat does not exist or is a direct one, or the handle is not active.
    pub fn leave(&self, chat_id: Uuid, handle: &str) -> Result<(), ControlError> {
        self.shared.state().leave(chat_id, handle)
    }

    /// Starts (`started`) or stops a participant's typing indicator.
    ///
    /// # Errors
    ///
    /// If the chat does not exist, the account has left it, or the handle is not active there.
    pub fn typing(&self, chat_id: Uuid, handle: &str, started: bool) -> Result<(), ControlError> {
        self.shared.state().typing(chat_id, handle, started)
    }

    /// Sets the best service of a handle; iMessage by default.
    ///
    /// # Errors
    ///
    /// If the handle is invalid, or is an e-mail address and the service is not iMessage.
    pub fn set_handle_service(&self, handle: &str, service: Service) -> Result<(), ControlError> {
        self.shared.state().put_handle(handle, service)
    }

    /// Returns every webhook delivery since the start or the last reset, with all attempts.
    #[must_use]
    pub fn deliveries(&self) -> Vec<Delivery> {
        self.shared.outbox.deliveries()
    }

    /// Blocks until no delivery is pending, at most for `timeout`. Returns `false` if one still is. With
    /// [`Builder::documented_retries`](crate::Builder::documented_retries), one whose retry is not due is not pending. In async code, use
    /// [`Emulator::settled`].
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

    /// Waits until no delivery is pending.
    pub fn settled(&self) -> impl Future<Output = ()> + Send + use<> {
        let mut pending = self.shared.outbox.pending();
        async move {
            // An error means that the outbox is gone, and all pending deliveries with it.
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

/// Ids of an inbound message.
#[derive(Clone, Copy, Debug, Eq, PartialEq)]
#[non_exhaustive]
pub struct Received {
    /// Id of the message.
    pub message_id: Uuid,
    /// Id of its chat, which may be new.
    pub chat_id: Uuid,
}
