import Foundation

extension Date {
    /// Reads a date-time of RFC 3339 with any number of digits after the second. A `Date` is a floating-point
    /// number: what is kept is good to the microsecond.
    init?(rfc3339 text: String) {
        var scanner = DigitScanner(text.utf8)
        guard let year = scanner.number(4), scanner.skip("-"),
            let month = scanner.number(2), (1...12).contains(month), scanner.skip("-"),
            let day = scanner.number(2), (1...31).contains(day), scanner.skip("Tt "),
            let hour = scanner.number(2), hour < 24, scanner.skip(":"),
            let minute = scanner.number(2), minute < 60, scanner.skip(":"),
            let second = scanner.number(2), second <= 60
        else { return nil }
        let fraction = scanner.skip(".,") ? scanner.fraction() : 0
        guard let fraction, let offset = scanner.offset(), scanner.isAtEnd else { return nil }
        let days = Self.daysSince1970(year: year, month: month, day: day)
        // There is no leap second in a `Date`: it counts as the one before.
        let seconds = days * 86_400 + hour * 3_600 + minute * 60 + min(second, 59) - offset
        self.init(timeIntervalSince1970: Double(seconds) + fraction)
    }

    /// Whether it is in one of the years 0 to 9999, all that there are in RFC 3339.
    var isTellable: Bool {
        (-62_167_219_200..<253_402_300_799).contains(timeIntervalSince1970)
    }

    /// As the API writes it, in UTC and to the microsecond, if it ``isTellable``.
    var rfc3339: String {
        let microseconds = Int64((timeIntervalSince1970 * 1_000_000).rounded())
        let (seconds, rest) = Self.floored(microseconds, by: 1_000_000)
        let (days, time) = Self.floored(seconds, by: 86_400)
        let (year, month, day) = Self.civil(Int(days))
        let clock = [Int(time) / 3_600, Int(time) / 60 % 60, Int(time) % 60].map { Self.padded($0, 2) }
        var fraction = rest == 0 ? "" : "." + Self.padded(Int(rest), 6)
        while fraction.hasSuffix("0") { fraction.removeLast() }
        let date = [Self.padded(year, 4), Self.padded(month, 2), Self.padded(day, 2)].joined(separator: "-")
        return "\(date)T\(clock.joined(separator: ":"))\(fraction)Z"
    }

    /// The days of the proleptic Gregorian calendar, counted in eras of 400 years that begin in March.
    private static func daysSince1970(year: Int, month: Int, day: Int) -> Int {
        let year = month <= 2 ? year - 1 : year
        let era = (year >= 0 ? year : year - 399) / 400
        let yearOfEra = year - era * 400
        let dayOfYear = (153 * (month > 2 ? month - 3 : month + 9) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        return era * 146_097 + dayOfEra - 719_468
    }

    private static func civil(_ days: Int) -> (year: Int, month: Int, day: Int) {
        let shifted = days + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let day = dayOfYear - (153 * shiftedMonth + 2) / 5 + 1
        return (yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day)
    }

    private static func floored(_ value: Int64, by unit: Int64) -> (whole: Int64, rest: Int64) {
        let rest = ((value % unit) + unit) % unit
        return ((value - rest) / unit, rest)
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let digits = String(number)
        return String(repeating: "0", count: max(0, width - digits.count)) + digits
    }
}

/// Reads numbers from text, one after the other.
private struct DigitScanner {
    private var rest: Substring.UTF8View

    init(_ text: String.UTF8View) {
        rest = text[...]
    }

    var isAtEnd: Bool { rest.isEmpty }

    /// A number of exactly so many digits.
    mutating func number(_ count: Int) -> Int? {
        let digits = rest.prefix(count)
        guard digits.count == count else { return nil }
        var number = 0
        for digit in digits {
            guard let value = Self.value(digit) else { return nil }
            number = number * 10 + value
        }
        rest = rest.dropFirst(count)
        return number
    }

    /// Goes over one of these characters.
    mutating func skip(_ characters: String) -> Bool {
        guard let next = rest.first, characters.utf8.contains(next) else { return false }
        rest = rest.dropFirst()
        return true
    }

    /// The digits after a decimal point.
    mutating func fraction() -> Double? {
        let digits = rest.prefix { Self.value($0) != nil }
        rest = rest.dropFirst(digits.count)
        return digits.isEmpty ? nil : Double("0.\(String(Substring(digits)))")
    }

    /// The offset from UTC in seconds: `Z`, `+05:00`, `+0500` or `+05`.
    mutating func offset() -> Int? {
        if skip("Zz") { return 0 }
        let isNegative = rest.first == UInt8(ascii: "-")
        guard skip("+-"), let hours = number(2) else { return nil }
        var minutes = 0
        if !isAtEnd {
            _ = skip(":")
            guard let given = number(2) else { return nil }
            minutes = given
        }
        return (hours * 3_600 + minutes * 60) * (isNegative ? -1 : 1)
    }

    private static func value(_ digit: UInt8) -> Int? {
        (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(digit) ? Int(digit - UInt8(ascii: "0")) : nil
    }
}
