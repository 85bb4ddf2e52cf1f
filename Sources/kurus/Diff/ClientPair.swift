import KurusGenerating

/// An API of both inputs, or of one.
enum ClientPair {
    case both(base: SideClient, revision: SideClient)
    case removed(SideClient)
    case added(SideClient)

    /// Pairs the clients of the same module; where each input has one module, they are the same API under another name.
    ///
    /// - Returns: Those of the revision in its order, then those that are gone.
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
