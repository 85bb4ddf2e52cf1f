public import Foundation
public import KurusRuntime

/// Both providers behind one server on 127.0.0.1, distinguished by the request's path.
///
///     let simulator = try Simulator(ledgerFolder: folder)
///     simulator.start()
///     let client = try IyzicoMassPayoutClient.connected(
///         credentials: SimulatedCredentials.sample.iyzico(), server: simulator.server, transport: PlatformTransport())
public final class Simulator: Sendable {
    public let iyzico: SimulatedIyzico
    public let juspay: SimulatedJuspay
    private let loopback: LoopbackServer
    private let ledger: FileLedger?

    /// Binds the port; nothing is answered before `start()`.
    ///
    /// - Parameters:
    ///   - port: The port; 0 for any free one.
    /// - Throws: `ServerFailure` when the port cannot be bound.
    public convenience init(
        iyzico: SimulatedIyzico, juspay: SimulatedJuspay, port: UInt16 = 0, limits: ServerLimits = ServerLimits()
    ) throws(ServerFailure) {
        try self.init(iyzico, juspay, port, limits, ledger: nil)
    }

    private init(
        _ iyzico: SimulatedIyzico, _ juspay: SimulatedJuspay, _ port: UInt16, _ limits: ServerLimits,
        ledger: FileLedger?
    ) throws(ServerFailure) {
        self.iyzico = iyzico
        self.juspay = juspay
        self.ledger = ledger
        loopback = try LoopbackServer(port: port, limits: limits) { request in
            await Self.receive(request, iyzico, juspay)
        }
    }

    private static func receive(
        _ request: HTTPRequest, _ iyzico: SimulatedIyzico, _ juspay: SimulatedJuspay
    ) async -> Delivery {
        request.target.hasPrefix("/payout/merchant/") ? await juspay.receive(request) : await iyzico.receive(request)
    }

    /// The server's port.
    public var port: UInt16 { loopback.port }

    /// Its URLs for clients of either provider.
    public var server: APIServer { APIServer("http://127.0.0.1:\(port)") }

    public func start() {
        loopback.start()
    }

    /// Ends every connection, waits for begun requests, and releases the ledger's folder.
    public func stop() {
        loopback.stop()
        ledger?.close()
    }
}

extension Simulator {
    /// Starts the simulator for first steps: an item's description decides its outcome
    /// (`ItemOutcomeRule.byDescription`), and amounts have eight decimals.
    ///
    /// - Parameters:
    ///   - ledgerFolder: The ledger's folder, created if missing; nil keeps the ledger in memory.
    ///   - balance: iyzico's balance, for a ledger without entries.
    /// - Throws: `LedgerError` or `ServerFailure`.
    public convenience init(
        port: UInt16 = 0, ledgerFolder: String? = nil, credentials: SimulatedCredentials? = .sample,
        balance: Decimal = 1_000_000, behaviour: SimulatedBehaviour = SimulatedBehaviour(writesEightDecimals: true),
        faults: FaultScript = [:], commission: Decimal = 0, limits: ServerLimits = ServerLimits()
    ) throws {
        let ledger = try ledgerFolder.map(Self.ledger)
        let iyzico = try SimulatedIyzico(
            credentials: credentials, balance: balance, behaviour: behaviour, faults: faults,
            ledger: ledger ?? MemoryLedger(), outcomes: .byDescription, commission: commission)
        try self.init(iyzico, SimulatedJuspay(credentials: credentials), port, limits, ledger: ledger)
    }

    /// The path of iyzico's ledger in its folder.
    public static func ledgerPath(in folder: String) -> String {
        "\(folder)/iyzico.jsonl"
    }

    private static func ledger(_ folder: String) throws(LedgerError) -> FileLedger {
        do {
            try FileManager.default.createDirectory(
                atPath: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw LedgerError("the ledger's folder cannot be made")
        }
        return try FileLedger(at: ledgerPath(in: folder))
    }
}

/// Sends requests to the simulated iyzico in memory; a fault of the connection becomes a `TransportError`.
///
/// A late answer throws `deadline` at once, whatever the timeout.
public struct SimulatorTransport: HTTPTransport {
    private let simulator: SimulatedIyzico

    public init(_ simulator: SimulatedIyzico) {
        self.simulator = simulator
    }

    public func send(_ request: HTTPRequest, timeout: Duration) async throws -> HTTPResponse {
        switch await simulator.receive(request) {
        case .answer(let response): return response
        case .truncated: throw TransportError(.interrupted, "the connection ended within the answer")
        case .dropped: throw TransportError(.interrupted, "the connection ended without an answer")
        case .tooLate: throw TransportError(.deadline, "no answer in time")
        }
    }
}
