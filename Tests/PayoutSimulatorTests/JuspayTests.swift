import Foundation
import JuspayPayoutAPI
import KurusRuntime
import PayoutSimulator
import Synchronization
import Testing

@Suite struct JuspayTests {
    private func request(_ path: String = "balance", authorization: String? = nil) throws -> HTTPRequest {
        let url = try #require(URL(string: "http://127.0.0.1/payout/merchant/v1/getways/\(path)"))
        var request = HTTPRequest(method: .get, url: url)
        request.fields["Authorization"] = authorization
        return request
    }

    private static let authorization = "Basic \(Data("simulator:".utf8).base64EncodedString())"

    private func text(_ juspay: SimulatedJuspay, _ request: HTTPRequest) async -> String {
        guard let response = Answer(await juspay.receive(request)).response else { return "none" }
        return "\(response.status) \(String(decoding: response.body, as: UTF8.self))"
    }

    @Test func keepsItsAnswerFor30Minutes() async throws {
        let seconds = Mutex<TimeInterval>(1_595_840_708.9)
        let juspay = SimulatedJuspay(
            credentials: .sample, accounts: ["YESBIZ_UPI": 10.5],
            now: { Date(timeIntervalSince1970: seconds.withLock { $0 }) })
        let request = try request(authorization: Self.authorization)
        let first = #"200 {"YESBIZ_UPI":{"lastUpdated":"2020-07-27T09:05:08Z","balance":"10.5"}}"#
        #expect(await text(juspay, request) == first)
        juspay.setBalance(of: "YESBIZ_UPI", to: 9)
        seconds.withLock { $0 += 1799 }
        #expect(await text(juspay, request) == first)
        seconds.withLock { $0 += 1 }
        let second = #"200 {"YESBIZ_UPI":{"lastUpdated":"2020-07-27T09:35:08Z","balance":"9"}}"#
        #expect(await text(juspay, request) == second)
    }

    @Test(
        arguments: [
            (nil, "E04"), ("", "E04"), ("IYZWSv2 c2ltdWxhdG9yOg==", "E04"), ("Basic planted", "E02"),
            ("Basic \(Data("simulator".utf8).base64EncodedString())", "E02"),
            ("Basic \(Data("planted:".utf8).base64EncodedString())", "E02"),
            ("Basic \(Data("simulator:planted".utf8).base64EncodedString())", "E02"),
        ] as [(String?, String)])
    func refusesOtherKeysInBothShapes(authorization: String?, code: String) async throws {
        for shape in SimulatedJuspay.ErrorShape.allCases {
            let juspay = SimulatedJuspay(credentials: .sample, errorShape: shape)
            let answer = Answer(await juspay.receive(try request(authorization: authorization)))
            let error = try answer.read(PayoutErrorResponse.self)
            #expect(answer.httpStatus == 401)
            #expect((shape == .plain ? error.errorCode : error.response?.errorCode)?.rawValue == code)
            #expect((error.response == nil) == (shape == .plain))
        }
    }

    @Test func otherPathsAreNotFound() async throws {
        let juspay = SimulatedJuspay()
        #expect(await text(juspay, try request("planted")).hasPrefix(#"404 {"errorCode":"E09""#))
        #expect(await text(juspay, try request()).hasPrefix("200 "))
    }
}
