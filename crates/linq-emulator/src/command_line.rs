//! The command line of the binary, which is also in packages of other languages.

use std::ffi::OsString;
use std::io::{self, Write as _};
use std::str::FromStr;

use lexopt::prelude::{Long, Short, ValueExt as _};
use lexopt::{Error, Parser};
use serde_json::Value;

use crate::builder::{Builder, StartError};
use crate::control::parse_fault;
use crate::emulator::Emulator;
use crate::fault::{Fault, WebhookFault};

const HELP: &str = "\
Serves the Linq Partner API v3 on this machine, for tests, demos and CI.

Usage: linq-emulator [OPTIONS]

The account:
  --phone-number +N    A line of the account, E.164; may be repeated
                       [default: +12223334444 +12223334445 +12223334446]
  --api-key KEY        The only bearer token accepted; any by default
  --seed N             Seed of ids, secrets, dates and probabilities
  --enforce-limits     Real rate limits: 30 messages a minute to one recipient,
                       one contact card in five minutes to one chat, three
                       changes of a card in ten, one capability check in ten
                       seconds
  --sandbox            A sandbox account: recipients must write first, and 100
                       messages may be sent a day

Faults:
  --fault JSON         A fault of calls, as for POST /_emulator/faults; may be
                       repeated
  --webhook-fault JSON A fault of webhook deliveries, as for
                       POST /_emulator/webhook_faults; may be repeated
  --documented-retries Retry webhook deliveries for half an hour, like the real
                       service, instead of three seconds; the clock can be
                       advanced
  --observed-shapes    Responses and events in observed shapes, with fields left
                       out as by servers
  --observed-shapes-from N
                       The same, beginning at shape N of each rotation

The network, only this machine by default:
  --port N             Port of the API; a free one by default
  --storage-port N     Port of uploads and downloads; a free one by default
  --host ADDRESS       IP address to listen on, such as 0.0.0.0 in a container
                       [default: 127.0.0.1]
  --public-host NAME   Host in the URLs for clients; by default, the address
  --remote-control     Control endpoints for other machines too
  --webhook-host NAME  A host to which webhooks are delivered besides loopback;
                       may be repeated

  -h, --help           Print this help
  -V, --version        Print the version

The first line printed is the base URL, for LINQ_API_V3_BASE_URL. Faults, inbound
messages and the request log are under /_emulator on the same port; the README
has examples. Ctrl-C or SIGTERM stops it.

Exit status: 0 after a signal, 1 if it cannot start, 2 for invalid options.";

const PORT: &str = "a number from 0 to 65535";
const SEED: &str = "a number from 0 to 18446744073709551615";

/// Runs the command line of the binary `linq-emulator`, for packages of other languages that contain it, and returns its
/// exit status: 0 after SIGINT, SIGTERM, `--help` or `--version`, 1 if it cannot start, 2 for invalid options. `arguments`
/// are those after the program's name.
///
/// The first line of standard output is the base URL; errors are one line of standard error.
pub fn command_line(arguments: impl IntoIterator<Item = OsString>) -> u8 {
    let outcome = match parse(Parser::from_args(arguments)) {
        Ok(Action::Run(builder)) => run(*builder),
        Ok(Action::Print(text)) => print(&text).map_err(StartError::Io),
        Err(error) => {
            report(&format!("{error}; see --help"));
            return 2;
        }
    };
    match outcome {
        Ok(()) => 0,
        Err(error) => {
            report(&error.to_string());
            if matches!(error, StartError::Io(_)) {
                1
            } else {
                2
            }
        }
    }
}

enum Action {
    Run(Box<Builder>),
    Print(String),
}

fn parse(mut parser: Parser) -> Result<Action, Error> {
    let mut builder = Emulator::builder();
    while let Some(argument) = parser.next()? {
        builder = match argument {
            Long("phone-number") => builder.phone_number(text(&mut parser, "phone-number")?),
            Long("api-key") => builder.api_key(text(&mut parser, "api-key")?),
            Long("seed") => builder.seed(value(&mut parser, "seed", SEED)?),
            Long("enforce-limits") => builder.enforce_limits(true),
            Long("sandbox") => builder.sandbox(true),
            Long("fault") => builder.fault(fault::<Fault>(&mut parser, "fault")?),
            Long("webhook-fault") => {
                builder.webhook_fault(fault::<WebhookFault>(&mut parser, "webhook-fault")?)
            }
            Long("documented-retries") => builder.documented_retries(true),
            Long("observed-shapes") => builder.observed_shapes(true),
            Long("observed-shapes-from") => {
                let variant = value(&mut parser, "observed-shapes-from", "a number")?;
                builder.observed_shapes(true).observed_shapes_from(variant)
            }
            Long("port") => builder.port(value(&mut parser, "port", PORT)?),
            Long("storage-port") => builder.storage_port(value(&mut parser, "storage-port", PORT)?),
            Long("host") => builder.host(value(&mut parser, "host", "an IP address")?),
            Long("public-host") => builder.public_host(text(&mut parser, "public-host")?),
            Long("remote-control") => builder.remote_control(true),
            Long("webhook-host") => builder.webhook_host(text(&mut parser, "webhook-host")?),
            Short('h') | Long("help") => return Ok(Action::Print(HELP.to_owned())),
            Short('V') | Long("version") => {
                let version = env!("CARGO_PKG_VERSION");
                return Ok(Action::Print(format!("linq-emulator {version}")));
            }
            other => return Err(other.unexpected()),
        };
    }
    Ok(Action::Run(Box::new(builder)))
}

/// Returns the value of an option; an error does not contain it, since it may be a key.
fn text(parser: &mut Parser, option: &str) -> Result<String, Error> {
    parser
        .value()?
        .string()
        .map_err(|_| Error::Custom(format!("--{option}: not valid UTF-8").into()))
}

fn value<T: FromStr>(parser: &mut Parser, option: &str, expected: &str) -> Result<T, Error> {
    text(parser, option)?
        .parse()
        .map_err(|_| Error::Custom(format!("--{option}: must be {expected}").into()))
}

fn fault<F: serde::de::DeserializeOwned + serde::Serialize>(
    parser: &mut Parser,
    option: &str,
) -> Result<F, Error> {
    let json: Value = value(parser, option, "JSON")?;
    parse_fault(&json).map_err(|error| Error::Custom(format!("--{option}: {error}").into()))
}

fn run(builder: Builder) -> Result<(), StartError> {
    let runtime = tokio::runtime::Builder::new_current_thread()
        .enable_all()
        .build()?;
    runtime.block_on(async {
        // Signal handlers are installed before the address is printed.
        let end = shutdown_signal()?;
        let emulator = builder.start()?;
        print(&emulator.base_url())?;
        report_addresses(&emulator);
        end.await;
        Ok(())
    })
}

fn print(text: &str) -> io::Result<()> {
    let mut stdout = io::stdout();
    writeln!(stdout, "{text}").and_then(|()| stdout.flush())
}

fn report(message: &str) {
    // If standard error is closed, the exit status still reports it.
    let _ = writeln!(io::stderr(), "linq-emulator: {message}");
}

fn report_addresses(emulator: &Emulator) {
    let _ = writeln!(
        io::stderr(),
        "lines: {}\nstorage: {}\ncontrol endpoints: {}\nCtrl-C stops it.",
        emulator.phone_numbers().join(", "),
        emulator.storage_url(),
        emulator.control_url(),
    );
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
