import EveryBodyAPI
import EveryParameterAPI
import EveryTypeAPI
import Foundation
import HostileTextAPI
import KurusRuntime
import Testing
import TransfersAPI
import TwinOneAPI
import TwinTwoAPI

@testable import Consumer
@testable import NamelessAPI

/// Every operation of every client, sent with one server chosen: no other host is reached.
@Suite struct ChosenServerTests {
    private static let server = APIServer("https://sandbox.test/base")

    /// Sends all calls, and expects them to cover all operations of the document.
    private static func send<Client>(
        _ calls: [@Sendable (Client) async throws -> Void], of document: String, _ make: (APIClient) -> Client
    ) async throws {
        let chosen = ChosenServer()
        let client = make(chosen.client(for: server))
        for call in calls { await chosen.send(with: client, call) }
        #expect(chosen.origins == ["https://sandbox.test"])
        #expect(try chosen.operations == FixtureDocument(document).operations)
    }

    @Test func everyBody() async throws {
        let cases = (BodyTests.cases + BodyCases.oneWay).map(\.call)
        try await Self.send(
            cases + EveryBodyCalls.answers + EveryBodyCalls.settings + EveryBodyCalls.contents,
            of: "EveryBodyAPI/every-body.json"
        ) { EveryBodyClient($0) }
    }

    @Test func everyParameter() async throws {
        let methods: [@Sendable (EveryParameterClient) async throws -> Void] = [
            { try await $0.putMethod(id: "1") }, { try await $0.postMethod(id: "1") },
            { try await $0.deleteMethod(id: "1") }, { try await $0.optionsMethod(id: "1") },
            { try await $0.headMethod(id: "1") }, { try await $0.patchMethod(id: "1") },
            { try await $0.traceMethod(id: "1") }, { try await $0.noParameters() }, { try await $0.elsewhere() },
            { try await $0.sharedAsTheyAre(id: "i", part: 1, locale: .tr) },
            { try await $0.sharedReplaced(id: 1, part: 1, page: 1, locale: .tr) },
            { try await $0.sharedBySameNameElsewhere(id: "i", part: 1, locale: .tr) },
            {
                try await $0.manyParameters(
                    p2: "", p4: "", p6: "", p8: "", p10: "", p12: "", p14: "", p16: "", p18: "", p20: "")
            },
        ]
        let cases = (EveryParameterTests.cases + QueryParameterCases.oneWay).map(\.call)
        try await Self.send(methods + cases, of: "EveryParameterAPI/every-parameter.json") { EveryParameterClient($0) }
    }

    @Test func everyType() async throws {
        let calls: [@Sendable (EveryTypeClient) async throws -> Void] = [
            { _ = try await $0.getEnum() }, { _ = try await $0.putEnum(body: .value2) },
            // It is deprecated, which the protocol does not repeat.
            {
                let operations: any EveryTypeOperations = $0
                _ = try await operations.getEverythingDeprecated(old: nil, oldRequired: .unrecognized("x"))
            },
            {
                _ = try await $0.postEverything(
                    body: try read(Everything.self, #"{"leaf":{"name":"n"},"nullableLeaf":null}"#))
            },
            { _ = try await $0.getFree() }, { _ = try await $0.putFree(body: [:]) },
            { _ = try await $0.postInline(body: .init(id: "i", here: .a)) }, { _ = try await $0.getList() },
            { _ = try await $0.putList(body: []) }, { _ = try await $0.getMap() },
            { _ = try await $0.putMap(body: [:]) },
            { _ = try await $0.getNumber() }, { _ = try await $0.putNumber(body: 1) }, { _ = try await $0.getText() },
            { _ = try await $0.putText(body: nil) }, { _ = try await $0.getUnion() },
            { _ = try await $0.putUnion(body: .string("cat")) },
        ]
        try await Self.send(calls, of: "EveryTypeAPI/every-type.json") { EveryTypeClient($0) }
    }

    @Test func hostileText() async throws {
        let calls: [@Sendable (HostileTextClient) async throws -> Void] = [
            { _ = try await $0.initValue(kebabName: "a", snake_name: "b") },
            { _ = try await $0.class(class: "a", selfValue: "b", in: "c", type: "d") },
            // It is deprecated, which the protocol does not repeat.
            {
                let operations: any HostileTextOperations = $0
                try await operations.deleteQuotedX(class: "a", selfValue: "b", in: "c", type: "d")
            },
            { try await $0.clientValue() }, { _ = try await $0.send() },
            { try await $0.funcAsyncThrows(body: HostileForm(class: "a")) }, { _ = try await $0.defaultSwitch() },
            { _ = try await $0.getHostileNoOperationIdQuoted() },
            {
                _ = try await $0.selfValue(
                    queryClass: "a", queryInit: "b", queryNil: "c", func: "d", request: "e", server: "f",
                    apostropheS: "g", commentEnd: "h", lineSeparator: "i", tripleQuote: "j", aB: "k", zeroWidth: "l",
                    percent20: "m")
            },
            { try await $0.await(body: .init(fileFilenameX: FilePart(data: Data()))) },
            { _ = try await $0.type(server: Self.server, class: .selfValue, body: .init()) },
        ]
        try await Self.send(calls, of: "HostileTextAPI/hostile-text.json") { HostileTextClient($0) }
    }

    @Test func transfersAndRates() async throws {
        let chosen = ChosenServer()
        let transfers = TransfersClient(chosen.client(for: Self.server))
        let request = TransferRequest(iban: "TR330006100519786457841326", amount: 1, note: .null)
        await chosen.send(with: transfers) { _ = try await $0.sendTransfer(body: request) }
        await chosen.send(with: transfers) { _ = try await $0.getTransfer(id: "1") }
        await chosen.send(with: transfers) { try await $0.cancelTransfer(id: "1") }
        let rates = RatesClient(chosen.client(for: Self.server))
        await chosen.send(with: rates) { _ = try await $0.getRate(currency: "TRY") }
        #expect(chosen.origins == ["https://sandbox.test"])
        #expect(
            chosen.operations == [
                "POST /transfers", "GET /transfers/{id}", "DELETE /transfers/{id}", "GET /rates/{currency}",
            ])
    }

    @Test func namelessAndTwins() async throws {
        try await Self.send([{ _ = try await $0.getRoot() }], of: "NamelessAPI/nameless.json") { NamelessClient($0) }
        let one = TwinOneAPI.Payment(amount: TwinOneAPI.Amount(value: 5, currency: .try))
        try await Self.send([{ _ = try await $0.pay(body: one) }], of: "TwinOneAPI/twin-one.json") { TwinOneClient($0) }
        let two = TwinTwoAPI.Payment(amount: TwinTwoAPI.Amount(value: 7, currency: .inr))
        try await Self.send([{ _ = try await $0.pay(body: two) }], of: "TwinTwoAPI/twin-two.json") { TwinTwoClient($0) }
    }
}

extension FixtureDocument {
    /// All operations of the document, as `POST /transfers`.
    fileprivate var operations: Set<String> {
        let methods: Set<String> = ["get", "put", "post", "delete", "options", "head", "patch", "trace"]
        guard case .object(let paths)? = root["paths"] else { return [] }
        var result: Set<String> = []
        for path in paths {
            guard case .object(let fields) = path.value else { continue }
            for field in fields where methods.contains(field.name) {
                result.insert("\(field.name.uppercased()) \(path.name)")
            }
        }
        return result
    }
}
