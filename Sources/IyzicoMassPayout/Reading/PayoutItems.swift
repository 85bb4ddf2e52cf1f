public import IyzicoMassPayoutAPI
import KurusRuntime

/// The items of a payout, page by page as they are asked for: those that were accepted, then those that were not.
///
/// Ends with `PayoutReadError`; nothing is read before the first item is asked for, and every iteration reads anew.
public struct PayoutItems: AsyncSequence, Sendable {
    public typealias Element = MassPayoutItemDetail
    public typealias Failure = PayoutReadError

    private let cursor: PageCursor

    init(_ cursor: PageCursor) {
        self.cursor = cursor
    }

    public func makeAsyncIterator() -> Iterator {
        Iterator(cursor: cursor)
    }

    /// Reads the pages one after the other.
    public struct Iterator: AsyncIteratorProtocol {
        var cursor: PageCursor
        private var items: ArraySlice<MassPayoutItemDetail> = []
        private var isEnded = false

        init(cursor: PageCursor) {
            self.cursor = cursor
        }

        public mutating func next(
            isolation actor: isolated (any Actor)?
        ) async throws(PayoutReadError) -> MassPayoutItemDetail? {
            while items.isEmpty, !isEnded {
                if let page = try await cursor.next() {
                    items = page.items[...]
                } else {
                    isEnded = true
                }
            }
            return items.popFirst()
        }
    }
}
