import Foundation
import PayoutSimulator
import Testing

@testable import payouts

extension JournalTests {
    /// Files as people have them, through the command.
    struct PeoplesFilesTests {
        static let send = ["send", "payroll.csv", "--id", "nov", "--yes", "--simulator", "8700"]

        static let turkish = """
            sep=;
            Sicil No;Alıcı Adı Soyadı;IBAN;Tutar;Para Birimi;Açıklama;Departman
            p1;Gülşah İnce;TR20 0000 0000 0000 0000 0000 01;1.50;TRY;Kasım maaşı;Satış
            p2;Oğuz Şen;TR90 0000 0000 0000 0000 0000 02;2.50;TRY;Kasım maaşı;Satış
            ;;;;;;
            ;;;;;;

            """

        /// Each encoding in which spreadsheets save, with Turkish headings, a first line sep= and empty rows at the end.
        @Test(arguments: ["utf-8", "utf-8 with mark", "utf-16le", "utf-16be", "windows-1254"])
        func paysFilesOfSpreadsheets(_ encoding: String) async throws {
            let text = Self.turkish.replacing("\n", with: "\r\n")
            let bytes: [UInt8] =
                switch encoding {
                case "utf-8 with mark": [0xEF, 0xBB, 0xBF] + Array(text.utf8)
                case "utf-16le": [0xFF, 0xFE] + text.utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }
                case "utf-16be": [0xFE, 0xFF] + text.utf16.flatMap { [UInt8($0 >> 8), UInt8($0 & 0xFF)] }
                case "windows-1254": Array(try #require(text.data(using: .windowsCP1254)))
                default: Array(text.utf8)
                }
            let folder = try CommandFolder()
            try folder.write(bytes, to: "payroll.csv")
            let options =
                ["--ignore-column", "Departman"] + (encoding == "windows-1254" ? ["--encoding", encoding] : [])
            let outcome = await folder.run(Self.send + options)
            #expect(outcome.status == 0, "\(outcome)")
            #expect(
                outcome.errors.hasPrefix(
                    """
                    payroll.csv: note: the fields are taken to be separated by semicolons, not by commas
                    payroll.csv: note: 2 empty rows at the end are left out

                    """))
            #expect(folder.simulator.payments.map(\.itemExternalID) == ["p1", "p2"])
            // The file is read the same way when the order goes on.
            let resumed = await folder.run(["resume", "nov", "payroll.csv", "--simulator", "8700"] + options)
            #expect(resumed.status == 0, "\(resumed)")
            let status = await folder.run(
                ["status", "nov", "--unpaid", "payroll.csv", "--simulator", "8700"] + options)
            #expect(
                status.output == "id,type,recipient,name,amount,currency,description,nonWithdrawable\r\n", "\(status)")
        }

        @Test func readsStandardInput() async throws {
            let folder = try CommandFolder()
            let send = ["send", "-", "--id", "nov", "--yes", "--simulator", "8700"]
            let sent = await folder.run(send, input: Array(TestPayroll.csv(rows: 2).utf8))
            #expect(sent.status == 0, "\(sent)")
            #expect(folder.simulator.payments.count == 2)
            let json = #"{"amount": 1.505}"#
            let refused = await folder.run(send + ["--input-format", "json"], input: Array("[\(json)]".utf8))
            #expect(refused.errors.hasPrefix("standard input:1:2: error: items[0]: "), "\(refused)")
            #expect(refused.errors.hasSuffix("payouts: error: standard input has 5 problems; nothing is sent\n"))
        }

        /// A file on one line is told apart by its elements.
        @Test func namesElementsAndIDs() async throws {
            let row = #""type":"phone","recipient":"+905550001111","amount":AMOUNT,"currency":"TL","description":"x"}"#
            let rows = [("emp-1", "1"), ("emp-2", "1.5.0"), ("emp-2", "2")].map { id, amount in
                "{\"id\":\"\(id)\"," + row.replacing("AMOUNT", with: "\"\(amount)\"")
            }
            let folder = try CommandFolder(["payroll.json": "{\"items\":[\(rows.joined(separator: ","))]}"])
            let outcome = await folder.payouts("send", "payroll.json", "--id", "nov", "--yes")
            #expect(
                outcome
                    == CommandOutcome(
                        status: 3,
                        errors: """
                            payroll.json:1:11: error: items[0] (emp-1): the currency ‘TL’ is written TRY
                            payroll.json:1:116: error: items[1] (emp-2): the currency ‘TL’ is written TRY
                            payroll.json:1:116: error: items[1] (emp-2): the amount has points that group digits; it is \
                            written without
                            payroll.json:1:225: error: items[2] (emp-2): the currency ‘TL’ is written TRY
                            payroll.json:1:225: error: items[2] (emp-2): items[1] has the same id
                            payouts: error: payroll.json has 5 problems; nothing is sent

                            """))
        }

        @Test(arguments: [
            ("--column name", "'--column' takes COLUMN=HEADING, as in recipientName=\"Ad Soyad\"; found 'name'"),
            (
                "--column nam=x",
                "'--column' knows the columns id, type, recipient, name, amount, currency, description, "
                    + "nonWithdrawable; found 'nam'; did you mean 'name'?"
            ),
            ("--column name=x --column recipientName=y", "'--column' names 'name' twice"),
            ("--encoding latin", "'--encoding' takes utf-8, windows-1254; found 'latin'"),
            ("--input-format xlsx", "'--input-format' takes csv, json; found 'xlsx'"),
        ])
        func refusesWrongOptions(_ options: String, _ message: String) async throws {
            let folder = try CommandFolder()
            let outcome = await folder.run(Self.send + options.split(separator: " ").map(String.init))
            #expect(outcome.status == 2)
            #expect(outcome.errors.hasPrefix("payouts: error: \(message)\n"), "\(outcome)")
        }

        @Test func capsTheProblemsOfALongFile() async throws {
            let rows = (1...2500).map { "p\($0),phone,+9055500\(10000 + $0),Gizli,\($0),TL,x\n" }.joined()
            let folder = try CommandFolder(["payroll.csv": TestPayroll.heading + rows])
            let outcome = await folder.run(Self.send)
            #expect(outcome.status == 3)
            #expect(outcome.errors.split(separator: "\n").count == 64)
            #expect(outcome.errors.hasSuffix("payouts: error: payroll.csv has 2500 problems; nothing is sent\n"))
        }
    }
}
