import IyzicoMassPayout
import IyzicoMassPayoutAPI
import Testing

@Suite struct PayoutItemsTests {
    private func payouts(_ operations: PagedOperations) -> MassPayouts {
        var settings = PayoutSettings()
        settings.pageSize = 2
        return MassPayouts(operations, journal: MemoryJournal(), settings: settings)
    }

    private func ids(_ operations: PagedOperations) async throws(PayoutReadError) -> [String] {
        var ids: [String] = []
        for try await item in payouts(operations).items(of: .requestID("r")) {
            ids.append(item.itemExternalId ?? "")
        }
        return ids
    }

    static let valid = ["a", "b", "c", "d", "e"]
    static let invalid = ["x", "y", "z"]

    private static func part(_ all: [String], _ call: PagedOperations.Call, size: Int? = nil) -> [String] {
        let size = size ?? call.size
        return Array(all.dropFirst(call.page * size).prefix(size))
    }

    /// The location of page, size and total, or their absence, changes nothing.
    @Test(arguments: [(true, true), (true, false), (false, false)])
    func readsAcceptedItemsThenRefusedOnes(hasTotal: Bool, isInside: Bool) async throws {
        let operations = PagedOperations { call, _ in
            let all = call.type == "VALID" ? Self.valid : Self.invalid
            return .page(
                Self.part(all, call), page: call.page, size: hasTotal ? call.size : nil,
                total: hasTotal ? all.count : nil, inside: isInside)
        }
        #expect(try await ids(operations) == Self.valid + Self.invalid)
        #expect(operations.calls.map(\.type) == ["VALID", "VALID", "VALID", "INVALID", "INVALID"])
        #expect(operations.calls.map(\.page) == [0, 1, 2, 0, 1])
    }

    @Test func asksForNothingBeforeTheFirstItem() async throws {
        let operations = PagedOperations { _, _ in .page([]) }
        let items = payouts(operations).items(of: .externalID("p"))
        #expect(operations.calls.isEmpty)
        var iterator = items.makeAsyncIterator()
        #expect(try await iterator.next() == nil)
        #expect(try await iterator.next() == nil)
        #expect(operations.calls.count == 2)
    }

    /// No largest size is documented: a provider may answer with less than was asked for.
    @Test func goesOnAfterPagesSmallerThanAskedFor() async throws {
        let operations = PagedOperations { call, _ in
            let all = call.type == "VALID" ? Self.valid : []
            return .page(Self.part(all, call, size: 1), size: 1, total: all.count)
        }
        #expect(try await ids(operations) == Self.valid)
    }

    @Test func endsWhereAProviderIgnoresThePage() async throws {
        let operations = PagedOperations { _, _ in .page(["a", "b"], total: 5) }
        await #expect(throws: PayoutReadError.pagesRepeat(page: 1)) { try await ids(operations) }
        let untold = PagedOperations { _, _ in .page(["a", "b"]) }
        await #expect(throws: PayoutReadError.pagesRepeat(page: 1)) { try await ids(untold) }
    }

    @Test func readsItemsOnceWhereAProviderIgnoresTheirType() async throws {
        let operations = PagedOperations { call, _ in .page(Self.part(Self.valid, call), total: 5) }
        #expect(try await ids(operations) == Self.valid)
    }

    @Test func saysThatThereIsNoPayout() async throws {
        let operations = PagedOperations { _, _ in MassPayoutRetrieveResponse(status: .success) }
        await #expect(throws: PayoutReadError.noPayout) { try await ids(operations) }
    }
}
