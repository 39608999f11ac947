use super::PaymentHandles;
use crate::{Handle, call::Call, error::IntoField, model::PaymentHandleConnection};

endpoint! {
    /// Requests a customer's permission for an agent to pay for them. The customer receives a one-time code.
    ///
    /// The response has the status `pending` and the `connect_id` to verify the code with. The event
    /// `connection.created` follows once the customer consents.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_handles/methods/connect/>.
    pub struct ConnectPaymentHandle = POST "/v3/payments/handles/{handle}/connect" -> PaymentHandleConnection;
    name: "payment_handles.connect",
    idempotency: NotIdempotent,
    path {
        /// Phone number or e-mail address of the customer.
        handle: Handle,
    }
}

impl<'c, C> PaymentHandles<'c, C> {
    /// Requests a customer's permission for an agent to pay for them. The customer receives a one-time code.
    ///
    /// ```
    /// # let linq = linq_core::Client::dry_run();
    /// let handles = linq.payment_handles();
    /// handles.connect("+15556667777").send()?;
    /// // … with the `connect_id` of the response, and the code from the customer:
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
