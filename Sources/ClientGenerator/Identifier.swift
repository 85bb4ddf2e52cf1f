/// A Swift identifier, made by the ``Namer`` only.
struct Identifier: Hashable, Sendable {
    /// Without backticks.
    let name: String

    /// - Parameter name: checked or made by the namer, or fixed in this module's source.
    init(checked name: String) {
        self.name = name
    }

    /// As it stands in source: keywords in backticks.
    var source: String {
        Keywords.reserved.contains(name) ? "`\(name)`" : name
    }

    /// As it stands after a dot or as an argument label, where most keywords are allowed.
    var member: SwiftCode {
        SwiftCode(self)
    }
}

extension SwiftCode {
    init(_ identifier: Identifier) {
        self = "\(identifier)"
    }
}
