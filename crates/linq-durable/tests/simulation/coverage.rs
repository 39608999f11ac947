//! What happened in the scenarios.

use std::fmt;

macro_rules! coverage {
    ($($name:ident,)*) => {
        /// Number of times that something happened; summed up, the number of scenarios in which it did.
        #[derive(Clone, Copy, Debug, Default)]
        pub(crate) struct Coverage {
            $(pub(crate) $name: u64,)*
        }

        impl Coverage {
            /// Adds one scenario.
            pub(crate) fn add(&mut self, scenario: &Self) {
                $(self.$name += u64::from(scenario.$name > 0);)*
            }

            /// Adds the sums of another thread.
            pub(crate) fn merge(&mut self, other: &Self) {
                $(self.$name += other.$name;)*
            }

            /// Returns what never happened.
            pub(crate) fn missing(&self) -> Vec<&'static str> {
                let all = [$((stringify!($name), self.$name)),*];
                all.into_iter().filter(|(_, count)| *count == 0).map(|(name, _)| name).collect()
            }
        }

        impl fmt::Display for Coverage {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                $(writeln!(f, "{:>8} {}", self.$name, stringify!($name).replace('_', " "))?;)*
                Ok(())
            }
        }
    };
}

coverage! {
    sent,
    failed,
    uncertain,
    cancelled,
    replaced,
    retried_by_the_application,
    enqueued_again,
    deleted,
    executed,
    uploads,
    kills,
    kills_after_a_commit,
    pauses,
    zombies,
    takeovers,
    stale_updates,
    stops,
    store_failures,
    clock_jumps,
    unauthorized_runs,
    not_connected,
    requests_lost,
    responses_lost,
    late_requests,
    late_responses,
    duplicates,
    replays,
    pages,
    misleading_503s,
    rate_limited_by_the_server,
    rate_limited_by_the_client,
    keys_not_found,
    drained_runs,
}
