import Testing

@testable import kurus

/// A mistake costs the operations that it touches: what `generate`, `--strict` and `leaveOut` do about it.
struct LeaveOutTests {
    /// A document with the operations `good` and `bad`, of which only `bad` reaches a mistake, through a reference.
    static func document(
        schemas: String =
            ##""Bad": {"type": "object", "properties": {"a": {"$ref": "#/components/schemas/Missing"}}}"##,
        bad: String = ##"{"$ref": "#/components/schemas/Bad"}"##, more: String = ""
    ) -> String {
        func operation(_ name: String, _ schema: String) -> String {
            ##"{"operationId": "\##(name)", "responses": {"200": {"description": "OK", "content": {"application/json": "##
                + #"{"schema": \#(schema)}}}}}"#
        }
        let good = operation("good", ##"{"$ref": "#/components/schemas/Good"}"##)
        return #"""
            {"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, \#(more)
            "paths": {"/good": {"get": \#(good)},
            "/bad": {"post": \#(operation("bad", bad))}},
            "components": {"schemas": {"Good": {"type": "object", "properties": {"a": {"type": "string"}}},
            \#(schemas)}}}
            """#
    }

    static let arguments = ["generate", "a.json", "--module", "Some", "--output", "out"]

    /// Mistakes that only the operation `bad` reaches, or none.
    static let mistakes: [(name: String, document: String)] = [
        ("a property's reference", document()),
        ("a field of another type", document(schemas: #""Bad": {"type": "object", "properties": []}"#)),
        (
            "an alias of what is wrong",
            document(
                schemas:
                    ##""Bad": {"$ref": "#/components/schemas/Worse"}, "Worse": {"type": "money"}, "Other": {"items": "##
                    + ##"{"$ref": "#/components/schemas/Worse"}, "type": "array"}"##)
        ),
        ("an inline schema", document(schemas: #""Fine": {"type": "string"}"#, bad: #"{"type": "money"}"#)),
        (
            "a subtype of its base",
            document(
                schemas: ##""Bad": {"type": "object", "properties": {"kind": {"type": "string"}}, "discriminator": "##
                    + ##"{"propertyName": "kind"}}, "Sub": {"allOf": [{"$ref": "#/components/schemas/Bad"}, "##
                    + ##"{"properties": {"b": {"type": "money"}}}]}"##)
        ),
        (
            "a reference to an address",
            document(
                schemas: #""Fine": {"type": "string"}"#, bad: ##"{"$ref": "https://example.com/a.json#/Money"}"##)
        ),
        (
            "a reference into another operation",
            document(
                schemas: #""Fine": {"type": "string"}"#,
                bad: ##"{"$ref": "#/paths/~1good/get/responses/200/description"}"##)
        ),
    ]

    @Test(arguments: mistakes.indices)
    func leavesOutTheOperationsOfAnInput(_ index: Int) async throws {
        let folder = try TestFolder(["a.json": Self.mistakes[index].document])
        let outcome = await folder.kurus(Self.arguments)
        #expect(outcome.status == 0, "\(Self.mistakes[index].name): \(outcome)")
        #expect(outcome.output.contains(", 1 operation left out, "), "\(outcome)")
        #expect(outcome.errors.contains("warning: `POST /bad` is left out of the client; it needs what is wrong"))
        #expect(!outcome.errors.contains("error: "), "\(outcome)")
        let client = try #require(folder.text(of: "out/SomeClient.swift"))
        #expect(client.contains("func good("))
        #expect(!client.contains("func bad("))
        let types = try #require(folder.text(of: "out/SomeTypes.swift"))
        #expect(types.contains("struct Good"))
        #expect(!types.contains("Bad") && !types.contains("Worse") && !types.contains("Other"))
    }

    @Test(arguments: mistakes.indices)
    func refusesWithStrict(_ index: Int) async throws {
        let folder = try TestFolder(["a.json": Self.mistakes[index].document])
        let outcome = await folder.kurus(Self.arguments + ["--strict"])
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("error: "))
        #expect(folder.allFiles() == ["a.json"])
    }

    @Test(arguments: mistakes.indices)
    func demandsThatAConfigurationListsThem(_ index: Int) async throws {
        let document = Self.mistakes[index].document
        let folder = try TestFolder([
            "specs/bank/a.json": document, "specs/bank/kurus.json": SamplePages.configuration(inputs: "a.json"),
        ])
        for command in [["generate"], ["generate", "--check"], ["lint"]] {
            let refused = await folder.kurus(command)
            #expect(refused.status == 3)
            #expect(refused.errors.contains(#"errors touch 1 of 2 operations"#), "\(refused)")
            #expect(refused.errors.contains(#""leaveOut": ["POST /bad"]"#), "\(refused)")
        }
        for entry in ["POST /bad", "bad"] {
            try folder.write(
                SamplePages.configuration(inputs: "a.json", more: #", "leaveOut": ["\#(entry)"]"#),
                to: "specs/bank/kurus.json")
            let done = await folder.kurus("generate")
            #expect(done.status == 0, "\(Self.mistakes[index].name): \(done)")
            #expect(done.output.contains(", 1 operation left out, "))
            #expect(await folder.kurus("generate", "--check").status == 0)
            #expect(await folder.kurus("lint").status == 0)
        }
    }

    @Test func endsWithThreeWhenNothingIsLeft() async throws {
        let folder = try TestFolder(["a.json": Self.document(more: #""servers": [{"url": []}],"#)])
        let outcome = await folder.kurus(Self.arguments)
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("error: "))
    }

    @Test(arguments: [
        #""tags": 5,"#, #""externalDocs": {},"#, #""security": [{"a": []}],"#,
    ])
    func losesNothingByAMistakeThatNoOperationNeeds(_ field: String) async throws {
        let folder = try TestFolder([
            "a.json": Self.document(
                schemas: #""Fine": {"type": "string"}, "Unused": {"type": "money"}"#, bad: #"{"type": "string"}"#,
                more: field)
        ])
        let outcome = await folder.kurus(Self.arguments)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(!outcome.output.contains("left out"))
        #expect(outcome.errors.contains("warning: "))
    }

    @Test func refusesAnEntryThatMatchesNothing() async throws {
        let folder = try TestFolder(
            SamplePages.bank(more: #", "leaveOut": ["GET /balanse"]"#))
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 3)
        #expect(
            outcome.errors.contains(
                "`leaveOut`: the API has no operation `GET /balanse`; did you mean `GET /balance`? [unused-option]"))
    }

    @Test func leavesOutWhatIsRightToo() async throws {
        let folder = try TestFolder([
            "specs/bank/a.json": Self.document(schemas: #""Fine": {"type": "string"}"#, bad: #"{"type": "string"}"#),
            "specs/bank/kurus.json": SamplePages.configuration(inputs: "a.json", more: #", "leaveOut": ["bad"]"#),
        ])
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let client = try #require(folder.text(of: "Generated/BankAPI/BankAPIClient.swift"))
        #expect(!client.contains("func bad("))
    }

    /// An address that `sources` gives for a file of the inputs leads to that file.
    @Test func readsTheLocalCopyOfAnAddress() async throws {
        let address = "https://example.com/common.json"
        let configuration = SamplePages.configuration(
            inputs: "*.json", more: #", "sources": {"common.json": "\#(address)"}"#)
        let folder = try TestFolder([
            "specs/bank/a.json": Self.document(
                schemas: #""Fine": {"type": "string"}"#, bad: ##"{"$ref": "\##(address)#/definitions/Money"}"##),
            "specs/bank/common.json":
                #"{"definitions": {"Money": {"type": "object", "properties": {"a": {"type": "string"}}}}}"#,
            "specs/bank/kurus.json": configuration.replacing(#""*.json""#, with: #""a.json", "common.json""#),
        ])
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let client = try #require(folder.text(of: "Generated/BankAPI/BankAPIClient.swift"))
        #expect(client.contains("-> Money"))
    }
}
