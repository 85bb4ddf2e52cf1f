import Testing

@testable import kurus

/// `filter` in kurus.json: a client of a part of an API.
struct FilterTests {
    /// Three operations with a schema each; `Base` has a subtype, and `cards` uses a schema that is wrong.
    static let document = ##"""
        {"openapi": "3.0.3", "info": {"title": "T", "version": "1"},
        "paths": {
          "/v1/payouts": {"post": {"operationId": "pay", "tags": ["Payouts"], "responses": {"200":
            {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Payout"}}}}}}},
          "/v1/payouts/{id}/items": {"get": {"tags": ["Payouts", "Items"], "parameters": [{"name": "id", "in": "path",
            "required": true, "schema": {"type": "string"}}], "responses": {"200":
            {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Base"}}}}}}},
          "/v1/cards": {"get": {"operationId": "cards", "tags": ["Cards"], "responses": {"200":
            {"description": "OK", "content": {"application/json": {"schema": {"$ref": "#/components/schemas/Card"}}}}}},
            "delete": {"operationId": "drop", "responses": {"204": {"description": "OK"}}}}},
        "components": {"schemas": {
          "Payout": {"type": "object", "properties": {"amount": {"$ref": "#/components/schemas/Amount"}}},
          "Amount": {"type": "object", "properties": {"value": {"type": "string"}}},
          "Base": {"type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}},
            "discriminator": {"propertyName": "kind"}},
          "Sub": {"allOf": [{"$ref": "#/components/schemas/Base"}, {"properties": {"more": {"type": "string"}}}]},
          "Card": {"type": "money"}, "Webhook": {"type": "object", "properties": {"id": {"type": "string"}}}}}}
        """##

    private func folder(_ filter: String, more: String = "") throws -> TestFolder {
        try TestFolder([
            "specs/bank/a.json": Self.document,
            "specs/bank/kurus.json": SamplePages.configuration(
                inputs: "a.json", more: #", "filter": \#(filter)"# + more),
        ])
    }

    static let filters: [(filter: String, functions: Set<String>, types: Set<String>)] = [
        (#"{"operations": ["pay"]}"#, ["pay"], ["Payout", "Amount"]),
        (#"{"operations": ["DELETE /v1/cards"]}"#, ["drop"], []),
        (#"{"paths": ["/v1/payouts"]}"#, ["pay"], ["Payout", "Amount"]),
        (#"{"paths": ["/v1/payouts/**"]}"#, ["pay", "getPayoutsByIdItems"], ["Payout", "Amount", "Base", "Sub"]),
        (#"{"paths": ["/v1/*/*/items"]}"#, ["getPayoutsByIdItems"], ["Base", "Sub"]),
        (#"{"tags": ["Items"]}"#, ["getPayoutsByIdItems"], ["Base", "Sub"]),
        (#"{"tags": ["Items"], "operations": ["drop"]}"#, ["getPayoutsByIdItems", "drop"], ["Base", "Sub"]),
        (#"{"operations": ["drop"], "schemas": ["Webhook"]}"#, ["drop"], ["Webhook"]),
    ]

    /// A mistake outside of the filter is not reported.
    @Test(arguments: filters.indices)
    func generatesAPart(_ index: Int) async throws {
        let example = Self.filters[index]
        let folder = try folder(example.filter)
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 0 && outcome.errors.isEmpty, "\(outcome)")
        let client = try #require(folder.text(of: "Generated/BankAPI/BankAPIClient.swift"))
        for name in ["pay", "getPayoutsByIdItems", "cards", "drop"] {
            let isThere = client.contains("func \(name)(")
            #expect(isThere == example.functions.contains(name), "\(name)")
        }
        let types = try #require(folder.text(of: "Generated/BankAPI/BankAPITypes.swift"))
        for name in ["Payout", "Amount", "Base", "Sub", "Card", "Webhook"] {
            #expect(types.contains("/// Schema `\(name)`") == example.types.contains(name), "\(name)")
        }
        #expect(await folder.kurus("lint").status == 0)
    }

    static let mistakes: [(filter: String, printed: String)] = [
        (
            #"{"paths": ["/v1/payout"]}"#,
            "`paths` of `filter`: nothing in the documents is `/v1/payout`; did you mean `/v1/payouts`? [unused-option]"
        ),
        (#"{"tags": ["Pay"]}"#, "`tags` of `filter`: nothing in the documents is `Pay`; remove the entry"),
        (
            #"{"operations": ["payy"]}"#,
            "`operations` of `filter`: nothing in the documents is `payy`; did you mean `pay`?"
        ),
        (
            #"{"schemas": ["Payouts"]}"#,
            "`schemas` of `filter`: nothing in the documents is `Payouts`; did you mean `Payout`?"
        ),
        ("{}", "`filter` needs an entry in `paths`, `tags`, `operations` or `schemas` [missing-field]"),
        (
            #"{"path": ["/v1"], "tags": ["Cards"]}"#,
            "`filter` has no field `path`; did you mean `paths`? [unknown-field]"
        ),
        ("[]", "`filter` must be an object; found an array [wrong-type]"),
    ]

    @Test(arguments: mistakes.indices)
    func refusesAFilterThatIsNone(_ index: Int) async throws {
        let outcome = await (try folder(Self.mistakes[index].filter)).kurus("generate")
        #expect(outcome.status == 3)
        #expect(outcome.errors.contains("error: " + Self.mistakes[index].printed), "\(outcome)")
    }

    /// An operation that only lends a value to a wanted one is not generated.
    @Test func followsReferencesIntoOtherOperations() async throws {
        let paths = ##"""
            {"/a": {"get": {"operationId": "a", "responses": {"200": {"description": "OK", "content": {"application/json":
              {"schema": {"$ref": "#/paths/~1b/get/responses/200/content/application~1json/schema"}}}}}}},
             "/b": {"get": {"operationId": "b", "parameters": [{"name": "x", "in": "query", "schema": {"type": "money"}}],
              "responses": {"200": {"description": "OK", "content": {"application/json":
              {"schema": {"type": "array", "items": {"type": "string"}}}}}}}}}
            """##
        let folder = try TestFolder([
            "specs/bank/a.json": #"{"openapi": "3.0.3", "info": {"title": "T", "version": "1"}, "paths": \#(paths)}"#,
            "specs/bank/kurus.json": SamplePages.configuration(
                inputs: "a.json", more: #", "filter": {"operations": ["a"]}"#),
        ])
        let outcome = await folder.kurus("generate")
        #expect(outcome.status == 0, "\(outcome)")
        #expect(outcome.output.contains("1 page, 1 operation, 0 types") && !outcome.output.contains("left out"))
        let client = try #require(folder.text(of: "Generated/BankAPI/BankAPIClient.swift"))
        #expect(client.contains("func a() async throws(APIError) -> [String]") && !client.contains("func b("))
    }

    @Test func comparesWhatIsLeft() async throws {
        let folder = try folder(#"{"tags": ["Payouts"]}"#)
        try folder.write(
            Self.document.replacing(#""delete""#, with: #""put""#).replacing("\"money\"", with: "\"string\""),
            to: "new/bank/a.json")
        try folder.write(
            SamplePages.configuration(inputs: "a.json", more: #", "filter": {"tags": ["Payouts"]}"#),
            to: "new/bank/kurus.json")
        let same = await folder.kurus("diff", "specs/bank", "new/bank")
        #expect(same.status == 0 && same.output.hasPrefix("Nothing is different."), "\(same)")
        try folder.write(
            Self.document.replacing(#""amount""#, with: #""sum""#), to: "new/bank/a.json")
        #expect(await folder.kurus("diff", "specs/bank", "new/bank").status == 1)
    }
}
