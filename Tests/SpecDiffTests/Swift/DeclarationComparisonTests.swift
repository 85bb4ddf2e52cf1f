import ClientGenerator
import SourceText
import SpecAPI
import SpecDiagnostics
import SpecPipeline
import SpecTestSupport
import Testing
@testable import SpecDiff

/// Cases outside of the table that the compiler proves: other modules and access levels, guessed names.
@Suite struct DeclarationComparisonTests {
    private static let page = Self.document(
        #"""
        "Amount": {"type": "object", "properties": {"value": {"type": "string"}, "currency": {"type": "string"}}},
        "State": {"type": "string", "enum": ["a", "b"]}
        """#)

    @Test func namesTheOtherModule() throws {
        let changes = try Self.changes(Self.page, Self.page, modules: ("OneAPI", "OtherAPI"))
        #expect(
            changes == [
                "breaking OneAPI: the module is named `OtherAPI` now: `import OneAPI` no longer compiles",
                "breaking OneOperations: `OneOperations` is now `OtherOperations`: code that names it has to use the new name",
                "breaking OneClient: `OneClient` is now `OtherClient`: code that names it has to use the new name",
            ])
    }

    @Test(
        arguments: [
            (AccessLevel.public, AccessLevel.package, [ChangeLevel.breaking]), (.package, .internal, [.breaking]),
            (.internal, .public, [.info]), (.package, .package, []),
        ])
    func seesWhoMayUseTheModule(_ base: AccessLevel, _ revision: AccessLevel, _ levels: [ChangeLevel]) throws {
        let was = try Self.declarations(Self.page, access: base)
        let now = try Self.declarations(Self.page, access: revision)
        #expect(DeclarationComparison.changes(from: was, to: now).map(\.level) == levels)
    }

    /// Only public enums are `@nonexhaustive`.
    @Test(arguments: [(AccessLevel.public, ChangeLevel.warning), (.package, .breaking), (.internal, .breaking)])
    func asksWhetherEnumsAreOpen(_ access: AccessLevel, _ level: ChangeLevel) throws {
        let was = try Self.declarations(Self.page, access: access)
        let more = Self.page.replacing(#"["a", "b"]"#, with: #"["a", "b", "c"]"#)
        let now = try Self.declarations(more, access: access)
        #expect(DeclarationComparison.changes(from: was, to: now).map(\.level) == [level])
    }

    /// A renamed type with small differences is still that type.
    @Test func recognisesARenamedTypeThatChanged() throws {
        let base = Self.document(
            #""A": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}, "z": {"type": "string"}}}"#
        )
        let revision = Self.document(
            #""B": {"type": "object", "properties": {"x": {"type": "string"}, "y": {"type": "string"}, "w": {"type": "string"}}}"#
        )
        #expect(
            try Self.changes(base, revision) == [
                "breaking A: `A` is now `B`: code that names it has to use the new name",
                "breaking A.z: the property is gone: code that reads it, sets it or passes it to an initializer no longer compiles",
                "info B.w: the property is new: initializers take it, and may leave it out",
            ])
    }

    @Test func takesDifferentTypesForDifferent() throws {
        let base = Self.document(#""A": {"type": "object", "properties": {"x": {"type": "string"}}}"#)
        let revision = Self.document(#""B": {"type": "object", "properties": {"y": {"type": "string"}}}"#)
        #expect(
            try Self.changes(base, revision) == [
                "breaking A: the type is gone: code that names it no longer compiles", "info B: the type is new",
            ])
    }

    /// Any of several aliases of one type could be the one that is gone.
    @Test func guessesNoNameAmongAliases() throws {
        let base = Self.document(#""A": {"type": "string"}"#)
        let revision = Self.document(#""B": {"type": "string"}, "C": {"type": "string"}"#)
        #expect(
            try Self.changes(base, revision) == [
                "breaking A: the type is gone: code that names it no longer compiles", "info B: the type is new",
                "info C: the type is new",
            ])
        #expect(
            try Self.changes(base, Self.document(#""B": {"type": "string"}"#)) == [
                "breaking A: `A` is now `B`: code that names it has to use the new name"
            ])
    }

    /// Nested and renamed types are equal, however they are written.
    @Test func followsATypeThroughItsUses() throws {
        let base = Self.document(
            #"""
            "Page": {"type": "object", "properties": {"items": {"type": "array", "items": {"$ref": "#/components/schemas/Item"}}, "first": {"$ref": "#/components/schemas/Item"}}},
            "Item": {"type": "object", "properties": {"next": {"$ref": "#/components/schemas/Item"}, "id": {"type": "string"}, "kind": {"type": "string", "enum": ["a"]}}}
            """#)
        #expect(
            try Self.changes(base, base.replacing("Item\"", with: "Entry\"")) == [
                "breaking Item: `Item` is now `Entry`: code that names it has to use the new name"
            ])
    }

    /// A type goes with its only use.
    @Test func namesEachCauseOnce() throws {
        let base = Self.document(
            #""A": {"type": "object", "properties": {"x": {"type": "string", "enum": ["a"]}, "y": {"type": "string"}}}"#,
            paths:
                #""/a": {"get": {"operationId": "a", "parameters": [{"name": "q", "in": "query", "schema": {"type": "string", "enum": ["a"]}}], "responses": {"200": {"description": "", "content": {"application/json": {"schema": {"type": "object", "properties": {"z": {"type": "string"}}}}}}}}}"#
        )
        let revision = Self.document(#""A": {"type": "object", "properties": {"y": {"type": "string"}}}"#)
        #expect(
            try Self.changes(base, revision) == [
                "breaking SampleClient.a(q:): the method is gone, and so is `AOperation`: calls of it no longer compile",
                "breaking A.x: the property is gone: code that reads it, sets it or passes it to an initializer no longer compiles",
            ])
    }

    /// A generated module of errors too: names that collide are compared in their order.
    @Test func findsNothingInWhatCannotBeGenerated() throws {
        let page = Self.document(#""A": {"type": "string", "enum": ["a+b", "a-b", "a b", "a/b"]}"#)
        #expect(try Self.changes(page, page).isEmpty)
    }

    private static func document(_ schemas: String, paths: String = "") -> String {
        #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": {\#(paths)}, "components": {"schemas": {\#(schemas)}}}"#
    }

    private static func declarations(
        _ page: String, module: String = "SampleAPI", access: AccessLevel = .public
    ) throws -> ClientDeclarations {
        let pipeline = ClientPipeline(
            pages: [.init(file: SourceFile("page.json", page), mayBeProse: false)], overlays: [],
            resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: module, source: "page.json", access: access), place: .none)
        return try #require(pipeline.read(.comparing).declarations)
    }

    private static func changes(
        _ base: String, _ revision: String, modules: (String, String) = ("SampleAPI", "SampleAPI")
    ) throws -> [String] {
        DeclarationComparison.changes(
            from: try declarations(base, module: modules.0), to: try declarations(revision, module: modules.1)
        ).map { "\($0.level.word) \($0.name): \($0.effect)" }
    }
}
