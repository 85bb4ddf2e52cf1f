import IyzicoMassPayout
import Testing

@testable import payouts

struct PayrollTests {
    static func problems(_ rows: String, allowsDuplicates: Bool = false) -> [String] {
        var options = InputOptions()
        options.allowsDuplicates = allowsDuplicates
        let text = TestPayroll.heading + rows
        do throws(Payroll.Unusable) {
            _ = try Payroll.read(
                Array(text.utf8), path: "p.csv", id: "nov", options: options)
            return []
        } catch {
            return error.problems.map { $0.text(in: "p.csv") }
        }
    }

    @Test func makesItemsOfRows() throws {
        let text = """
            id,type,recipient,name,amount,currency,description,nonWithdrawable
            1,IBAN,tr20 0000 0000 0000 0000 0000 01,Ayşe Örnek,12.50,TRY,"Salary, November",
            2,phone,+905550000001,,3,TRY,Salary,TRUE
            3,Identity Number,10000000146,,007.25,TRY,Salary,false
            4,MEMBER_ID,2228853,,0.01,TRY,Salary,

            """
        let (payroll, payout) = try Payroll.read(
            Array(text.utf8), path: "p.csv", id: "nov", options: InputOptions())
        #expect(payout.id == "nov")
        #expect(payout.total.description == "22.76 TRY")
        #expect(payroll.items.map(\.id) == ["1", "2", "3", "4"])
        #expect(
            payroll.items.map(\.recipient) == [
                .iban("TR200000000000000000000001", name: "Ayşe Örnek"), .phone("+905550000001"),
                .identityNumber("10000000146"), .memberID("2228853"),
            ])
        #expect(payroll.items.map(\.nonWithdrawable) == [nil, true, false, nil])
        #expect(payroll.items.map(\.description) == ["Salary, November", "Salary", "Salary", "Salary"])
    }

    /// Every problem of every row, in the order of the lines.
    @Test func reportsEveryProblemAtOnce() {
        let rows = """
            1,card,4111111111111111,,12,TRY,x
            2,phone,"9,05556E+11",,"1.234,56",TRY,x
            3,phone,905556667788,,1,TRY,x
            3,phone,+905556667788,,1.234,TRY,x
            4,phone,+905556667789,,1.5,try,x
            5,iban,TR200000000000000000000001,,1.5,TRY,x
            6,phone,+905556667790,,0,TRY,x
            7,memberId,8,,1.5,USD,x
            7,memberId,9,,1.5,TRY,
            ,memberId,10,,1.5,TRY,x

            """
        #expect(
            Self.problems(rows) == [
                "p.csv:2: error: the type is iban, phone, identityNumber or memberId; found 4 letters\n",
                "p.csv:3: error: the phone was taken for a number and shortened by a spreadsheet, its last digits may "
                    + "be lost: it was probably +90 and ten digits; enter it again in a column formatted as text\n",
                "p.csv:3: error: the amount has a decimal comma and points that group digits; "
                    + "write 1234.56 for 1.234,56\n",
                "p.csv:4: error: the phone has lost its plus: it was probably +90 and ten digits\n",
                "p.csv:5: error: the currency has at most 2 digits after the point, and the amount has more; three digits "
                    + "behind the point are probably a grouped thousand, which is written without the point\n",
                "p.csv:5: error: line 4 has the same id\n",
                "p.csv:6: error: the currency is written in capitals, without spaces\n",
                "p.csv:7: error: the recipient's name is empty\n",
                "p.csv:8: error: the amount is not more than zero\n",
                "p.csv:9: error: the currency is USD and that of the first item TRY: a payout has one\n",
                "p.csv:10: error: the description is empty\n", "p.csv:10: error: line 9 has the same id\n",
                "p.csv:11: error: the id is empty\n",
            ])
    }

    /// A mistake in one field does not hide one in another.
    @Test func reportsEveryProblemOfARow() {
        #expect(
            Self.problems("x ,giro,,,,YTL,\n1,phone,12,,,EUR,a\n2,memberId,8,,1,TRY,a\n") == [
                "p.csv:2: error: the type is iban, phone, identityNumber or memberId; found 4 letters\n",
                "p.csv:2: error: the currency ‘YTL’ is written TRY\n", "p.csv:2: error: the amount is missing\n",
                "p.csv:2: error: the id begins or ends with white space\n",
                "p.csv:2: error: the description is empty\n", "p.csv:2: error: the recipient is empty\n",
                "p.csv:3: error: the phone has lost its plus; it is written with plus, country and number\n",
                "p.csv:3: error: the amount is missing\n",
                "p.csv:4: error: the currency is TRY and that of the first item EUR: a payout has one\n",
            ])
    }

    /// As written, in whatever form: `41.250` must not become 41.25.
    @Test(arguments: [
        #"{"amount": 41.250}"#, #"{"amount": "41.250"}"#, #"{"amount": 41.2500}"#, #"{"amount": 4.1250e1}"#,
        #"{"amount": 41.000}"#, #"{"amount": 1e3}"#, "41.250", "41.2500", "41.000", "\"41,250\"", "1.500",
    ])
    func refusesMoreDigitsThanTheCurrencyHas(_ amount: String) {
        let isJSON = amount.hasPrefix("{")
        let row = #""id":"1","type":"phone","recipient":"+905550000001","currency":"TRY","description":"x"}"#
        let text =
            isJSON ? "[\(amount.dropLast()), \(row)]" : TestPayroll.heading + "1,phone,+905550000001,,\(amount),TRY,x\n"
        let error = #expect(throws: Payroll.Unusable.self) {
            try Payroll.read(Array(text.utf8), path: isJSON ? "p.json" : "p.csv", id: "nov", options: InputOptions())
        }
        #expect(error?.problems.count == 1)
        if amount.contains(/1[.,][0-9]{3}\b/) {
            #expect(error?.problems.first?.message.contains("probably a grouped thousand") == true)
        }
    }

    /// A member of another kind, or one that is not there, hides nothing of the rest of its row.
    @Test func reportsWhatElseIsWrongWithADamagedElement() {
        let text = """
            [{"id": "1", "type": "phone", "recipient": 5, "amount": 5.005, "currency": "TL", "description": "x"},
             {"id": "2", "type": "card", "recipient": "+905550000001", "amount": true, "currency": "TRY"},
             {"type": "iban", "recipient": "TR21", "name": 7, "amount": "x", "currency": "TRY", "description": "x"}]
            """
        let error = #expect(throws: Payroll.Unusable.self) {
            try Payroll.read(Array(text.utf8), path: "p.json", id: "nov", options: InputOptions())
        }
        let texts = error?.problems.map { $0.text(in: "p.json") } ?? []
        let parts = [
            "items[0] (1): ‘recipient’ is written as a string", "items[0] (1): the currency ‘TL’ is written TRY",
            "items[0] (1): the currency has at most 2 digits", "items[1] (2): the member ‘description’ is missing",
            "items[1] (2): ‘amount’ is written as a string", "items[1] (2): the type is iban",
            "items[2]: the member ‘id’ is missing", "items[2]: ‘name’ is written as a string", "items[2]: ",
        ]
        for part in parts { #expect(texts.contains { $0.contains(part) }, "\(part): \(texts)") }
        // Nothing is said of what is not known.
        #expect(!texts.contains { $0.contains("empty") || $0.contains("the recipient") }, "\(texts)")
    }

    /// A heading of unknown name may be the names' column: no row is said to have none.
    @Test func saysOnceThatAHeadingIsUnknown() {
        let text =
            "id,type,recipient,Personel,amount,currency,description\n"
            + "1,iban,TR200000000000000000000001,Ayşe,1,TRY,x\n2,iban,TR200000000000000000000001,Can,1.005,TRY,x\n"
        let error = #expect(throws: Payroll.Unusable.self) {
            try Payroll.read(Array(text.utf8), path: "p.csv", id: "nov", options: InputOptions())
        }
        let texts = error?.problems.map { $0.text(in: "p.csv") } ?? []
        #expect(texts.count == 2 && texts[0].contains("‘Personel’") && texts[1].hasPrefix("p.csv:3: "), "\(texts)")
    }

    /// A currency that is only written wrongly hides nothing of the amount.
    @Test(arguments: ["TL", "try", "₺"]) func checksAmountsOfMisspelledCurrencies(_ currency: String) {
        let problems = Self.problems("1,phone,+905550000001,,41.250,\(currency),x\n")
        #expect(problems.count == 2)
        #expect(problems.last?.contains("probably a grouped thousand") == true)
    }

    @Test func checksRecipients() {
        let rows = """
            1,iban,TR210000000000000000000001,Ayşe,1,TRY,x
            2,iban,TR2000000000000000000000011,Ayşe,1,TRY,x
            3,identityNumber,10000000145,,1,TRY,x
            4,identityNumber,2222222817,,1,TRY,x

            """
        #expect(
            Self.problems(rows) == [
                "p.csv:2: error: the IBAN's check digits do not fit it: "
                    + "at least one character is wrong, missing or exchanged\n",
                "p.csv:3: error: the IBAN has 27 characters; one that begins with TR has 26\n",
                "p.csv:4: error: the identity number is no Turkish one: "
                    + "it begins with 0, or its last two digits do not fit the others\n",
                "p.csv:5: error: the identity number has 10 digits; a Turkish one has 11\n",
            ])
    }

    static let twins = """
        1,iban,TR20 0000 0000 0000 0000 0000 01,Ayşe,1.5,TRY,x
        2,phone,+905556667788,,1.5,TRY,x
        3,iban,tr200000000000000000000001,Ayse,1.50,TRY,y
        4,phone,+905556667788,,1.6,TRY,x

        """

    @Test func findsRowsThatPayTheSameTwice() {
        #expect(
            Self.problems(Self.twins) == [
                "p.csv:4: error: line 2 pays the same recipient the same amount; --allow-duplicates if that is meant\n"
            ])
        #expect(Self.problems(Self.twins, allowsDuplicates: true) == [])
    }

    @Test func showsNothingOfRecipients() {
        let secrets = ["TR33999", "5556667788", "Gizli", "12345678901"]
        let rows = """
            1,iban,TR33999,Gizli Kişi\u{202E},1,TRY,x
            2,phone,5556667788,,1,TRY,x
            3,phone,5556667788,,1,TRY,x
            4,identityNumber,12345678901.0,,1,TRY,x
            5,12345678901,12345678901,Gizli,1,TRY,x
            6,phone,+90 5556667788,Gizli,1,TRY,Gizli\u{7}
            Gizli,iban

            """
        let problems = Self.problems(rows)
        #expect(problems.count >= 7)
        for secret in secrets { #expect(!problems.joined().contains(secret)) }
    }
}
