import IyzicoMassPayout
import Testing

@Suite struct RecipientCheckTests {
    @Test(
        arguments: [
            .iban("TR920086402100002353983528", name: "Ada"), .iban("NO9386011117947", name: "Ada"),
            .iban("gb82 west 1234 5698 7654 32", name: "Öğüt İnce"),
            .iban("TR92ABCDEFGHIJKLMNOPQRSTUVWXYZ0123", name: "A"),
            .phone("+905555856935"), .phone("905555856935"), .phone("5555856"), .identityNumber("2222222817"),
            .identityNumber("1"), .memberID("2228853"), .memberID("a b"), .memberID("ü-1"),
        ] as [Recipient])
    func acceptsWhatIyzicoMayKnowWithoutChecks(recipient: Recipient) throws {
        #expect(try problems(of: recipient, []).isEmpty)
    }

    @Test(
        arguments: [
            (.iban("", name: "A"), [.text(.empty)]), (.iban(" ", name: "A"), [.text(.empty)]),
            (.iban("TR92", name: "A"), [.ibanForm]), (.iban("TR9200864021000", name: ""), [.name(.empty)]),
            (.iban("TR92008640210", name: "\u{202E}A"), [.ibanForm, .name(.invisible)]),
            (.iban(" TR920086402100002353983528", name: "A"), [.text(.surroundingSpace)]),
            (.iban("TR92-0086-4021-0000-2353-9835-28", name: "A"), [.ibanForm]),
            (.iban("9200864021000023539835", name: "A"), [.ibanForm]),
            (.iban("TR92008640210000235398352８", name: "A"), [.ibanForm]),
            (.iban("tır920086402100002353983528", name: "A"), [.ibanForm]),
            (.iban(String(repeating: "A", count: 2) + String(repeating: "0", count: 33), name: "A"), [.ibanForm]),
            (.iban("TR92\u{200B}0086402100002353983528", name: "A\n"), [.text(.invisible), .name(.control)]),
            (.iban("TR920086402100002353983528", name: "Ada "), [.name(.surroundingSpace)]),
            (.iban("TR920086402100002353983528", name: "A\u{AD}da"), [.name(.invisible)]),
            (.iban("TR920086402100002353983528", name: "A\u{2066}da"), [.name(.invisible)]),
            (.iban("TR920086402100002353983528", name: "A\u{E000}da"), [.name(.control)]),
            (.iban("TR920086402100002353983528", name: "A\u{2028}da"), [.name(.control)]),
            (.iban("TR920086402100002353983528", name: "\u{3164}"), [.name(.invisible)]),
            (.iban("TR920086402100002353983528", name: "\u{2800}"), [.name(.invisible)]),
            (.phone(""), [.text(.empty)]), (.phone("555 111 22 33"), [.phoneForm]),
            (.phone("9,05556E+11"), [.phoneForm]),
            (.phone("++905551112233"), [.phoneForm]), (.phone("+"), [.phoneForm]), (.phone("123456"), [.phoneForm]),
            (.phone("1234567890123456"), [.phoneForm]), (.phone("٠٥٥٥١١١٢٢٣٣"), [.phoneForm]),
            (.phone("+90555\u{200E}1112233"), [.text(.invisible)]),
            (.identityNumber("1234567890a"), [.identityNumberForm]), (.identityNumber("-1"), [.identityNumberForm]),
            (.identityNumber("１"), [.identityNumberForm]), (.identityNumber("1\u{FEFF}"), [.text(.invisible)]),
            (.memberID("\t"), [.text(.empty)]), (.memberID("a\tb"), [.text(.control)]),
            (.memberID("a\u{200D}b"), [.text(.invisible)]), (.memberID("a\u{FE0F}"), [.text(.invisible)]),
        ] as [(Recipient, [RecipientProblem])])
    func refusesWhatCanDeceive(recipient: Recipient, expected: [RecipientProblem]) throws {
        #expect(try problems(of: recipient, []) == expected)
    }

