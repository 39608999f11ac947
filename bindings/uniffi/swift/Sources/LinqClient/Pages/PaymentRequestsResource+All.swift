internal import LinqFFI

extension PaymentRequestsResource {
    /// All payment requests, page after page as they are needed: ``list(limit:offset:status:options:)`` gives one.
    ///
    /// - Parameters:
    ///   - status: Only those in this status.
    ///   - pageSize: How many a page has.
    ///   - options: What each call does otherwise than the client.
    public func all(
        status: PaymentRequestStatus? = nil, pageSize: Int? = nil, options: CallOptions = CallOptions()
    ) -> AllPaymentRequests {
        AllPaymentRequests { offset in
            try await list(limit: pageSize, offset: offset, status: status, options: options)
        }
    }
}

/// All payment requests, page after page as they are needed. A page with nothing on it ends it.
public struct AllPaymentRequests: AsyncSequence, Sendable {
    public typealias Element = PaymentRequest

    let page: @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse

    public func makeAsyncIterator() -> AsyncIterator {
        AsyncIterator(page: page)
    }

    /// Goes through them.
    public struct AsyncIterator: AsyncIteratorProtocol {
        let page: @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse
        private var ready: ArraySlice<PaymentRequest> = []
        private var offset: Int? = 0

        init(page: @escaping @Sendable (_ offset: Int) async throws -> PaymentRequestListResponse) {
            self.page = page
        }

        /// The next one; after an error there is none.
        public mutating func next() async throws -> PaymentRequest? {
            while ready.isEmpty {
                guard let start = offset else { return nil }
                offset = nil
                let next = try await page(start)
                ready = next.data[...]
                let items = UInt64(next.data.count) + UInt64(clamping: next.skipped ?? 0)
                let end = LinqFFI.nextOffset(offset: UInt64(start), items: items, hasMore: next.hasMore)
                offset = end.map { Int(clamping: $0) }
            }
            return ready.popFirst()
        }
    }
}
