use super::PaymentRequests;
use crate::{
    call::{Call, Paged, next_offset},
    model::{PaymentRequest, PaymentRequestListResponse, PaymentRequestStatus},
};
use std::collections::BTreeMap;

endpoint! {
    /// Lists your payment requests in pages, the newest first.
    ///
    /// See <https://docs.linqapp.com/api/resources/payment_requests/methods/list/>.
    pub struct ListPaymentRequests = GET "/v3/payment_requests" -> PaymentRequestListResponse;
    name: "payment_requests.list",
    idempotency: ReadOnly,
    query {
        /// Maximum number of items per page: 1 to 100, 20 by default.
        limit: Option<u32>,
        /// Number of items to skip.
        offset: Option<u64>,
        /// Status of the listed payment requests; any by default.
        status: Option<PaymentRequestStatus>,
    }
}

/// Pagination by offset: the next page starts after the number of items received so far.
impl Paged for ListPaymentRequests {
    type Item = PaymentRequest;

    fn next_request(&self, page: &PaymentRequestListResponse) -> Option<Self> {
        let read = u64::try_from(page.data.len()).ok()?;
        let items = read.saturating_add(page.skipped.unwrap_or(0));
        let offset = next_offset(self.offset.unwrap_or(0), items, page.has_more)?;
        Some(Self {
            offset: Some(offset),
            ..self.clone()
        })
    }

    fn apply_query(&mut self, query: &BTreeMap<String, String>) {
        let given = || query.get("offset")?.parse().ok();
        self.offset = self.offset.or_else(given);
    }

    fn items(page: PaymentRequestListResponse) -> Vec<PaymentRequest> {
        page.data
    }
}

impl<'c, C> PaymentRequests<'c, C> {
    /// Lists your payment requests, the newest first: `.send()` or `.await` returns one page, `.items()` iterates
    /// over all pages. See [`ListPaymentRequests`].
    pub fn list(&self) -> Call<'c, C, ListPaymentRequests> {
        Call::new(self.transport, Ok(ListPaymentRequests::new()))
    }
}
