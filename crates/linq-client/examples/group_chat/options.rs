use std::error::Error;

/// Participants, and the server to run on.
#[derive(Clone)]
pub(crate) struct Options {
    pub(crate) target: Target,
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) guest: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Target {
    Emulator,
    Live,
}

impl Options {
    /// Parses the arguments; the numbers default to those of the documentation. These are fictitious, so the real API
    /// needs others.
    pub(crate) fn from_arguments(
        mut arguments: impl Iterator<Item = String>,
    ) -> Result<Self, Box<dyn Error>> {
        let mut options = Self {
            target: Target::Emulator,
            from: "+12223334444".to_owned(),
            to: vec!["+15556667777".to_owned(), "+18889990000".to_owned()],
            guest: "+12052499136".to_owned(),
        };
        let mut named = 0;
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{argument} needs a value"))
            };
            match argument.as_str() {
                "--live" => {
                    options.target = Target::Live;
                    continue;
                }
                "--from" => options.from = value()?,
                "--to" => options.to = value()?.split(',').map(str::to_owned).collect(),
                "--guest" => options.guest = value()?,
                _ => return Err(format!("unknown option {argument}").into()),
            }
            named += 1;
        }
        if options.target == Target::Live && named < 3 {
            return Err("--live sends to real people: name them with --from, --to (two or more) and --guest".into());
        }
        Ok(options)
    }
}
