//! `linq-emulator`: the Linq Partner API v3 on a local port.

use std::io::{self, Write as _};
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, ValueExt as _};
use linq_emulator::{Builder, Emulator};

const HELP: &str = "\
Serves the Linq Partner API v3 on this machine, for tests, demos and CI.

Usage: linq-emulator [OPTIONS]

Options:
  --port N             Port on 127.0.0.1; a free one by default
  --storage-port N     Port for uploads and downloads; a free one by default
  --seed N             Seed of ids, secrets, dates and probabilities
  --api-key KEY        The only bearer token accepted; any by default
  --phone-number +N    A line of the account, E.164; may be repeated
                       [default: +12223334444 +12223334445 +12223334446]
  --enforce-limits     Real rate limits: 30 messages a minute to one recipient,
                       one contact card in five minutes to one chat, three
                       changes of a card in ten, one capability check in ten
                       seconds
  --observed-shapes    Responses and events in observed shapes, with fields left
                       out as by servers
  --observed-shapes-from N
                       The same, beginning at shape N of each rotation
  -h, --help           Print this help
  -V, --version        Print the version

The first line printed is the base URL, for LINQ_API_V3_BASE_URL. Faults, inbound
messages and the request log are under /_emulator on the same port; the README
has examples. Ctrl-C or SIGTERM stops it.";

fn main() -> ExitCode {
    match arguments(lexopt::Parser::from_env()) {
        Ok(Some(builder)) => match run(builder) {
            Ok(()) => ExitCode::SUCCESS,
            Err(error) => fail(&*error),
        },
        Ok(None) => ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("linq-emulator: {error}\nTry 'linq-emulator --help'.");
            ExitCode::from(2)
        }
    }
}

fn fail(error: &dyn std::error::Error) -> ExitCode {
    eprintln!("linq-emulator: {error}");
    ExitCode::FAILURE
}

/// Returns the options, or `None` if help or the version was printed.
fn arguments(mut parser: lexopt::Parser) -> Result<Option<Builder>, lexopt::Error> {
    let mut builder = Emulator::builder();
    while let Some(argument) = parser.next()? {
        builder = match argument {
            Long("port") => builder.port(parser.value()?.parse()?),
            Long("storage-port") => builder.storage_port(parser.value()?.parse()?),
            Long("seed") => builder.seed(parser.value()?.parse()?),
            Long("api-key") => builder.api_key(parser.value()?.string()?),
            Long("phone-number") => builder.phone_number(parser.value()?.string()?),
            Long("enforce-limits") => builder.enforce_limits(true),
            Long("observed-shapes") => builder.observed_shapes(true),
            Long("observed-shapes-from") => {
                let variant = parser.value()?.parse()?;
                builder.observed_shapes(true).observed_shapes_from(variant)
            }
            Short('h') | Long("help") => {
                println!("{HELP}");
                return Ok(None);
            }
            Short('V') | Long("version") => {
                println!("linq-emulator {}", env!("CARGO_PKG_VERSION"));
                return Ok(None);
            }
            other => return Err(other.unexpected()),
        };
    }
    Ok(Some(builder))
}

fn run(builder: Builder) -> Result<(), Box<dyn std::error::Error>> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // Signal handlers are installed before the address is printed.
        let end = shutdown_signal()?;
        let emulator = builder.start()?;
        print_addresses(&emulator)?;
        end.await;
        Ok(())
    })
}

fn print_addresses(emulator: &Emulator) -> io::Result<()> {
    let mut stdout = io::stdout();
    writeln!(stdout, "{}", emulator.base_url())?;
    stdout.flush()?;
    eprintln!("lines: {}", emulator.phone_numbers().join(", "));
    eprintln!("storage: {}", emulator.storage_url());
    eprintln!("control endpoints: {}", emulator.control_url());
    eprintln!("Ctrl-C stops it.");
    Ok(())
}

#[cfg(unix)]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    use tokio::signal::unix::{SignalKind, signal};

    let mut interrupt = signal(SignalKind::interrupt())?;
    let mut terminate = signal(SignalKind::terminate())?;
    Ok(async move {
        tokio::select! {
            _ = interrupt.recv() => {}
            _ = terminate.recv() => {}
        }
    })
}

#[cfg(not(unix))]
fn shutdown_signal() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // If the handler cannot be installed, Ctrl-C ends the process anyway.
        let _ = tokio::signal::ctrl_c().await;
    })
}
