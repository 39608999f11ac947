use crate::{failure::unsent, interrupt};
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

/// Opens connections whose waits can be interrupted: plain, through a proxy, with TLS.
pub(crate) fn connector() -> impl Connector {
    let plain = ().chain(ConnectProxyConnector::default()).chain(TcpConnector);
    Unsent(plain.chain(RustlsConnector::default()))
}

/// Marks that until a connection is open, nothing has been sent.
#[derive(Debug)]
struct Unsent<C>(C);

impl<C: Connector> Connector for Unsent<C> {
    type Out = C::Out;

    fn connect(
        &self,
        details: &ConnectionDetails<'_>,
        chained: Option<()>,
    ) -> Result<Option<C::Out>, Error> {
        let _unsent = interrupt::opening();
        self.0.connect(details, chained).map_err(unsent)
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
    let stream = if interrupt::is_possible() {
        let addresses = addresses.to_vec();
        interrupt::elsewhere(budget, move || connect_to_any(&addresses, budget))?
    } else {
        Some(connect_to_any(addresses, budget))
    };
    match stream {
        Some(Err(error)) if error.kind() != io::ErrorKind::TimedOut => Err(error.into()),
        Some(Ok(stream)) => Ok(stream),
        _ => Err(Error::Timeout(Timeout::Connect)),
    }
}

/// The first address that answers. Each may take half of the time that is left, the last all of it.
fn connect_to_any(addresses: &[SocketAddr], budget: Duration) -> io::Result<TcpStream> {
    const SHORTEST: Duration = Duration::from_millis(10);
    let started = Instant::now();
    let mut failure = io::ErrorKind::AddrNotAvailable.into();
    for (index, address) in addresses.iter().enumerate() {
        let left = budget.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(io::ErrorKind::TimedOut.into());
        }
        let is_last = index + 1 == addresses.len();
        let share = if is_last { left } else { left / 2 };
        match TcpStream::connect_timeout(address, share.max(SHORTEST)) {
            Ok(stream) => return Ok(stream),
            Err(error) => failure = error,
        }
    }
    Err(failure)
}

/// A TCP connection that waits in slices, so that the waiting thread can be told to stop.
///
/// ureq's own cannot tell how much of the output has gone when a slice of a write is over.
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
        let mut wait = Wait::new(timeout);
        while sent < amount {
            let left = wait.left()?;
            // There, a write whose time is over may have sent anything.
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
                Err(error) => go_on_after(error)?,
            }
        }
        Ok(())
    }

    fn await_input(&mut self, timeout: NextTimeout) -> Result<bool, Error> {
        let mut wait = Wait::new(timeout);
        loop {
            let slice = interrupt::slice(wait.left()?);
            set_timeout(&mut self.read_timeout, slice, |timeout| {
                self.stream.set_read_timeout(timeout)
            })?;
            // There, a read whose time is over may have lost something; a look has not.
            if cfg!(windows)
                && interrupt::is_possible()
                && let Err(error) = self.stream.peek(&mut [0])
            {
                go_on_after(error)?;
                continue;
            }
            match (&self.stream).read(self.buffers.input_append_buf()) {
                Ok(amount) => {
                    self.buffers.input_appended(amount);
                    return Ok(amount > 0);
                }
                Err(error) => go_on_after(error)?,
            }
        }
    }

    /// Whether it can serve another request: open, and with nothing said unasked.
    fn is_open(&mut self) -> bool {
        let silent =
            self.stream
                .set_nonblocking(true)
                .and_then(|()| match self.stream.peek(&mut [0]) {
                    Err(error) if error.kind() == io::ErrorKind::WouldBlock => Ok(()),
                    Ok(_) => Err(io::ErrorKind::InvalidData.into()),
                    Err(error) => Err(error),
                });
        silent
            .and_then(|()| self.stream.set_nonblocking(false))
            .is_ok()
    }
}

/// A system call only if the socket does not have this timeout yet.
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
        // macOS refuses once the other side has closed, although a reply may be there to be read.
        Err(error) if cfg!(target_os = "macos") && error.kind() == io::ErrorKind::InvalidInput => {}
        Err(error) => return Err(error),
    }
    Ok(())
}

/// The time that one read or write of ureq's may take.
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

    /// What is left of it; an error if nothing is, or if the thread was told to stop.
    fn left(&mut self) -> Result<Duration, Error> {
        interrupt::ask_now_and_then().map_err(io::Error::from)?;
        let started = *self.started.get_or_insert_with(Instant::now);
        let left = self.timeout.after.saturating_sub(started.elapsed());
        if left.is_zero() {
            return Err(Error::Timeout(self.timeout.reason));
        }
        Ok(left)
    }
}

/// `Ok` if the error says only that a slice is over, or that a signal came, and nobody wants to stop.
fn go_on_after(error: io::Error) -> Result<(), Error> {
    match error.kind() {
        io::ErrorKind::WouldBlock | io::ErrorKind::TimedOut | io::ErrorKind::Interrupted => {
            Ok(interrupt::ask().map_err(io::Error::from)?)
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
