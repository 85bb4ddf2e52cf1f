import KurusGenerating
import SpecDiagnostics
import SpecDiff

/// The comparison of two inputs by client.
struct InputComparison {
    private(set) var reports: [APIComparison] = []
    private(set) var diagnostics = Diagnostics()
    /// Whether something could not be compared.
    private(set) var isIncomplete = false
    private let knowsAllClients: Bool

    init(from base: DiffInput, to revision: DiffInput, options: DiffOptions) {
        let earlier = SideClients(input: base).all(diagnostics: &diagnostics)
        let later = SideClients(input: revision).all(diagnostics: &diagnostics)
        if earlier.isEmpty, later.isEmpty, !diagnostics.hasErrors {
            diagnostics.error(
                .noMatchingFile, "there is no such file or folder, and neither is \(base.name)", in: revision.name)
        }
        knowsAllClients = !diagnostics.hasErrors
        isIncomplete = !knowsAllClients
        for pair in ClientPair.pairs(base: earlier, revision: later)
        where canBeJudged(pair, (base, earlier), (revision, later)) {
            add(ClientComparison(of: pair, options: options))
        }
    }

    private mutating func add(_ comparison: ClientComparison) {
        diagnostics.append(comparison.diagnostics)
        if let report = comparison.report, !comparison.isSilent { reports.append(report) }
        if comparison.isUnreadable { isIncomplete = true }
    }

    /// A client whose kurus.json could not be read is not removed, and files without a kurus.json are not one of
    /// several clients.
    private mutating func canBeJudged(_ pair: ClientPair, _ base: Side, _ revision: Side) -> Bool {
        let (client, own, other): (SideClient, Side, Side)
        switch pair {
        case .both: return true
        case .removed(let only): (client, own, other) = (only, base, revision)
        case .added(let only): (client, own, other) = (only, revision, base)
        }
        guard knowsAllClients else { return false }
        guard client.key.module == nil, !other.clients.isEmpty else { return true }
        diagnostics.error(
            .invalidValue,
            "these files are one API, and \(other.input.name) holds several clients; name one of its folders",
            in: own.input.name)
        isIncomplete = true
        return false
    }

    private typealias Side = (input: DiffInput, clients: [SideClient])
}

/// An API of both inputs, or of one.
enum ClientPair {
    case both(base: SideClient, revision: SideClient)
    case removed(SideClient)
    case added(SideClient)

    /// Pairs the clients of the same module. If each input has one module, they are the same API.
    ///
    /// - Returns: The clients of the revision in its order, then the removed ones.
    static func pairs(base: [SideClient], revision: [SideClient]) -> [ClientPair] {
        let modules = [base, revision].map { side in Set(side.map(\.key.module)) }
        let areOneEach = modules.allSatisfy { $0.count == 1 }
        func key(_ client: SideClient) -> SideClient.Key {
            areOneEach ? SideClient.Key(module: nil, isFurther: client.key.isFurther) : client.key
        }
        let earlier = Dictionary(base.map { (key($0), $0) }) { first, _ in first }
        let later = Set(revision.map(key))
        return revision.map { client in earlier[key(client)].map { .both(base: $0, revision: client) } ?? .added(client)
        }
            + base.filter { !later.contains(key($0)) }.map(ClientPair.removed)
    }
}
