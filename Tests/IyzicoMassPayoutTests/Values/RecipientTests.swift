import IyzicoMassPayout
import SecretSearch
import Testing

@Suite struct RecipientTests {
    @Test(arguments: [
        "TR330006100519786457841326", "tr330006100519786457841326", "TR33 0006 1005 1978 6457 8413 26",
        "TR33\u{A0}0006\u{202F}1005 1978 6457 8413 26",
    ])
    func spellingsOfAnIBANAreOne(text: String) {
        let plain = Recipient.iban("TR330006100519786457841326", name: "Ada")
        let recipient = Recipient.iban(text, name: "Ada")
        #expect(recipient.canonicalText == "TR330006100519786457841326")
        #expect(recipient == plain)
        #expect(recipient.hashValue == plain.hashValue)
    }

    @Test func otherRecipientsAreSentAsTheyAre() {
        #expect(Recipient.phone("+90 555").canonicalText == "+90 555")
        #expect(Recipient.memberID("ab c").canonicalText == "ab c")
    }

    @Test(
        arguments: [
            (.phone("1234567"), .identityNumber("1234567")), (.phone("1234567"), .memberID("1234567")),
            (.phone("1234567"), .phone("+1234567")), (.iban("A", name: "B"), .iban("A", name: "C")),
        ] as [(Recipient, Recipient)])
    func kindsAndNamesTellRecipientsApart(left: Recipient, right: Recipient) {
        #expect(left != right)
    }

    @Test(
        arguments: [
            (.iban("TR33 0006 1005 1978 6457 8413 26", name: "Ada"), "IBAN …26"),
            (.phone("+905551112233"), "phone …33"),
            (.identityNumber("10000000146"), "identity number …46"), (.memberID("1234567"), "member …"),
            (.memberID("member-é"), "member …"),
        ] as [(Recipient, String)])
    func masksAllButTwoCharacters(recipient: Recipient, masked: String) {
        #expect(recipient.masked == masked)
    }

    @Test(
        arguments: [
            (.iban("planted", name: "planted"), "IBAN ‹redacted›"), (.phone("planted"), "phone ‹redacted›"),
            (.identityNumber("planted"), "identity number ‹redacted›"), (.memberID("planted"), "member ‹redacted›"),
        ] as [(Recipient, String)])
    func printsTheKindAlone(recipient: Recipient, text: String) {
        #expect("\(recipient)" == text)
        for form in texts(of: recipient) { #expect(!form.contains("planted"), "\(form)") }
    }
}
