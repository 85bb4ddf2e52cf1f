import KurusHTTP

/// Parts between boundaries (RFC 2046 §5.1.1, as multipart/form-data of RFC 7578 uses them).
enum MultipartFraming {
    static func bytes(of parts: [MultipartPart], boundary: String) -> [UInt8] {
        var bytes: [UInt8] = []
        for part in parts {
            bytes += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(quoted(part.name))\"".utf8
            if let filename = part.filename {
                bytes += "; filename=\"\(quoted(filename))\"".utf8
            }
            if let contentType = part.contentType {
                bytes += "\r\nContent-Type: \(contentType)".utf8
            }
            bytes += "\r\n\r\n".utf8
            bytes += part.bytes
            bytes += "\r\n".utf8
        }
        bytes += "--\(boundary)--\r\n".utf8
        return bytes
    }

    /// Whether a boundary can be used: 1 to 70 characters that need no quotes in the Content-Type field (RFC 2046
    /// §5.1.1, RFC 9110 §5.6.2), occurring in no part.
    static func accepts(boundary: String, for parts: [MultipartPart]) -> Bool {
        let delimiter = Array("--\(boundary)".utf8)
        return 1...70 ~= boundary.utf8.count && HTTPSyntax.isToken(boundary)
            && !parts.contains { ByteSearch.firstIndex(of: delimiter, in: $0.bytes, from: 0) != nil }
    }

    /// Random digits until they occur in no part: with 128 random bits, the first ones.
    static func boundary(for parts: [MultipartPart]) -> String {
        while true {
            let boundary =
                "kurus-" + zeroPadded(UInt64.random(in: 0 ... .max)) + zeroPadded(UInt64.random(in: 0 ... .max))
            if accepts(boundary: boundary, for: parts) { return boundary }
        }
    }

    /// Browsers percent-encode what would end the quoted string or the line, and nothing else (URL and HTML standards,
    /// "multipart/form-data encoding algorithm"), so a name that holds `%22` of its own comes back as a quote.
    static func quoted(_ text: String) -> String {
        var quoted = ""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "%22"
            case "\r": quoted += "%0D"
            case "\n": quoted += "%0A"
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted
    }

    private static func zeroPadded(_ number: UInt64) -> String {
        let digits = String(number, radix: 16)
        return String(repeating: "0", count: 16 - digits.utf8.count) + digits
    }
}
