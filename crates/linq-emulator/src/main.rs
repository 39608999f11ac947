//! `linq-emulator`: the Linq Partner API v3 on a local port.

use std::io::{self, Write as _};
use std::process::ExitCode;

use lexopt::prelude::{Long, Short, ValueExt as _};
use linq_emulator::{Builder, Emulator};

const HELP: &str = "\
The Linq Partner API v3 on this machine, for tests, demos and CI.

Usage: linq-emulator [OPTIONS]

Options:
  --port N             Port on 127.0.0.1; without it, a free one
  --storage-port N     Port for uploads and downloads; without it, a free one
  --seed N             Repeatable ids, dates and dice
  --api-key KEY        The only bearer token accepted; without it, any
  --phone-number +N    A line you own, E.164; may be repeated
                       [default: +12223334444 +12223334445 +12223334446]
  --enforce-limits     Real rate limits: 30 messages a minute to one recipient,
                       one contact card in five minutes to one chat, three
                       changes of a card in ten, one capability check in ten
                       seconds
  --as-seen            Responses and events in the shapes that servers have been
                       seen to send, with fields left out
  --as-seen-from N     The same, beginning at the N-th shape of each place
  -h, --help           Print this help
  -V, --version        Print the version

The first line printed is the base URL, for LINQ_API_V3_BASE_URL. Faults, inbound
messages and the request log are under /_emulator on the same port; the README
has examples. Ctrl-C or SIGTERM ends it.";

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

/// The options; none if a text was asked for and has been printed.
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
            Long("as-seen") => builder.as_seen(true),
            Long("as-seen-from") => {
                let variant = parser.value()?.parse()?;
                builder.as_seen(true).as_seen_from(variant)
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
        // Signals are heeded before anybody is told that the server runs.
        let end = told_to_end()?;
        let emulator = builder.start()?;
        announce(&emulator)?;
        end.await;
        Ok(())
    })
}

fn announce(emulator: &Emulator) -> io::Result<()> {
    let mut stdout = io::stdout();
    writeln!(stdout, "{}", emulator.base_url())?;
    stdout.flush()?;
    eprintln!("Your lines: {}", emulator.phone_numbers().join(", "));
    eprintln!("Uploads and downloads: {}", emulator.storage_url());
    eprintln!("Control endpoints: {}", emulator.control_url());
    eprintln!("Ctrl-C ends it.");
    Ok(())
}

#[cfg(unix)]
fn told_to_end() -> io::Result<impl Future<Output = ()>> {
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
fn told_to_end() -> io::Result<impl Future<Output = ()>> {
    Ok(async {
        // Where Ctrl-C cannot be heard the system ends the process by itself.
        let _ = tokio::signal::ctrl_c().await;
    })
}
