import KurusHTTP

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// The Retry-After field (RFC 9110 §10.2.3): seconds from now, or a date.
enum RetryAfter {
    /// How long the server asks to wait, zero for a date that has passed; nil where it asks for nothing that can be read.
    static func delay(_ fields: HTTPFields, now: Date) -> Duration? {
        let values = fields.values(of: "Retry-After")
        guard values.count == 1, let value = values.first?.withoutOptionalWhitespace, !value.isEmpty else { return nil }
        if value.utf8.allSatisfy({ 0x30...0x39 ~= $0 }) {
            // More digits than a century has seconds: longer than anybody waits.
            return .seconds(value.utf8.count < 10 ? Int(value) ?? .max : .max)
        }
        return HTTPDate.seconds(value, now: now).map { .seconds(max(Double($0) - now.timeIntervalSince1970, 0)) }
    }
}
