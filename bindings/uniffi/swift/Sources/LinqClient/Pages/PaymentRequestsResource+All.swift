internal import LinqFFI

extension PaymentRequestsResource {
    /// Returns all payment requests. Pages are requested lazily; ``list(limit:offset:status:options:)``
    /// returns one page.
    ///
    /// - Parameters:
    ///   - status: The status of the payment requests; any by default.
    ///   - pageSize: The maximum number of payment requests per page.
    ///   - options: Options of each call.
    public func all(
        status: PaymentRequestStatus? = nil, pageSize: Int? = nil, options: CallOptions = CallOptions()
    ) -> AllPaymentRequests {
        AllPaymentRequests { offset in
            try await list(limit: pageSize, offset: offset, status: status, options: options)
        }
    }
}

/// All payment requests. Pages are requested lazily, during iteration; an empty page ends the list.
public struct AllPaymentRequests: AsyncSequence, Sendable {
    public typealias Element = PaymentRequest

    let page: @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(page: page)
    }

    /// An iterator over payment requests.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let page: @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse
        private var buffer: ArraySlice<PaymentRequest> = []
        private var offset: Int? = 0

        init(page: @escaping @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse) {
            self.page = page
        }

        /// Returns the next payment request, or `nil` at the end and after an error.
        public mutating func next() async throws -> PaymentRequest? {
            while buffer.isEmpty {
                guard let start = offset else { return nil }
                offset = nil
                let next = try await page(start)
                buffer = next.data[...]
                let items = UInt64(next.data.count) + UInt64(clamping: next.skipped ?? 0)
                let end = LinqFFI.nextOffset(offset: UInt64(start), items: items, hasMore: next.hasMore)
                offset = end.map { Int(clamping: $0) }
            }
            return buffer.popFirst()
        }
    }
}
