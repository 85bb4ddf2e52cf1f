import Foundation
import KurusHTTP

/// Serializes responses (RFC 9112 §4).
enum ResponseBytes {
    static let continuation = Array("HTTP/1.1 100 Continue\r\n\r\n".utf8)

    /// - Parameters:
    ///   - isHead: Whether the request was a HEAD, whose response has no content (RFC 9110 §9.3.2).
    ///   - closes: Whether the connection ends after it.
    static func bytes(of response: HTTPResponse, isHead: Bool, closes: Bool) -> [UInt8] {
        var head = "HTTP/1.1 \(response.status) \(reason(response.status))\r\n"
        for (name, value) in response.fields where name != "Content-Length" {
            head += "\(name): \(value)\r\n"
        }
        head += "Date: \(date())\r\nContent-Length: \(response.body.count)\r\n"
        if closes { head += "Connection: close\r\n" }
        return Array((head + "\r\n").utf8) + (isHead ? [] : response.body)
    }

    /// Returns the bytes without the second half of the content, at least one byte short.
    static func truncated(_ response: HTTPResponse) -> [UInt8] {
        let bytes = bytes(of: response, isHead: false, closes: true)
        return bytes.dropLast(max(1, response.body.count - response.body.count / 2))
    }

    static func bytes(of problem: RequestProblem) -> [UInt8] {
        let body = Array("\(problem.reason)\n".utf8)
        let fields: HTTPFields = ["Content-Type": "text/plain; charset=utf-8"]
        return bytes(
            of: HTTPResponse(status: problem.status, fields: fields, body: body), isHead: false, closes: true)
    }

    /// Returns the current time in the form of RFC 9110 §5.6.7.
    private static func date() -> String {
        var now = time(nil)
        var parts = tm()
        gmtime_r(&now, &parts)
        let days = ["Sun", "Mon", "Tue", "Wed", "Thu", "Fri", "Sat"]
        let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]
        let clock = [parts.tm_hour, parts.tm_min, parts.tm_sec].map(twoDigits).joined(separator: ":")
        let day = "\(twoDigits(parts.tm_mday)) \(months[Int(parts.tm_mon)]) \(Int(parts.tm_year) + 1900)"
        return "\(days[Int(parts.tm_wday)]), \(day) \(clock) GMT"
    }

    private static func twoDigits(_ number: Int32) -> String {
        number < 10 ? "0\(number)" : "\(number)"
    }

    /// The reason phrase, which nobody may depend on (RFC 9112 §4).
    private static func reason(_ status: Int) -> String {
        reasons[status] ?? "Status"
    }

    private static let reasons = [
        200: "OK", 400: "Bad Request", 401: "Unauthorized", 404: "Not Found", 405: "Method Not Allowed",
        408: "Request Timeout", 413: "Content Too Large", 414: "URI Too Long", 415: "Unsupported Media Type",
        417: "Expectation Failed", 429: "Too Many Requests", 431: "Request Header Fields Too Large",
        500: "Internal Server Error", 501: "Not Implemented", 502: "Bad Gateway", 503: "Service Unavailable",
        504: "Gateway Timeout", 505: "HTTP Version Not Supported",
    ]
}
