//! Prints its URL and serves the tables of faults until the end of its standard input, for the tests of other
//! languages.

use linq_suite::faults::FaultServer;
use std::io::{self, Read, Write};

fn main() -> io::Result<()> {
    println!("{}", FaultServer::start().url());
    io::stdout().flush()?;
    io::stdin().read_to_end(&mut Vec::new()).map(drop)
}
