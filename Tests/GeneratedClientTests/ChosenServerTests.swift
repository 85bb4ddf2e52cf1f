import Foundation
import IyzicoMassPayoutAPI
import JuspayPayoutAPI
import KurusRuntime
import Testing

/// A client that is made for the sandbox sends no operation to another host.
@Suite struct ChosenServerTests {
    @Test func iyzico() async throws {
        let chosen = ChosenServer()
        let client = IyzicoMassPayoutClient(chosen.client(for: IyzicoMassPayoutClient.sandbox))
        await chosen.send(with: client) { _ = try await $0.getBalance(locale: .tr) }
        let payout = try IyzicoRequestTests.sampleInitializeRequest()
        await chosen.send(with: client) { _ = try await $0.initialize(locale: .tr, body: payout) }
        await chosen.send(with: client) { _ = try await $0.authorize(locale: .tr, body: .init(requestId: "r")) }
        await chosen.send(with: client) { _ = try await $0.cancel(requestId: "r", locale: .tr) }
        await chosen.send(with: client) {
            _ = try await $0.retrieve(locale: .tr, body: .init(requestId: "r", page: 0, size: 1))
        }
        await chosen.send(with: client) { _ = try await $0.getItem(referenceCode: "c", locale: .tr) }
        #expect(chosen.origins == ["https://sandbox-api.iyzipay.com"])
        #expect(try chosen.operations == Self.operations(of: "IyzicoMassPayoutAPI"))
    }

    @Test func juspay() async throws {
        let chosen = ChosenServer()
        let client = JuspayPayoutClient(chosen.client(for: JuspayPayoutClient.sandbox))
        await chosen.send(with: client) { _ = try await $0.getBalances() }
        #expect(chosen.origins == ["https://sandbox.juspay.in"])
        #expect(try chosen.operations == Self.operations(of: "JuspayPayoutAPI"))
    }

    /// Method and path of every operation that a committed client has.
    private static func operations(of module: String) throws -> Set<String> {
        let package = URL(filePath: #filePath).appending(path: "../../..").standardized
        let file = package.appending(path: "Generated/\(module)/\(module)Client.swift")
        let requests = try String(contentsOf: file, encoding: .utf8).matches(of: /APIRequest\(\s*\.(\w+), "([^"]+)"/)
        return Set(requests.map { "\($0.1.uppercased()) \($0.2)" })
    }
}
