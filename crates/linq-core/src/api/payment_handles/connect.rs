use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Asks a customer to let an agent pay for them. They get a one-time code.
    ///
    /// The reply is `pending` and holds the `connect_id` to verify the code with. `connection.created`
    /// follows once they consent.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/connect/>.
    pub struct ConnectPaymentHandle = POST "/v3/payments/handles/{handle}/connect" -> PaymentHandleConnection;
    name: "payment_handles.connect",
    idempotency: NotIdempotent,
    path {
        /// The customer: a phone number or an e-mail address.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Asks a customer to let an agent pay for them. They get a one-time code.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// let handles = linq.payment_handles();
    /// handles.connect("+15556667777").send()?;
    /// // … the reply's `connect_id`, and the code that the customer tells:
    /// handles.verify("+15556667777", "con_1", "123456").send()?;
    /// # Ok::<(), linq_core::error::InvalidArgument>(())
    /// ```
    ///
    /// See [`ConnectPaymentHandle`].
    pub fn connect(&self, handle: impl IntoField<Handle>) -> Call<'c, C, ConnectPaymentHandle> {
        let handle = handle.into_field("handle");
        Call::new(self.transport, handle.map(ConnectPaymentHandle::new))
    }
}
