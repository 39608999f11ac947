//! TCP connections whose waits can be cancelled.

use crate::{failure::not_sent, interrupt};
use std::{
    fmt,
    io::{self, Read, Write},
    net::{SocketAddr, TcpStream},
    time::{Duration, Instant},
};
use ureq::{
    Error, Timeout,
    unversioned::transport::{
        Buffers, ConnectProxyConnector, ConnectionDetails, Connector, Either, LazyBuffers,
        NextTimeout, RustlsConnector, Transport,
    },
};

/// Returns a connector for cancellable connections: plain, through a proxy, with TLS.
pub(crate) fn connector() -> impl Connector {
    let plain = ().chain(ConnectProxyConnector::default()).chain(TcpConnector);
    NotSentOnFailure(plain.chain(RustlsConnector::default()))
}

/// Marks the errors of a connector: nothing was sent.
#[derive(Debug)]
struct NotSentOnFailure<C>(C);

impl<C: Connector> Connector for NotSentOnFailure<C> {
    type Out = C::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<C::Out>, Error> {
        let _not_sent = interrupt::connecting();
        self.0.connect(details, chained).map_err(not_sent)
    }
}

#[derive(Debug)]
struct TcpConnector;

impl<In: Transport> Connector<In> for TcpConnector {
    type Out = Either<In, Socket>;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<In>,
    ) -> Result<Option<Self::Out>, Error> {
        if let Some(through_proxy) = chained {
            return Ok(Some(Either::A(through_proxy)));
        }
        let stream = connect(&details.addrs, *details.timeout.after)?;
        let config = details.config;
        stream.set_nodelay(config.no_delay())?;
        Ok(Some(Either::B(Socket {
            stream,
            buffers: LazyBuffers::new(config.input_buffer_size(), config.output_buffer_size()),
            read_timeout: None,
            write_timeout: None,
        })))
    }
}

fn connect(addresses: &[SocketAddr], budget: Duration) -> Result<TcpStream, Error> {
    let stream = if interrupt::has_hook() {
        let addresses = addresses.to_vec();
        interrupt::run_on_thread(budget, move || connect_to_any(&addresses, budget))?
    } else {
        Some(connect_to_any(addresses, budget))
    };
    match stream {
        Some(Err(error)) if error.kind() != io::ErrorKind::TimedOut => Err(error.into()),
        Some(Ok(stream)) => Ok(stream),
        _ => Err(Error::Timeout(Timeout::Connect)),
    }
}

/// Connects to the first address that accepts. Each may take half of the time that is left, the last all of it.
fn connect_to_any(addresses: &[SocketAddr], budget: Duration) -> io::Result<TcpStream> {
    const MIN_TIMEOUT: Duration = Duration::from_millis(10);
    let started = Instant::now();
    let mut last_error = io::ErrorKind::AddrNotAvailable.into();
    for (index, address) in addresses.iter().enumerate() {
        let left = budget.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let is_last = index + 1 == addresses.len();
        let share = if is_last { left } else { left / 2 };
        match TcpStream::connect_timeout(address, share.max(MIN_TIMEOUT)) {
            Ok(stream) => return Ok(stream),
            Err(error) => last_error = error,
        }
    }
    Err(last_error)
}

/// A TCP connection that waits in slices, so that a wait can be cancelled.
///
/// ureq's own TCP transport does not report how much was written when a slice of a write times out.
struct Socket {
    stream: TcpStream,
    buffers: LazyBuffers,
    read_timeout: Option<Duration>,
    write_timeout: Option<Duration>,
}

impl Transport for Socket {
    fn buffers(&mut self) -> &mut dyn Buffers {
        &mut self.buffers
    }

    fn transmit_output(&mut self, amount: usize, timeout: NextTimeout) -> Result<(), Error> {
        let mut sent = 0;
        let mut wait = Wait::new(timeout.for_write());
        while sent < amount {
            let left = wait.left()?;
            // On Windows, a write that timed out may have sent any number of bytes.
            let slice = if cfg!(windows) {
                left
            } else {
                interrupt::slice(left)
            };
            set_timeout(&mut self.write_timeout, slice, |timeout| {
                self.stream.set_write_timeout(timeout)
            })?;
            match (&self.stream).write(&self.buffers.output()[sent..amount]) {
                Ok(0) => return Err(io::Error::from(io::ErrorKind::WriteZero).into()),
                Ok(written) => sent += written,
                Err(error) => retry_io(error)?,
            }
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let mut wait = Wait::new(timeout.for_read());
        loop {
            let slice = interrupt::slice(wait.left()?);
            set_timeout(&mut self.read_timeout, slice, |timeout| {
                self.stream.set_read_timeout(timeout)
            })?;
            // On Windows, a read that timed out may have lost bytes; a peek has not.
            if cfg!(windows)
                && interrupt::has_hook()
                && let Err(error) = self.stream.peek(&mut [0])
            {
                retry_io(error)?;
                continue;
            }
            match (&self.stream).read(self.buffers.input_append_buf()) {
                Ok(amount) => {
                    self.buffers.input_appended(amount);
                    return Ok(amount > 0);
                }
                Err(error) => retry_io(error)?,
            }
        }
    }

    /// Returns whether the connection can be reused: open, with no unsolicited bytes.
    fn is_open(&mut self) -> bool {
        let idle =
            self.stream
                .set_nonblocking(true)
                .and_then(|()| match self.stream.peek(&mut [0]) {
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
                    Ok(_) => Err(io::ErrorKind::InvalidData.into()),
                    Err(error) => Err(error),
                });
        idle.and_then(|()| self.stream.set_nonblocking(false))
            .is_ok()
    }
}

/// Sets a timeout of the socket, unless it is set already.
fn set_timeout(
    present: &mut Option<Duration>,
    wanted: Duration,
    set: impl FnOnce(Option<Duration>) -> io::Result<()>,
) -> io::Result<()> {
    if *present == Some(wanted) {
        return Ok(());
    }
    match set(Some(wanted)) {
        Ok(()) => *present = Some(wanted),
        // macOS rejects it once the peer has closed, although a response may be left to read.
        Err(error) if cfg!(target_os = "macos") && error.kind() == io::ErrorKind::InvalidInput => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The timeout of one read or write of ureq.
struct Wait {
    timeout: NextTimeout,
    started: Option<Instant>,
}

impl Wait {
    fn new(timeout: NextTimeout) -> Self {
        Self {
            timeout,
            started: None,
        }
    }

    /// Returns the time left; an error if there is none, or if the hook cancels.
    fn left(&mut self) -> Result<Duration, Error> {
        interrupt::poll_hook().map_err(io::Error::from)?;
        let started = *self.started.get_or_insert_with(Instant::now);
        let left = self.timeout.after.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(Error::Timeout(self.timeout.reason));
        }
        Ok(left)
    }
}

/// Returns `Ok` if the read or write is to be retried: a slice timed out or a signal arrived, and the hook does not
/// cancel.
fn retry_io(error: io::Error) -> Result<(), Error> {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted => {
            Ok(interrupt::poll_hook_now().map_err(io::Error::from)?)
        }
        _ => Err(error.into()),
    }
}

impl fmt::Debug for Socket {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.debug_tuple("Socket")
            .field(&self.stream.peer_addr().ok())
            .finish()
    }
}
