import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecTestSupport
import Testing

/// The declarations that a diff compares are those of the printed files: all of them, and no others.
@Suite struct DeclarationTests {
    @Test(arguments: Fixture.all(in: "Golden"), [AccessLevel.public, .package])
    func areThoseOfTheGoldenSource(_ fixture: Fixture, _ access: AccessLevel) throws {
        let pages = try fixture.inputs().map { ClientPipeline.PageText(file: $0, mayBeProse: false) }
        try expectSame(
            ClientPipeline(
                pages: pages, overlays: [],
                resolveOptions: try fixture.options().map { try ResolveOptions($0) } ?? .init(),
                clientOptions: ClientOptions(
                    module: "SampleAPI", source: fixture.name, access: access, emit: Set(ClientPart.allCases)),
                place: .none), access)
    }

    @Test(arguments: [
        "EveryBodyAPI", "EveryParameterAPI", "EveryTypeAPI", "HostileTextAPI", "NamelessAPI", "TwinOneAPI",
    ])
    func areThoseOfTheConsumersClients(_ name: String) throws {
        let folder = try #require(Fixture.all(in: "Consumer/Clients").first { $0.name == name })
        let pages = try folder.inputs().filter { $0.path.hasSuffix(".json") && $0.path != "kurus.json" }
        #expect(!pages.isEmpty)
        try expectSame(
            ClientPipeline(
                pages: pages.map { ClientPipeline.PageText(file: $0, mayBeProse: false) }, overlays: [],
                resolveOptions: ResolveOptions(),
                clientOptions: ClientOptions(module: name, source: name, emit: Set(ClientPart.allCases)), place: .none),
            .public)
    }

    private func expectSame(_ pipeline: ClientPipeline, _ access: AccessLevel) throws {
        var diagnostics = Diagnostics()
        let client = try #require(pipeline.client(diagnostics: &diagnostics))
        let printed = client.files.flatMap { PrintedDeclarations.read($0.text, access: access) }
        let declarations = try #require(pipeline.reading().declarations)
        let declared = declarations.declarations.flatMap { $0.lines(in: "") }
        let difference = printed.sorted().difference(from: declared.sorted())
        #expect(difference.isEmpty, "only printed: +, only declared: -")
        #expect(printed.count > 3)
    }
}

extension Declaration {
    /// The declaration and its members, each with the types that it stands in.
    fileprivate func lines(in scope: String) -> [String] {
        [scope + text] + members.flatMap { $0.lines(in: scope + name + " › ") }
    }
}

/// Reads the declarations of generated source that code outside of it sees.
private enum PrintedDeclarations {
    static func read(_ source: String, access: AccessLevel) -> [String] {
        var result: [String] = []
        var scopes: [(name: String, depth: Int)] = []
        var depth = 0
        for line in joined(source) {
            if line.hasPrefix("///") || line.hasPrefix("//") { continue }
            let isMember = depth == (scopes.last?.depth ?? 0)
            if isMember, let declaration = declaration(line, access, isInType: !scopes.isEmpty) {
                result.append(scopes.map { $0.name + " › " }.joined() + declaration.text)
                if let type = declaration.type, line.hasSuffix("{") { scopes.append((type, depth + 1)) }
            }
            // Braces in literals stand in pairs or in one line with what closes them.
            if line.hasSuffix("{") { depth += 1 }
            if line.hasSuffix("{ writer in") { depth += 1 }
            if line.hasPrefix("}") { depth -= 1 }
            while let last = scopes.last, last.depth > depth { scopes.removeLast() }
        }
        return result
    }

    /// Lines, with those of a list of parameters put together.
    private static func joined(_ source: String) -> [String] {
        var lines: [String] = []
        var open: String?
        for raw in source.split(separator: "\n") {
            let line = String(raw.drop { $0 == " " })
            guard let start = open else {
                if line.hasSuffix("("), !line.hasPrefix("//") { open = line } else { lines.append(line) }
                continue
            }
            let joined = start.hasSuffix("(") || line.hasPrefix(")") ? start + line : start + " " + line
            if line.hasPrefix(")") || line.hasSuffix(")") && !start.contains(" func ") && !start.contains("init(") {
                lines.append(joined)
                open = nil
            } else {
                open = joined
            }
        }
        return lines
    }

    private static func declaration(
        _ line: String, _ access: AccessLevel, isInType: Bool
    ) -> (text: String, type: String?)? {
        var words = line.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        let modifiers = ["@nonexhaustive", "nonisolated", "indirect", "@Indirect", access.rawValue]
        let isPublic = words.prefix(while: modifiers.contains).contains(access.rawValue)
        words = Array(words.drop(while: modifiers.contains))
        guard let keyword = words.first, keyword != "import" else { return nil }
        // Cases and requirements have the access level of what they stand in.
        guard isPublic || keyword == "case" || keyword == "func" else { return nil }
        if words.last == "{" { words.removeLast() }
        var text = words.joined(separator: " ")
        if keyword == "var", let value = text.firstRange(of: " = ") { text = String(text[..<value.lowerBound]) }
        let isType = ["struct", "enum", "protocol"].contains(keyword)
        return (text, isType ? words[1].trimmingSuffix(":") : nil)
    }
}

extension String {
    fileprivate func trimmingSuffix(_ suffix: Character) -> String {
        (last == suffix ? String(dropLast()) : self).filter { $0 != "`" }
    }
}
