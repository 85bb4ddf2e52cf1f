import SpecDiagnostics
import SpecTree

// Breaches of the specification that leave a schema usable.
extension Schema {
    func check(_ decoder: inout ObjectDecoder<Field>) {
        checkValues(&decoder)
        if readOnly, writeOnly {
            decoder.sloppy(.writeOnly, "a schema is `readOnly` or `writeOnly`, never both")
        }
        if let multipleOf, !multipleOf.isPositiveNumber {
            decoder.sloppy(.multipleOf, "`multipleOf` is \(multipleOf), and must be greater than 0")
        }
    }

    /// Examples and defaults of `enum`: they break nothing but trust in the page.
    private func checkValues(_ decoder: inout ObjectDecoder<Field>) {
        guard let enumValues else { return }
        if enumValues.isEmpty {
            decoder.sloppy(.enum, "`enum` is empty; it should have one element at least")
            return
        }
        for (field, node) in [(Field.default, defaultValue), (.example, example)] {
            guard let node, node.isScalar, !enumValues.contains(where: node.hasSameContent) else { continue }
            if case .null = node.content, isNullable { continue }
            decoder.sloppy(field, "`\(field.rawValue)` is none of the values of `enum`")
        }
    }
}

extension JSONNode {
    /// Neither array nor object, so that comparing it needs no recursion.
    fileprivate var isScalar: Bool {
        switch content {
        case .array, .object: false
        case .null, .boolean, .number, .string: true
        }
    }
}

extension String {
    /// Whether a number's text stands for more than 0: no minus, and a digit before the exponent that is not 0.
    fileprivate var isPositiveNumber: Bool {
        !hasPrefix("-") && prefix { $0 != "e" && $0 != "E" }.contains { ("1"..."9").contains($0) }
    }
}
