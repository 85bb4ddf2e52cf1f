import HostileTextAPI
import KurusRuntime
import Testing

@testable import NamelessAPI

/// Names that are not valid Swift are written in the document's spelling. Half of the test is that the modules compile.
@Suite struct HostileTextTests {
    struct Schema: Sendable, CustomTestStringConvertible {
        let testDescription: String
        let roundTrip: @Sendable (String) throws -> String

        init<Model: JSONModel>(_ type: Model.Type, _ name: String) {
            testDescription = name
            roundTrip = { json(try read(type, $0)) }
        }
    }

    @Test(arguments: [
        Schema(Keywords.self, "Keywords"), Schema(MemberNames.self, "MemberNames"),
        Schema(OptionalMemberNames.self, "OptionalMemberNames"), Schema(Texts.self, "Texts"),
        Schema(NestedNames.self, "NestedNames"), Schema(HostileCat.self, "Hostile.Cat"),
        Schema(HostileDog.self, "Hostile.Dog"), Schema(RequiredWays.self, "RequiredWays"),
        Schema(HostileForm.self, "HostileForm"),
    ])
    func everyPropertyKeepsItsName(_ schema: Schema) throws {
        let sample = try #require(
            try FixtureDocument("HostileTextAPI/hostile-text.json").sample(schema.testDescription))
        guard case .object(let members) = sample else { throw JSONError(.unexpectedEnd, offset: 0) }
        #expect(!members.isEmpty)
        #expect(try read(JSONValue.self, try schema.roundTrip(json(sample))) == sample)
    }

    @Test(
        arguments: [(HostileValues.self, "HostileValues"), (HostileCapitals.self, "HostileCapitals")]
            as [(any OpenEnum.Type, String)])
    func everyValueIsWrittenAsListed(type: any OpenEnum.Type, name: String) throws {
        let values = try FixtureDocument("HostileTextAPI/hostile-text.json").values(name)
        #expect(!values.isEmpty)
        try expectCases(type, values)
    }

    @Test func discriminatorsAreCompared() throws {
        let kind = "@type \"kind\" */ \\(x)"
        let cat = HostileUnion.hostileCat(
            try read(HostileCat.self, json([kind: "cat \"quoted\" \\(x)\n*/"] as JSONValue)))
        #expect(try read(HostileUnion.self, json(cat)) == cat)
    }

    @Test func namelessPropertiesKeepTheirNames() throws {
        let sample = try #require(try FixtureDocument("NamelessAPI/nameless.json").sample("Nameless"))
        #expect(try read(JSONValue.self, json(try read(Nameless.self, json(sample)))) == sample)
        guard case .object(let members) = sample else { return }
        #expect(members.count == 25)
    }

    @Test func namelessValuesAreWrittenAsListed() throws {
        try expectCases(LowLine.self, try FixtureDocument("NamelessAPI/nameless.json").values("_"))
    }

    @Test func namelessOperationIsCalled() async throws {
        let transport = RecordingTransport(.content(#"{"_":"a",".":"b"}"#))
        let client = NamelessClient(APIClient(server: APIServer("https://example.com"), transport: transport))
        let answer = try await client.getRoot()
        #expect(json(answer) == #"{"_":"a",".":"b"}"#)
        #expect(transport.requests.map(\.wireText) == ["GET https://example.com/\nAccept: application/json"])
    }

    /// Expects that every listed value is a separate case and is written as listed.
    private func expectCases<Enum: OpenEnum>(_ type: Enum.Type, _ values: [JSONValue]) throws {
        var cases: Set<Enum> = []
        for value in values {
            let read = try read(type, json(value))
            #expect(json(read) == json(value))
            cases.insert(read)
        }
        #expect(cases.count == values.count)
    }
}
