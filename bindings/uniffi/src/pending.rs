//! Common methods of pending calls, uploads and downloads.

/// Implements token handling and records of attempts for a pending call, upload or download.
///
/// The arguments are its type, the field of its `State` that is core's state machine, and the variant of its steps that
/// is a request to the API. A macro, since uniffi exports no generic methods.
macro_rules! pending_methods {
    ($pending:ident, $machine:ident, $step:ident::$send:ident) => {
        #[uniffi::export]
        impl $pending {
            /// Continues with a token: an API key, or a token of the user's own backend.
            ///
            /// # Errors
            ///
            /// `InvalidArgument` if an HTTP header cannot contain the token.
            pub fn supply_token(&self, token: String) -> Result<$step, LinqError> {
                let (mut state, now) = (self.lock(), Instant::now());
                let (key, rejected) = state.authorization.accept(token, now)?;
                state.$machine.reauthenticate(&key);
                let Some(response) = rejected else {
                    return state.step(None);
                };
                match state.$machine.retry_with_token(now) {
                    Some(attempt) => Ok(attempt.into()),
                    None => state.step(Some(response.into_response().map_err(Into::into))),
                }
            }

            /// Ends the call, since no token was fetched in time or there is no other one: with the 401 response, if
            /// there was one.
            pub fn token_unavailable(&self) -> Result<$step, LinqError> {
                let mut state = self.lock();
                let response = state.authorization.decline()?;
                state.step(Some(response.into_response().map_err(Into::into)))
            }

            /// Returns the records of the attempts since it was called last, after each step and after an error.
            pub fn take_attempts(&self) -> Vec<$crate::attempts::AttemptRecord> {
                let recorder = self.recorder.as_ref();
                recorder.map_or_else(Vec::new, |recorder| recorder.take())
            }
        }

        impl $pending {
            fn lock(&self) -> std::sync::MutexGuard<'_, State> {
                self.state.lock().unwrap_or_else(PoisonError::into_inner)
            }
        }

        impl State {
            /// Continues with a response of the API.
            fn handle_api_response(&mut self, response: HttpResponse) -> Result<$step, LinqError> {
                let now = Instant::now();
                let trace_id = response.trace_id();
                match self.authorization.renew(response.status(), response, now) {
                    Ok(request) => {
                        self.$machine.token_rejected(trace_id.as_deref(), now);
                        Ok(request.into())
                    }
                    Err(response) => self.step(Some(response.into_response().map_err(Into::into))),
                }
            }
        }

        impl From<linq_core::exchange::TokenRequest> for $step {
            fn from(request: linq_core::exchange::TokenRequest) -> Self {
                Self::Token {
                    rejected: request.is_rejected,
                    timeout: request.within,
                }
            }
        }

        impl From<linq_core::exchange::Attempt> for $step {
            fn from(attempt: linq_core::exchange::Attempt) -> Self {
                Self::$send {
                    request: attempt.request.into(),
                    delay: attempt.after,
                    timeout: attempt.timeout,
                }
            }
        }

        impl std::fmt::Debug for $pending {
            fn fmt(&self, f: &mut std::fmt::Formatter<'_>) -> std::fmt::Result {
                f.write_str(stringify!($pending))
            }
        }
    };
}

pub(crate) use pending_methods;
