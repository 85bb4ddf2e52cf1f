@testable import KurusGenerating
import Testing

@testable import kurus

struct ChangedPagesTests {
    static let pages = ["specs/bank/balance.md", "specs/bank/ping.md"]

    static let source = """
        public protocol Operations {
            func getBalance()
        }

        public struct Client: Operations {
            /// The balance.
            ///
            /// `GET /balance` · balance.md
            public func getBalance() {
                send("/balance")
            }

            /// `GET /ping` · ping.md
            public func ping() {
                send("/ping")
            }
        }

        /// The balance.
        ///
        /// From `balance.md`.
        public struct Balance {
            public var amount: String
        }

        """

    @Test(arguments: [
        ("send(\"/ping\")", "send(\"/pong\")", ["specs/bank/ping.md"]),
        ("send(\"/balance\")", "", ["specs/bank/balance.md"]),
        ("    /// The balance.", "    /// What is there.", ["specs/bank/balance.md"]),
        ("public var amount", "public var total", ["specs/bank/balance.md"]),
        ("    public var amount: String\n", "", ["specs/bank/balance.md"]),
        ("func ping()", "func sayHello()", ["specs/bank/ping.md"]),
        ("public func ", "func ", pages),
        // The protocol's comments name no page.
        ("    func getBalance()\n}", "    func showBalance()\n}", pages),
        ("public protocol", "protocol", pages),
    ])
    func findsThePagesOfWhatDiffers(_ old: String, _ new: String, _ expected: [String]) {
        let changed = Self.source.replacing(old, with: new)
        #expect(changed != Self.source)
        #expect(
            ChangedPages(known: Self.pages).pages(from: Array(Self.source.utf8), to: Array(changed.utf8)) == expected)
        #expect(
            ChangedPages(known: Self.pages).pages(from: Array(changed.utf8), to: Array(Self.source.utf8)) == expected)
    }

    /// A change of a hundred thousand lines must not take quadratic time.
    @Test func namesAllPagesOfALargeChange() {
        let old = String(repeating: "a\nb\n", count: 50_000)
        let new = String(repeating: "c\na\n", count: 50_000)
        #expect(ChangedPages(known: Self.pages).pages(from: Array(old.utf8), to: Array(new.utf8)) == Self.pages)
    }
}
