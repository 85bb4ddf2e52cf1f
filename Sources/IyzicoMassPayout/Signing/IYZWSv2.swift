import KurusRuntime
import Foundation

/// iyzico's request signature, scheme `IYZWSv2` of the Authorization field.
///
/// The method, the query and the time are not signed.
package enum IYZWSv2 {
    /// The scheme's name, which precedes the credentials.
    package static let scheme = "IYZWSv2"

    /// Returns the HMAC-SHA256 with the secret key over the random key, the path and the body, in hexadecimal.
    ///
    /// - Parameters:
    ///   - path: The request target without its query, as sent.
    ///   - body: The bytes that are sent; empty without content.
    package static func signature(secretKey: String, randomKey: String, path: String, body: [UInt8]) -> String {
        let message = [Array(randomKey.utf8), Array(path.utf8), body]
        return Hexadecimal.text(HMACSHA256.code(key: Array(secretKey.utf8), parts: message))
    }

    /// Returns the path of a request target: everything before the query.
    package static func path(of target: String) -> String {
        String(decoding: target.utf8.prefix { $0 != UInt8(ascii: "?") }, as: UTF8.self)
    }
}

extension IYZWSv2 {
    /// The content of the Authorization field.
    package struct Authorization: Hashable, Sendable {
        package let apiKey: String
        package let randomKey: String
        package let signature: String

        package init(apiKey: String, randomKey: String, signature: String) {
            self.apiKey = apiKey
            self.randomKey = randomKey
            self.signature = signature
        }

        /// The field's value: the scheme, a space, and the three in standard Base64 with padding (RFC 4648 §4).
        package var fieldValue: String {
            let text = "apiKey:\(apiKey)&randomKey:\(randomKey)&signature:\(signature)"
            return "\(scheme) \(Data(text.utf8).base64EncodedString())"
        }
    }
}

extension IYZWSv2.Authorization {
    /// Reads a field's value; nil when it is not exactly of the scheme's form.
    package init?(fieldValue: String) {
        guard let encoded = fieldValue.dropping(prefix: IYZWSv2.scheme + " "), let data = Data(base64Encoded: encoded),
            let text = String(validating: data, as: UTF8.self)
        else { return nil }
        let parts = text.split(separator: "&", omittingEmptySubsequences: false)
        guard parts.count == 3, let apiKey = parts[0].dropping(prefix: "apiKey:"),
            let randomKey = parts[1].dropping(prefix: "randomKey:"),
            let signature = parts[2].dropping(prefix: "signature:")
        else { return nil }
        self.init(apiKey: apiKey, randomKey: randomKey, signature: signature)
    }

    /// Whether the signature is that of the secret key for a request.
    package func isValid(secretKey: String, path: String, body: [UInt8]) -> Bool {
        let expected = IYZWSv2.signature(secretKey: secretKey, randomKey: randomKey, path: path, body: body)
        // Compares every byte, so that the time does not reveal the position of a difference.
        return expected.utf8.count == signature.utf8.count
            && zip(expected.utf8, signature.utf8).reduce(0) { $0 | ($1.0 ^ $1.1) } == 0
    }
}

extension IYZWSv2.Authorization: MaskedText {
    package var description: String { IYZWSv2.scheme }
}

extension StringProtocol {
    /// Returns the text after a prefix, compared byte by byte; nil when the text does not begin with it.
    fileprivate func dropping(prefix: String) -> String? {
        guard utf8.starts(with: prefix.utf8) else { return nil }
        return String(decoding: utf8.dropFirst(prefix.utf8.count), as: UTF8.self)
    }
}

/// Bytes as lower-case hexadecimal digits, two a byte.
package enum Hexadecimal {
    private static let digits = Array("0123456789abcdef".utf8)

    package static func text(_ bytes: some Sequence<UInt8>) -> String {
        String(decoding: ascii(bytes), as: UTF8.self)
    }

    /// Returns the digits as ASCII bytes.
    static func ascii(_ bytes: some Sequence<UInt8>) -> [UInt8] {
        var ascii: [UInt8] = []
        ascii.reserveCapacity(2 * bytes.underestimatedCount)
        for byte in bytes {
            ascii.append(digits[Int(byte >> 4)])
            ascii.append(digits[Int(byte & 0xF)])
        }
        return ascii
    }

    /// Returns the bytes of lower-case digits; nil for any other text.
    package static func bytes(_ text: Substring) -> [UInt8]? {
        let values = text.utf8.compactMap { digit in digits.firstIndex(of: digit) }
        guard values.count == text.utf8.count, values.count.isMultiple(of: 2) else { return nil }
        return stride(from: 0, to: values.count, by: 2).map { UInt8(values[$0] << 4 | values[$0 + 1]) }
    }
}
