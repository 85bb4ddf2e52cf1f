import Testing

@testable import IyzicoMassPayout

struct ItemIDTests {
    @Test(arguments: [
        "p1", "emp-202611-000123", "20261130001", "000123456", "TR21000000000000", "+1", "5551234", "Ş1",
    ])
    func showsAnIDOfThePayers(id: String) {
        #expect(ItemID.text(id) == id)
    }

    @Test(arguments: [
        "TR330006100519786457841326", "tr33 0006 1005 1978 6457 8413 26", "10000000146", "+905551234567", "5551234567",
        "05551234567", "905551234567",
    ])
    func masksAnIDThatIsARecipient(id: String) {
        #expect(ItemID.text(id).replacing("+", with: "") == "‹redacted›")
    }

    @Test func masksARecipientWithinAnID() {
        #expect(ItemID.text("emp-10000000146/2026") == "emp-‹redacted›/2026")
        #expect(ItemID.text("pay TR330006100519786457841326") == "pay ‹redacted›")
    }
}
