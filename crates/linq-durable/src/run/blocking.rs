use super::{seed, until};
use crate::{
    Outbox,
    dispatcher::{Command, Dispatcher, Job, RunSummary, Task, TaskResult},
    entry::EntryId,
    error::RunError,
    options::RunOptions,
    store::Store,
    wake::Waker,
};
use linq_core::{
    Client, Error, Transport,
    call::PreparedCall,
    exchange::CallOptions,
    stored_call::Receipt,
    upload::{Uploaded, Uploads},
};
use std::{
    any::Any,
    panic::{AssertUnwindSafe, catch_unwind, resume_unwind},
    sync::{Arc, mpsc},
    thread,
    time::SystemTime,
};

enum Message {
    Finished(EntryId, Box<TaskResult>),
    Panicked(Box<dyn Any + Send>),
    Woken,
}

impl<S: Store> Outbox<S> {
    /// Sends the entries, each with the client's retries and within its rate limits: those with one ordering key in order,
    /// others side by side, on threads of their own. Several processes can do so at the same time.
    ///
    /// An entry is retried under its idempotency key until the server has accepted or rejected it, and becomes
    /// [uncertain](crate::State::Uncertain) if that takes too long. Returns when it is
    /// [stopped](crate::RunOptions::stop), or, with [`until_empty`](crate::RunOptions::until_empty), when no entry is
    /// left to be sent.
    ///
    /// Rate limits are those of this client: two processes together may exceed them, to which the server responds with a
    /// delay.
    ///
    /// # Errors
    ///
    /// [`RunError`]: the store failed, or the server rejected the API key. No entry is lost.
    pub fn run<C>(&self, client: &Client<C>, options: RunOptions) -> Result<RunSummary, RunError>
    where
        C: Uploads
            + Transport<Output<Receipt> = Result<Receipt, Error>>
            + Transport<Output<Uploaded> = Result<Uploaded, Error>>
            + Sync,
    {
        let stop = options.stop.clone();
        let call_options = options.call_options.clone();
        let mut dispatcher = Dispatcher::new(options, seed());
        let (sender, receiver) = mpsc::channel();
        let waker: Waker = {
            let sender = sender.clone();
            Arc::new(move || drop(sender.send(Message::Woken)))
        };
        self.add_run(&waker);
        stop.add_run(&waker);
        thread::scope(|scope| {
            let receive = |dispatcher: &mut Dispatcher, message| match message {
                Message::Finished(id, result) => {
                    dispatcher.finished(id, *result, SystemTime::now());
                }
                Message::Panicked(panic) => resume_unwind(panic),
                Message::Woken => dispatcher.wake(),
            };
            loop {
                while let Ok(message) = receiver.try_recv() {
                    receive(&mut dispatcher, message);
                }
                if stop.is_stopped() {
                    dispatcher.stop();
                }
                match dispatcher.command(SystemTime::now()) {
                    Command::Advance { updates, claim } => {
                        let now = SystemTime::now();
                        let advanced = self.store().advance(&updates, claim.as_ref(), now);
                        dispatcher.advanced(advanced, SystemTime::now());
                    }
                    Command::Start(job) => {
                        let sender = sender.clone();
                        let options = call_options.clone();
                        scope.spawn(move || {
                            let id = job.id;
                            let result =
                                catch_unwind(AssertUnwindSafe(|| execute(client, job, options)));
                            drop(sender.send(match result {
                                Ok(result) => Message::Finished(id, Box::new(result)),
                                Err(panic) => Message::Panicked(panic),
                            }));
                        });
                    }
                    // The channel cannot be closed: this function has a sender.
                    Command::Wait(time) => {
                        let message = match time {
                            Some(time) => receiver.recv_timeout(until(time)).ok(),
                            None => receiver.recv().ok(),
                        };
                        if let Some(message) = message {
                            receive(&mut dispatcher, message);
                        }
                    }
                    Command::Done(result) => return result,
                }
            }
        })
    }
}

fn execute<C>(client: &Client<C>, job: Job, options: CallOptions) -> TaskResult
where
    C: Uploads
        + Transport<Output<Receipt> = Result<Receipt, Error>>
        + Transport<Output<Uploaded> = Result<Uploaded, Error>>,
{
    let options = options.deadline_at_most(job.deadline);
    match job.task {
        Task::Upload(path) => {
            let upload = client.attachments().upload(path).call_options(options);
            TaskResult::Upload(upload.send())
        }
        Task::Call(call) => {
            let call = PreparedCall::new(*call, options);
            TaskResult::Call(client.transport().call(call))
        }
    }
}
