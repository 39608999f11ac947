use std::error::Error;

/// Who takes part, and where.
#[derive(Clone)]
pub(crate) struct Options {
    pub(crate) place: Where,
    pub(crate) from: String,
    pub(crate) to: Vec<String>,
    pub(crate) guest: String,
}

#[derive(Clone, Copy, PartialEq, Eq)]
pub(crate) enum Where {
    Emulator,
    Live,
}

impl Options {
    /// The numbers of the documentation, unless others are named. Nobody owns those, so on the real API
    /// others have to be.
    pub(crate) fn from_arguments(
        mut arguments: impl Iterator<Item = String>,
    ) -> Result<Self, Box<dyn Error>> {
        let mut options = Self {
            place: Where::Emulator,
            from: "+12223334444".to_owned(),
            to: vec!["+15556667777".to_owned(), "+18889990000".to_owned()],
            guest: "+12052499136".to_owned(),
        };
        let mut named = 0;
        while let Some(argument) = arguments.next() {
            let mut value = || {
                arguments
                    .next()
                    .ok_or_else(|| format!("{argument} takes a value"))
            };
            match argument.as_str() {
                "--live" => {
                    options.place = Where::Live;
                    continue;
                }
                "--from" => options.from = value()?,
                "--to" => options.to = value()?.split(',').map(str::to_owned).collect(),
                "--guest" => options.guest = value()?,
                _ => return Err(format!("there is no option {argument}").into()),
            }
            named += 1;
        }
        if options.place == Where::Live && named < 3 {
            return Err("--live writes to real people: name them with --from, --to (two or more) and --guest".into());
        }
        Ok(options)
    }
}