    @Test(
        arguments: [
            ("TR330006100519786457841326", nil), ("tr33 0006 1005 1978 6457 8413 26", nil),
            ("GB82WEST12345698765432", nil), ("DE89370400440532013000", nil), ("NO9386011117947", nil),
            ("MT84MALT011000012345MTLCAST001S", nil), ("TR920086402100002353983528", .ibanChecksum),
            ("TR210000000000000000000001", .ibanChecksum), ("TR330006100519786457841362", .ibanChecksum),
            ("GB82WEST12345698765423", .ibanChecksum),
            // The remainder is 1, but the method gives no such check digits: 98, 97 and 2 are meant.
            ("TR990000000000000000000034", .ibanChecksum), ("TR000000000000000000000070", .ibanChecksum),
            ("TR010000000000000000000052", .ibanChecksum),
            ("TR33000610051978645784132", .ibanLength(country: "TR", expected: 26, found: 25)),
            ("TR3300061005197864578413260", .ibanLength(country: "TR", expected: 26, found: 27)),
            ("GB82WEST123456987654321", .ibanLength(country: "GB", expected: 22, found: 23)),
            ("US330006100519786457841326", .ibanCountry), ("XX330006100519786457841326", .ibanCountry),
        ] as [(String, RecipientProblem?)])
    func checksIBANs(text: String, problem: RecipientProblem?) throws {
        let recipient = Recipient.iban(text, name: "Ada")
        #expect(try problems(of: recipient) == [problem].compactMap(\.self))
        #expect(try problems(of: recipient, []).isEmpty)
        let others: RecipientChecks = problem == .ibanChecksum ? .ibanLength : .ibanChecksum
        if problem == .ibanChecksum { #expect(try problems(of: recipient, others).isEmpty) }
    }

    /// One digit changed, and two neighbours swapped, never pass.
    @Test func checkDigitsFindEveryWrongDigit() throws {
        let digits = Array("330006100519786457841326")
        for index in digits.indices {
            var changed = digits
            changed[index] = digits[index] == "9" ? "0" : "9"
            let text = "TR" + String(changed)
            #expect(try problems(of: .iban(text, name: "A"), .ibanChecksum) == [.ibanChecksum], "digit \(index)")
        }
        for index in digits.indices.dropLast() where digits[index] != digits[index + 1] {
            var changed = digits
            changed.swapAt(index, index + 1)
            let text = "TR" + String(changed)
            #expect(try problems(of: .iban(text, name: "A"), .ibanChecksum) == [.ibanChecksum], "swap \(index)")
        }
    }

    @Test(
        arguments: [
            ("10000000146", nil), ("11111111110", nil), ("10000000145", .identityNumberChecksum),
            ("10000000156", .identityNumberChecksum), ("01000000046", .identityNumberChecksum),
            ("2222222817", .identityNumberLength(found: 10)), ("100000001460", .identityNumberLength(found: 12)),
            ("1", .identityNumberLength(found: 1)),
        ] as [(String, RecipientProblem?)])
    func checksTurkishIdentityNumbers(text: String, problem: RecipientProblem?) throws {
        #expect(try problems(of: .identityNumber(text)) == [problem].compactMap(\.self))
        #expect(try problems(of: .identityNumber(text), []).isEmpty)
    }

    @Test(
        arguments: [
            (
                .ibanLength(country: "TR", expected: 26, found: 27),
                "the IBAN has 27 characters; one that begins with TR has 26"
            ),
            (.ibanCountry, "the IBAN begins with two letters that are not a country of the IBAN registry"),
            (.identityNumberLength(found: 10), "the identity number has 10 digits; a Turkish one has 11"),
            (
                .ibanChecksum,
                "the IBAN's check digits do not fit it: at least one character is wrong, missing or exchanged"
            ),
        ] as [(RecipientProblem, String)])
    func saysWhatWasFound(problem: RecipientProblem, text: String) {
        #expect(problem.description == text)
    }

    private func problems(of recipient: Recipient, _ checks: RecipientChecks? = nil) throws -> [RecipientProblem] {
        let item = PayoutItem(id: "1", recipient: recipient, amount: try Money("1", .tryLira), description: "x")
        do {
            // Without a word of the payer's every check is made.
            _ =
                try checks.map { try MassPayout(id: "p", items: [item], checks: $0) }
                ?? MassPayout(id: "p", items: [item])
            return []
        } catch let error as InvalidMassPayout {
            return error.problems.compactMap { if case .recipient(let problem) = $0.kind { problem } else { nil } }
        }
    }
}
