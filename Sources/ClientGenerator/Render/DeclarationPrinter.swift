/// Prints declarations for a file of one access level.
struct DeclarationPrinter {
    private let access: AccessLevel

    init(_ access: AccessLevel) {
        self.access = access
    }

    /// - Parameter isTopLevel: Whether the declaration is outside of any other type.
    func print(_ declaration: Declaration, isTopLevel: Bool, _ code: inout CodePrinter) {
        if declaration.hasGap { code.gap() }
        code.documentation(declaration.documentation)
        if declaration.isDeprecated { code.line("@available(*, deprecated)") }
        let head = modifiers(declaration, isTopLevel: isTopLevel) + declaration.head
        if declaration.isType, declaration.kind != .alias {
            code.block(head) { code in
                for member in declaration.members { print(member, isTopLevel: false, &code) }
            }
        } else if let list = declaration.list {
            printList(list, of: declaration, head, &code)
        } else if let body = declaration.body {
            code.block(head + declaration.suffix, body)
        } else {
            code.line(head + (declaration.initialValue.map { " = \($0)" } ?? ""))
        }
    }

    private func printList(
        _ list: [SwiftCode], of declaration: Declaration, _ head: SwiftCode, _ code: inout CodePrinter
    ) {
        if declaration.kind == .enumCase {
            code.call(head, list)
        } else {
            code.signature(head, list, declaration.suffix, declaration.body)
        }
    }

    private func modifiers(_ declaration: Declaration, isTopLevel: Bool) -> SwiftCode {
        let open: SwiftCode = declaration.isOpenEnum && access == .public ? "@nonexhaustive " : ""
        let isolation: SwiftCode = isTopLevel && declaration.mayBeNonisolated ? "nonisolated " : ""
        return open + isolation + declaration.attribute + accessLevel(of: declaration) + declaration.modifier
    }

    /// Returns the written access level; cases and requirements have that of the type around them.
    private func accessLevel(of declaration: Declaration) -> SwiftCode {
        switch declaration.kind {
        case .enumCase, .requirement, .hidden: ""
        default: declaration.isCase ? "" : access.code
        }
    }
}

extension AccessLevel {
    /// The keyword: `public `, `package ` or nothing.
    var code: SwiftCode {
        switch self {
        case .public: "public "
        case .package: "package "
        case .internal: ""
        }
    }
}
