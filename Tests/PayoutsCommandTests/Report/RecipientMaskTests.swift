import IyzicoMassPayout
import Testing

@testable import payouts

struct RecipientMaskTests {
    private static func mask() throws -> RecipientMask {
        let rows =
            TestPayroll.heading
            + "1,iban,TR20 0000 0000 0000 0000 0000 01,İbrahim Işık Öz,1,TRY,Kasım maaşı\n2,memberId,ab12,,1,TRY,x\n"
        return RecipientMask(
            try Payroll.read(Array(rows.utf8), path: "a.csv", id: "a", options: InputOptions()).payroll)
    }

    @Test(arguments: [
        ("the bank refused the payment", "the bank refused the payment"),
        ("İbrahim Işık", "‹redacted› ‹redacted›"), ("IBRAHIM ISIK: unknown", "‹redacted› ‹redacted›: unknown"),
        ("ibrahim ışık, öz", "‹redacted› ‹redacted›, ‹redacted›"), ("I\u{307}brahim", "‹redacted›"),
        ("Işık'ın hesabı", "‹redacted›'ın hesabı"), ("Ibrahimin hesabı", "‹redacted› hesabı"),
        ("member AB12", "member ‹redacted›"), ("Kasım maaşı", "‹redacted› ‹redacted›"),
        ("call +90 (555) 123-45-67 now", "call ‹redacted› now"), ("tr20 0000 0000 0000 0000 0000 01", "‹redacted›"),
        ("error 10 of 12", "error 10 of 12"), ("10000000146", "‹redacted›"), ("", ""),
    ])
    func hidesThePeopleOfAnOrder(_ text: String, _ masked: String) throws {
        #expect(try Self.mask().masked(text) == masked)
    }
}
