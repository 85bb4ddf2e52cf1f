import KurusRuntime

/// Writes the amounts of an answer with eight decimals, as iyzico does: `20.00000000`.
enum AmountDecimals {
    private static let count = 8
    private static let names: Set<String> = [
        "balance", "totalAmount", "totalSuccessfulAmount", "totalCommissionAmount", "commissionAmount",
    ]

    /// The content with padded amounts, or as it is when it is no JSON.
    static func padded(_ content: [UInt8]) -> [UInt8] {
        guard let value = try? JSONReader.read(JSONValue.self, from: content) else { return content }
        return JSONWriter.bytes(of: padded(value))
    }

    private static func padded(_ value: JSONValue) -> JSONValue {
        switch value {
        case .array(let elements): .array(elements.map(padded))
        case .object(let object): .object(padded(object))
        default: value
        }
    }

    private static func padded(_ object: JSONObject) -> JSONObject {
        var result = object
        for member in object.members {
            if names.contains(member.name), case .number(let number) = member.value {
                result[member.name] = .number(padded(number))
            } else {
                result[member.name] = padded(member.value)
            }
        }
        return result
    }

    private static func padded(_ number: JSONNumber) -> JSONNumber {
        let parts = number.text.split(separator: ".")
        let fraction = parts.count == 2 ? String(parts[1]) : ""
        guard let whole = parts.first, fraction.utf8.count < count, !number.text.contains("e") else { return number }
        let zeros = String(repeating: "0", count: count - fraction.utf8.count)
        return JSONNumber(text: "\(whole).\(fraction)\(zeros)") ?? number
    }
}
