import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime
import PayoutSimulator
import Testing

@Suite struct SignatureTests {
    private static let body = JSONWriter.bytes(of: MassPayoutAuthRequest(requestId: "SIM-1"))

    private func signed(
        apiKey: String = "sandbox-simulator", secretKey: String = "sandbox-simulator-secret"
    ) throws -> HTTPRequest {
        var request = try Caller.request("auth", Self.body)
        let signer = IyzicoSigner(try IyzicoCredentials(apiKey: apiKey, secretKey: secretKey))
        try signer.sign(&request, security: [])
        return request
    }

    private func code(_ request: HTTPRequest, _ behaviour: SimulatedBehaviour = .init()) async throws -> Answer {
        let simulator = try SimulatedIyzico(credentials: .sample, behaviour: behaviour)
        return Answer(await simulator.receive(request))
    }

    @Test func acceptsWhatIsSignedAsItIsSent() async throws {
        let answer = try await code(try signed())
        #expect(answer.errorCode == "11")  // the payout is not there
    }

    @Test func refusesAnyOtherSignature() async throws {
        var otherBody = try signed()
        otherBody.body = Self.body + [0x20]
        var otherPath = try signed()
        otherPath.url = try Caller.request("init", nil).url
        var otherQuery = try signed()
        otherQuery.url = try Caller.request("auth?locale=tr", nil).url
        for (request, expected) in [
            (otherBody, "1000"), (otherPath, "1000"), (otherQuery, "11"),
            (try signed(secretKey: "sandbox-planted"), "1000"), (try signed(apiKey: "sandbox-planted"), "1001"),
        ] {
            #expect(try await code(request).errorCode == expected)
        }
    }

    @Test(
        arguments: [
            (nil, "1009"), ("", "1007"), ("Basic cGxhbnRlZDo=", "1007"), ("IYZWSv2", "1007"),
            ("IYZWSv2 planted", "1007"),
            ("IYZWSv2 " + Data("apiKey:sandbox-simulator&randomKey:1&signature:".utf8).base64EncodedString(), "1007"),
            ("IYZWSv2 " + Data("apiKey:sandbox-simulator&randomKey:1&signature:00".utf8).base64EncodedString(), "1000"),
        ] as [(String?, String)])
    func refusesFieldsWithoutASignature(field: String?, code expected: String) async throws {
        var request = try Caller.request("auth", Self.body)
        request.fields["Authorization"] = field
        #expect(try await code(request).errorCode == expected)
    }

    @Test func answersWithStatus200Or401() async throws {
        let request = try Caller.request("auth", Self.body)
        #expect(try await code(request).httpStatus == 200)
        #expect(try await code(request, SimulatedBehaviour(notFound: .failureWithStatus4xx)).httpStatus == 401)
    }

    @Test func aRequestWithoutASignatureMovesNothing() async throws {
        let simulator = try SimulatedIyzico(credentials: .sample)
        var initialize = try Caller.request("init", JSONWriter.bytes(of: Payroll.payout()))
        let signer = IyzicoSigner(try SimulatedCredentials.sample.iyzico())
        try signer.sign(&initialize, security: [])
        _ = await simulator.receive(initialize)
        let answer = Answer(await simulator.receive(try Caller.request("auth", Self.body)))
        #expect(answer.errorCode == "1009")
        #expect(simulator.payments.isEmpty)
        _ = await simulator.receive(try signed())
        #expect(simulator.payments.count == 2)
    }

    @Test func printsNoKey() {
        let credentials = SimulatedCredentials.sample
        var texts = "\(credentials) \(String(reflecting: credentials))"
        dump(credentials, to: &texts)
        #expect(!texts.contains("sandbox"))
    }
}
