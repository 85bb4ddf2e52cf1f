package import SpecAPI
package import SpecDiagnostics

/// What the files of a client declare, as who imports its module sees it: what a diff compares.
package struct ClientDeclarations: Sendable {
    package var module: String
    package var access: AccessLevel
    /// Those of the module itself, in the order of the files; each holds its members.
    package var declarations: [Declaration]

    package init(module: String, access: AccessLevel = .public, declarations: [Declaration] = []) {
        self.module = module
        self.access = access
        self.declarations = declarations
    }
}

extension ClientGenerator {
    /// The declarations of the files that ``generate(_:options:diagnostics:)`` gives, made of the same plan.
    ///
    /// After errors they are what could be planned.
    package static func declarations(
        of api: API, options: ClientOptions, diagnostics: inout Diagnostics
    ) -> ClientDeclarations {
        let plan = plan(api, options: options, diagnostics: &diagnostics)
        return ClientDeclarations(
            module: options.module, access: options.access,
            declarations: ClientPart.allCases.filter(options.emit.contains).flatMap(plan.declarations))
    }
}
