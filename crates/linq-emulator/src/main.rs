//! `linq-emulator`: the Linq Partner API v3 on a local port.

use std::env;
use std::process::ExitCode;

fn main() -> ExitCode {
    linq_emulator::command_line(env::args_os().skip(1)).into()
}
