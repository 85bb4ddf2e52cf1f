import ClientGenerator
import KurusGenerating
import SpecAPI
import SpecDiagnostics
import Testing

@testable import kurus

/// The pairing of clients of both sides.
struct ClientPairTests {
    private func client(_ name: String) -> SideClient {
        let isFurther = name.hasSuffix("+")
        let module = name == "-" ? nil : isFurther ? String(name.dropLast()) : name
        let input = ClientInput(
            pages: [], overlays: [], resolveOptions: ResolveOptions(),
            clientOptions: ClientOptions(module: module ?? "PageAPI", source: ""), output: ".")
        return SideClient(
            key: SideClient.Key(module: module, isFurther: isFurther), location: nil, diagnostics: Diagnostics(),
            input: input, files: FileSystem(workingDirectory: "/"))
    }

    private func text(_ pair: ClientPair) -> String {
        func name(_ client: SideClient) -> String { (client.key.module ?? "-") + (client.key.isFurther ? "+" : "") }
        switch pair {
        case .both(let base, let revision): return name(base) + "=" + name(revision)
        case .removed(let client): return name(client) + " removed"
        case .added(let client): return name(client) + " added"
        }
    }

    @Test(arguments: [
        (["A", "B"], ["B", "A"], ["B=B", "A=A"]),
        (["A", "B"], ["B", "C"], ["B=B", "C added", "A removed"]),
        (["A"], ["B"], ["A=B"]),
        (["A", "A+"], ["B", "B+"], ["A=B", "A+=B+"]),
        (["A", "A+"], ["A"], ["A=A", "A+ removed"]),
        (["-"], ["-"], ["-=-"]),
        (["-"], ["A"], ["-=A"]),
        (["-"], ["A", "B"], ["A added", "B added", "- removed"]),
        ([], ["A"], ["A added"]),
        (["A"], [], ["A removed"]),
    ])
    func pairsClients(_ base: [String], _ revision: [String], _ expected: [String]) {
        #expect(ClientPair.pairs(base: base.map(client), revision: revision.map(client)).map(text) == expected)
    }
}
