//! The added faults, and the selection of the one that applies to a call.

use std::collections::VecDeque;
use std::time::{Duration, Instant};

use axum::http::{HeaderName, HeaderValue, Method, StatusCode};
use serde::Serialize;
use wildmatch::WildMatch;

use super::{Fault, FaultKind, check_probability};
use crate::config::BASE_PATH;
use crate::state::ControlError;
use crate::state::ids::Ids;

#[derive(Debug)]
pub(crate) struct Faults {
    set: Vec<SetFault>,
    rng: Ids,
    last_id: u64,
}

#[derive(Clone, Debug, Serialize)]
pub(crate) struct SetFault {
    pub(crate) id: u64,
    #[serde(flatten)]
    pub(crate) fault: Fault,
    /// Number of times it was applied.
    pub(crate) fired: u32,
    #[serde(skip)]
    passed: VecDeque<Instant>,
}

impl Faults {
    /// Returns the faults from the start, which must be valid.
    pub(crate) fn new(seed: Option<u64>, initial: &[Fault]) -> Self {
        let mut faults = Self {
            set: Vec::new(),
            rng: Ids::new(seed, 4),
            last_id: 0,
        };
        for fault in initial {
            faults.push(fault.clone());
        }
        faults
    }

    /// Adds a fault, and returns its id.
    pub(crate) fn add(&mut self, fault: Fault) -> Result<u64, ControlError> {
        check(&fault)?;
        Ok(self.push(fault))
    }

    fn push(&mut self, fault: Fault) -> u64 {
        self.last_id += 1;
        self.set.push(SetFault {
            id: self.last_id,
            fault,
            fired: 0,
            passed: VecDeque::new(),
        });
        self.last_id
    }

    pub(crate) fn clear(&mut self) {
        self.set.clear();
    }

    pub(crate) fn all(&self) -> &[SetFault] {
        &self.set
    }

    /// Returns the first fault that applies to this call, and counts it.
    pub(crate) fn select(&mut self, method: &Method, path: &str) -> Option<FaultKind> {
        let rng = &mut self.rng;
        self.set
            .iter_mut()
            .filter(|set| set.matches(method, path))
            .find_map(|set| {
                set.fires(rng).then(|| {
                    set.fired += 1;
                    set.fault.kind.clone()
                })
            })
    }
}

impl SetFault {
    fn matches(&self, method: &Method, path: &str) -> bool {
        let Fault {
            method: only,
            path: pattern,
            times,
            ..
        } = &self.fault;
        only.as_ref()
            .is_none_or(|only| only.eq_ignore_ascii_case(method.as_str()))
            && times.is_none_or(|times| self.fired < times)
            && pattern.as_ref().is_none_or(|pattern| {
                is_match(pattern, path)
                    || path
                        .strip_prefix(BASE_PATH)
                        .is_some_and(|rest| is_match(pattern, rest))
            })
    }

    fn fires(&mut self, rng: &mut Ids) -> bool {
        if let Some(probability) = self.fault.probability
            && !rng.chance(probability)
        {
            return false;
        }
        let FaultKind::RateLimit {
            after, window_ms, ..
        } = self.fault.kind
        else {
            return true;
        };
        let (now, window) = (Instant::now(), Duration::from_millis(window_ms));
        self.passed
            .retain(|passed| now.duration_since(*passed) < window);
        if self.passed.len() < after as usize {
            self.passed.push_back(now);
            return false;
        }
        true
    }
}

fn is_match(pattern: &str, path: &str) -> bool {
    if pattern.contains(['*', '?']) {
        WildMatch::new(pattern).matches(path)
    } else {
        path.starts_with(pattern)
    }
}

/// Rejects an invalid fault.
pub(super) fn check(fault: &Fault) -> Result<(), ControlError> {
    check_probability(fault.probability)?;
    let status = match &fault.kind {
        FaultKind::Status(response) | FaultKind::StatusAfterExecution(response) => {
            for (name, value) in &response.headers {
                if HeaderName::try_from(name).is_err() || HeaderValue::try_from(value).is_err() {
                    return Err(ControlError::invalid(format!(
                        "headers.{name} is not a valid header"
                    )));
                }
            }
            response.status
        }
        FaultKind::Redirect { location, status } => {
            if HeaderValue::try_from(location).is_err() {
                return Err(ControlError::invalid(
                    "location is not a valid header value",
                ));
            }
            *status
        }
        FaultKind::Html { status } | FaultKind::Response { status, .. } => *status,
        _ => return Ok(()),
    };
    match StatusCode::from_u16(status) {
        Ok(code) if !code.is_informational() => Ok(()),
        _ => Err(ControlError::invalid("status must be from 200 to 999")),
    }
}
