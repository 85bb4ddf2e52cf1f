/// `time-offset` of RFC 3339 §5.6, kept as it was written.
enum TimeOffset: Hashable, Sendable, CustomStringConvertible {
    /// `Z`
    case utc
    /// `-00:00`: the time is UTC, the local offset unknown (RFC 3339 §4.3).
    case unknown
    /// Minutes east of UTC, -1439 to 1439; 0 is `+00:00`.
    case east(Int)

    init?(scanning scanner: inout DateScanner) {
        guard let sign = scanner.character("Zz+-") else { return nil }
        if sign == "Z" || sign == "z" {
            self = .utc
            return
        }
        guard let hour = scanner.number(2), scanner.character(":") != nil, let minute = scanner.number(2),
            hour < 24, minute < 60
        else { return nil }
        let minutes = hour * 60 + minute
        self = sign == "+" ? .east(minutes) : minutes == 0 ? .unknown : .east(-minutes)
    }

    var minutes: Int {
        switch self {
        case .utc, .unknown: 0
        case .east(let minutes): minutes
        }
    }

    var description: String {
        switch self {
        case .utc: "Z"
        case .unknown: "-00:00"
        case .east(let minutes):
            "\(minutes < 0 ? "-" : "+")\(zeroPadded(abs(minutes) / 60, 2)):\(zeroPadded(abs(minutes) % 60, 2))"
        }
    }
}
