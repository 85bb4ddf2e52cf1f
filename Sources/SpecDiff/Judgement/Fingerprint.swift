import SpecTree

extension Change {
    /// 16 hexadecimal digits that identify this change on every machine and in every run.
    ///
    /// It hashes the rule, the direction, the subject's JSON pointer (the base's, where there is one), the old and the new
    /// value, and the operation that changed, where several share the subject. File, line and wording have no influence,
    /// so that moving a component within a page or editing another line keeps it. A change without a pointer counts its
    /// subject's words instead.
    package var fingerprint: String {
        fingerprint(ordinal: 1)
    }

    /// - Parameter ordinal: The number among changes with the same fingerprint, from 1.
    fileprivate func fingerprint(ordinal: Int) -> String {
        var hash = FingerprintHash()
        hash.combine(rule)
        hash.combine(direction?.rawValue)
        hash.combine(pointer ?? "")
        if pointer == nil { hash.combine(subject) }
        hash.combine(was)
        hash.combine(now)
        if let owner { hash.combine(owner) }
        if ordinal > 1 { hash.combine(String(ordinal)) }
        return hash.digits
    }

    /// The subject's pointer in the base, else in the revision; nil where it is unknown.
    private var pointer: String? {
        let pointers = [base?.pointer, revision?.pointer].compactMap(\.self)
        return pointers.first { !$0.tokens.isEmpty }?.description
    }
}

extension APIComparison {
    /// The unique fingerprints of the changes, in their order: the second of two equal ones is hashed again with
    /// its number.
    package var fingerprints: [String] {
        var counts: [String: Int] = [:]
        var taken: Set<String> = []
        return changes.map { Self.next($0, &counts, &taken) }
    }

    // The optimizer of Swift 6.3 fails on the same code in one closure with `repeat`.
    private static func next(_ change: Change, _ counts: inout [String: Int], _ taken: inout Set<String>) -> String {
        let plain = change.fingerprint
        while true {
            let count = counts[plain, default: 0] + 1
            counts[plain] = count
            let fingerprint = change.fingerprint(ordinal: count)
            if taken.insert(fingerprint).inserted { return fingerprint }
        }
    }
}

/// FNV-1a with 64 bits (Fowler, Noll and Vo). Every text ends with a byte that UTF-8 does not use, so that different lists of
/// texts have different bytes.
private struct FingerprintHash {
    private var state: UInt64 = 0xCBF2_9CE4_8422_2325

    mutating func combine(_ text: String?) {
        guard let text else { return combine(byte: 0xFE) }
        for byte in text.utf8 { combine(byte: byte) }
        combine(byte: 0xFF)
    }

    private mutating func combine(byte: UInt8) {
        state = (state ^ UInt64(byte)) &* 0x0000_0100_0000_01B3
    }

    var digits: String {
        let digits = String(state, radix: 16)
        return String(repeating: "0", count: 16 - digits.count) + digits
    }
}
