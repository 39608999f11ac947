import Foundation
internal import LinqFFI

extension Date {
    /// Reads an RFC 3339 date-time with any number of digits after the second, of which a `Date` keeps microseconds.
    /// Core reads it: Foundation's own readers take February 31 and what follows a date.
    init?(timestamp text: String) {
        let seconds = LinqFFI.parseSwiftDate(text: text)
        guard !seconds.isNaN else { return nil }
        self.init(timeIntervalSinceReferenceDate: seconds)
    }

    /// The date as the API writes it, in UTC and to the microsecond; `nil` if its year does not have four digits.
    var timestamp: String? {
        LinqFFI.formatSwiftDate(seconds: timeIntervalSinceReferenceDate)
    }
}
