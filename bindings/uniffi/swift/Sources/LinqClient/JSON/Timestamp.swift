import Foundation
internal import LinqFFI

extension Date {
    /// Parses an RFC 3339 date-time with any number of fractional digits, of which a `Date` keeps microseconds. Returns
    /// `nil` for other text.
    ///
    /// Core parses it: Foundation's parsers accept February 31 and trailing text.
    init?(timestamp text: String) {
        let seconds = LinqFFI.parseSwiftDate(text: text)
        guard !seconds.isNaN else { return nil }
        self.init(timeIntervalSinceReferenceDate: seconds)
    }

    /// The date in RFC 3339, in UTC and to the microsecond; `nil` if its year does not have four digits.
    var timestamp: String? {
        LinqFFI.formatSwiftDate(seconds: timeIntervalSinceReferenceDate)
    }
}
