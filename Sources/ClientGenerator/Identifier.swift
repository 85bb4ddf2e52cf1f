/// A Swift identifier, made by the ``Namer`` only.
package struct Identifier: Hashable, Sendable {
    /// Without backticks.
    package let name: String

    /// - Parameter name: checked or made by the namer, or fixed in this module's source.
    package init(checked name: String) {
        self.name = name
    }

    /// As it stands in source: keywords in backticks.
    package var source: String {
        Keywords.reserved.contains(name) ? "`\(name)`" : name
    }

    /// As it stands before an argument's colon, where most keywords need no backticks and the compiler warns of them.
    var label: SwiftCode {
        ["inout", "let", "var", "_"].contains(name) ? "\(self)" : SwiftCode(unescaped: self)
    }

    /// As it stands after a dot.
    var member: SwiftCode {
        SwiftCode(self)
    }
}

extension SwiftCode {
    init(_ identifier: Identifier) {
        self = "\(identifier)"
    }

    fileprivate init(unescaped identifier: Identifier) {
        self = SwiftCode(verbatim: identifier.name)
    }
}
