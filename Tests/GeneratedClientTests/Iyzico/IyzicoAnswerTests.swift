import Foundation
import IyzicoMassPayoutAPI
import KurusRuntime
import Testing

/// The client's readings of answers: the samples of the guide, the error envelope, and future values.
@Suite struct IyzicoAnswerTests {
    struct Sample: Sendable, CustomTestStringConvertible {
        let place: Int
        let testDescription: String
        let roundTrip: @Sendable (String) throws -> String
    }

    /// The guide's samples by their place in it. Its first, a request, leaves out descriptions that are required.
    private static let samples = [
        Sample(place: 1, testDescription: "initialize") { json(try read(MassPayoutInitializeResponse.self, $0)) },
        Sample(place: 2, testDescription: "authorize request") { json(try read(MassPayoutAuthRequest.self, $0)) },
        Sample(place: 3, testDescription: "authorize") { json(try read(MassPayoutAuthResponse.self, $0)) },
        Sample(place: 4, testDescription: "retrieve request") { json(try read(MassPayoutRetrieveRequest.self, $0)) },
        Sample(place: 5, testDescription: "retrieve") { json(try read(MassPayoutRetrieveResponse.self, $0)) },
    ]

    private static func guide() throws -> [String] {
        try SamplePage("iyzico-mass-payout/en/mass-payout-integration.md").samples
    }

    @Test func guideHasSixSamples() throws {
        #expect(try Self.guide().count == 6)
    }

    @Test(arguments: samples)
    func sampleSurvivesRoundTripWithEveryDigit(_ sample: Sample) throws {
        let text = try Self.guide()[sample.place]
        let written = try read(JSONValue.self, sample.roundTrip(text))
        #expect(written == (try read(JSONValue.self, text)).withPlainNumbers)
    }

    @Test func firstItemOfTheGuidesRequestSurvivesRoundTrip() throws {
        let request = try read(JSONValue.self, try Self.guide()[0])
        guard case .array(let items)? = request["items"], let item = items.first else {
            Issue.record("no items")
            return
        }
        #expect(try read(JSONValue.self, json(try read(MassPayoutItem.self, item.description))) == item)
    }

    @Test func clientReadsTheGuidesRetrieveSample() async throws {
        let transport = RecordingTransport(.content(try Self.guide()[5]))
        let client = IyzicoMassPayoutClient(APIClient(server: IyzicoMassPayoutClient.production, transport: transport))
        let answer = try await client.retrieve(
            locale: .tr, body: MassPayoutRetrieveRequest(requestId: "r", page: 0, size: 40))
        #expect(answer.status == .success)
        #expect(answer.systemTime == 1_759_155_442_830)
        #expect(answer.massPayout?.merchantId == 0)
        #expect(answer.massPayout?.totalAmount == 201)
        #expect(answer.massPayout?.massPayoutStatus == .publishedToQueue)
        let items = try #require(answer.massPayoutItems?.items)
        #expect(items.map(\.itemExternalId) == ["ext-0077", "ext-0099"])
        #expect(items.map(\.totalAmount) == [Decimal(string: "100.5"), Decimal(string: "100.5")])
        #expect(items.map(\.commissionAmount) == [20, 20])
        #expect(items.map(\.recipientType) == [.iban, .iban])
        #expect(items.map(\.errorMessages) == [[], []])
        #expect(answer.massPayoutItems?.total == 2)
        #expect(answer.massPayoutItems?.page == 0)
        #expect(answer.massPayoutItems?.size == 40)
    }

    @Test(arguments: [
        #"{"status":"failure","errorCode":"1001","errorMessage":"no","errorGroup":"X","conversationId":"c"}"#,
        #"{"status":"failure","systemTime":1759231970716,"locale":"tr","errorCode":1001}"#,
    ])
    func errorEnvelopeIsReadableFromEveryResponse(_ envelope: String) throws {
        let balance = try read(MassPayoutBalanceResponse.self, envelope)
        let authorize = try read(MassPayoutAuthResponse.self, envelope)
        let initialize = try read(MassPayoutInitializeResponse.self, envelope)
        let retrieve = try read(MassPayoutRetrieveResponse.self, envelope)
        let item = try read(MassPayoutItemRetrieveResponse.self, envelope)
        #expect(balance.status == .failure)
        #expect(authorize.status == .failure)
        #expect(initialize.status == .failure)
        #expect(retrieve.status == .failure)
        #expect(item.status == .failure)
        let code = authorize.errorCode
        #expect(code == .string("1001") || code == .integer(1001))
        #expect(
            [balance.errorCode, initialize.errorCode, retrieve.errorCode, item.errorCode] == [code, code, code, code])
        let expected = try read(JSONValue.self, envelope)
        for written in [json(balance), json(authorize), json(initialize), json(retrieve), json(item)] {
            #expect(try read(JSONValue.self, written) == expected)
        }
    }

    @Test(arguments: ["\"1001\"", "1001", "\"\"", "{\"a\":1}", "true", "1.5"])
    func errorCodeKeepsItsForm(_ code: String) throws {
        try expectSame(MassPayoutErrorCode.self, code)
    }

    @Test func unknownValuesAndMembersAreTolerated() throws {
        let item = try read(
            MassPayoutItemDetail.self,
            #"{"itemStatus":"FROZEN","recipientType":"CRYPTO","new":{"a":[1,{"b":null}]},"totalAmount":"12.50"}"#)
        #expect(item.itemStatus == .unrecognized("FROZEN"))
        #expect(item.recipientType == .unrecognized("CRYPTO"))
        #expect(json(item) == #"{"recipientType":"CRYPTO","itemStatus":"FROZEN","totalAmount":12.5}"#)
    }

    @Test func duplicateStatusIsRefused() {
        #expect(throws: JSONError.self) {
            try read(MassPayoutAuthResponse.self, #"{"status":"failure","status":"success"}"#)
        }
    }

    @Test func refusalOfInitializeIsReadAsItsFailure() async throws {
        let text = #"""
            {"status":"failure","errorCode":"5001","errorMessage":"items","invalidItems":\#
            [{"externalId":"i-1","errorMessage":"iban","errorCode":17}]}
            """#
        let transport = RecordingTransport(.content(400, text))
        let client = IyzicoMassPayoutClient(APIClient(server: IyzicoMassPayoutClient.sandbox, transport: transport))
        do {
            _ = try await client.initialize(locale: .tr, body: IyzicoRequestTests.sampleInitializeRequest())
            Issue.record("no error")
        } catch let error as APIError {
            guard case .refused(let refusal) = error,
                case .badRequest(let answer) = InitializeOperation.Failure(refusal)
            else {
                Issue.record("\(error)")
                return
            }
            #expect(answer.invalidItems?.map(\.externalId) == ["i-1"])
            #expect(answer.invalidItems?.map(\.errorCode) == [.integer(17)])
            #expect(answer.errorCode == .string("5001"))
        }
    }

    @Test(arguments: [(400, "<html>"), (401, "{}"), (422, #"{"status":"failure"}"#)])
    func anyOtherRefusalOfInitializeStaysWhole(status: Int, text: String) {
        let refusal = Refusal(status: status, body: Array(text.utf8))
        #expect(InitializeOperation.Failure(refusal) == .undocumented(refusal))
    }
}
