/// A use of a type in generated source.
struct TypeReference: Hashable, Sendable {
    let code: SwiftCode
    /// Whether source that mentions the type imports Foundation.
    let usesFoundation: Bool
    let wire: WireForm

    init(_ code: SwiftCode, usesFoundation: Bool = false, wire: WireForm = .same) {
        self.code = code
        self.usesFoundation = usesFoundation
        self.wire = wire
    }

    var array: Self {
        Self("[\(self)]", usesFoundation: usesFoundation, wire: wire.isSame ? .same : .array(wire))
    }

    /// A map from member names.
    var map: Self {
        Self("[String: \(self)]", usesFoundation: usesFoundation, wire: wire.isSame ? .same : .map(wire))
    }

    var optional: Self {
        Self("\(self)?", usesFoundation: usesFoundation, wire: wire.isSame ? .same : .optional(wire))
    }

    var nullable: Self {
        Self("Nullable<\(self)>", usesFoundation: usesFoundation, wire: wire.isSame ? .same : .optional(wire))
    }

    static let jsonValue = Self("JSONValue")
    static let string = Self("String")
    static let data = Self("Data", usesFoundation: true)
    static let filePart = Self("FilePart")
}

/// How a value is written where its Swift type alone does not say it: decimals that the document has in strings.
indirect enum WireForm: Hashable, Sendable {
    case same
    case text
    case array(WireForm)
    case map(WireForm)
    case optional(WireForm)

    var isSame: Bool { self == .same }

    /// The expression that writes `value` in this form.
    func converted(_ value: SwiftCode) -> SwiftCode {
        switch self {
        case .same: value
        case .text: "DecimalText(\(value))"
        case .array(let element), .optional(let element): "\(value).map { \(element.converted("$0")) }"
        case .map(let element): "\(value).mapValues { \(element.converted("$0")) }"
        }
    }
}
