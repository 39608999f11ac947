use super::{seed, until};
use crate::{
    Outbox,
    dispatcher::{Command, Dispatcher, Job, RunSummary, Task, TaskResult},
    entry::EntryId,
    error::RunError,
    options::RunOptions,
    store::{Store, StoreError},
    wake::Waker,
};
use linq_core::{
    Client, Error,
    call::PreparedCall,
    exchange::CallOptions,
    stored_call::Receipt,
    upload::{Uploaded, Uploads},
};
use std::{panic::resume_unwind, sync::Arc, time::SystemTime};
use tokio::{
    sync::Notify,
    task::{JoinError, JoinSet, spawn_blocking},
    time::timeout,
};

impl<S: Store> Outbox<S> {
    /// Sends the entries as [`run`](Self::run) does, as tasks of the tokio runtime. The store is used on its blocking
    /// threads.
    ///
    /// If the future is dropped, the entries that are being sent are sent again under the same key, after their lease: by
    /// default within 2 minutes, or 30 during an upload. [`RunOptions::stop`] finishes them.
    ///
    /// # Errors
    ///
    /// The same as [`run`](Self::run).
    pub async fn run_async<C>(
        &self,
        client: &Client<C>,
        options: RunOptions,
    ) -> Result<RunSummary, RunError>
    where
        C: Uploads + Clone + Send + Sync + 'static,
        C::Output<Receipt>: Future<Output = Result<Receipt, Error>> + Send,
        C::Output<Uploaded>: Future<Output = Result<Uploaded, Error>> + Send,
    {
        let stop = options.stop.clone();
        let call_options = options.call_options.clone();
        let mut dispatcher = Dispatcher::new(options, seed());
        let woken = Arc::new(Notify::new());
        let waker: Waker = {
            let woken = Arc::clone(&woken);
            Arc::new(move || woken.notify_one())
        };
        self.add_run(&waker);
        stop.add_run(&waker);
        let mut jobs = JoinSet::new();
        loop {
            while let Some(finished) = jobs.try_join_next() {
                receive(&mut dispatcher, finished);
            }
            if stop.is_stopped() {
                dispatcher.stop();
            }
            match dispatcher.command(SystemTime::now()) {
                Command::Advance { updates, claim } => {
                    let outbox = self.clone();
                    let now = SystemTime::now();
                    let advance = spawn_blocking(move || {
                        outbox.store().advance(&updates, claim.as_ref(), now)
                    });
                    let advanced = advance
                        .await
                        .unwrap_or_else(|error| Err(store_panicked(error)));
                    dispatcher.advanced(advanced, SystemTime::now());
                }
                Command::Start(job) => {
                    jobs.spawn(execute(client.clone(), job, call_options.clone()));
                }
                Command::Wait(time) => {
                    let wait = async {
                        tokio::select! {
                            Some(finished) = jobs.join_next() => receive(&mut dispatcher, finished),
                            () = woken.notified() => dispatcher.wake(),
                        }
                    };
                    match time {
                        Some(time) => drop(timeout(until(time), wait).await),
                        None => wait.await,
                    }
                }
                Command::Done(result) => return result,
            }
        }
    }
}

async fn execute<C>(client: Client<C>, job: Job, options: CallOptions) -> (EntryId, TaskResult)
where
    C: Uploads + Send + Sync,
    C::Output<Receipt>: Future<Output = Result<Receipt, Error>> + Send,
    C::Output<Uploaded>: Future<Output = Result<Uploaded, Error>> + Send,
{
    let options = options.deadline_at_most(job.deadline);
    let result = match job.task {
        Task::Upload(path) => {
            let upload = client.attachments().upload(path).call_options(options);
            TaskResult::Upload(upload.send().await)
        }
        Task::Call(call) => {
            let call = PreparedCall::new(*call, options);
            TaskResult::Call(client.transport().call(call).await)
        }
    };
    (job.id, result)
}

fn receive(dispatcher: &mut Dispatcher, finished: Result<(EntryId, TaskResult), JoinError>) {
    match finished.map_err(JoinError::try_into_panic) {
        Ok((id, result)) => dispatcher.finished(id, result, SystemTime::now()),
        Err(Ok(panic)) => resume_unwind(panic),
        // Only the end of the runtime cancels a task; the entry is sent again after its lease.
        Err(Err(_)) => {}
    }
}

fn store_panicked(error: JoinError) -> StoreError {
    match error.try_into_panic() {
        Ok(panic) => resume_unwind(panic),
        Err(error) => StoreError::Other(error.into()),
    }
}
