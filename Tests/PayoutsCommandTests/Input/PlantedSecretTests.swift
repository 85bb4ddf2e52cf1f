import Testing

@testable import payouts

/// Nothing of a recipient, a name or a description is in any message about a file, however the file is broken.
struct PlantedSecretTests {
    @Test func showsNoCellOfAPerson() throws {
        let start = UInt64.random(in: 0...UInt64.max)
        var problems = 0
        for number in 0..<300 {
            let seed = start &+ UInt64(number)
            var payroll = PlantedPayroll(seed: seed)
            for isJSON in [false, true] {
                let bytes = isJSON ? payroll.damagedJSON() : payroll.damagedCSV()
                let texts = texts(of: bytes, path: isJSON ? "p.json" : "p.csv")
                problems += texts.count
                for text in texts {
                    let found = payroll.secrets.filter(text.contains)
                    #expect(found.isEmpty, "seed \(seed): \(text)\(String(decoding: bytes, as: UTF8.self))")
                }
            }
        }
        // Files that are not broken show nothing.
        #expect(problems > 1000)
    }

    private func texts(of bytes: [UInt8], path: String) -> [String] {
        do throws(Payroll.Unusable) {
            return try Payroll.read(bytes, path: path, id: "nov", options: InputOptions()).payroll.notes
        } catch {
            return error.notes + error.problems.map { $0.text(in: path) }
        }
    }

    /// Each cell in each other's place.
    @Test func showsNoCellThatIsInAnotherColumn() {
        let cells = [
            "Gizlenen Saklı", "Gizlenen", "TR320010009999901234567890", "TR32 0010 0099 9990 1234 5678 90",
            "+905550001000", "+90 555 000 10 00", "5550001000", "10000000146", "5550001", "Gizlenen 1.5", "izlenen TL",
        ]
        let row = ["emp-1", "iban", "TR200000000000000000000001", "Ada", "1.50", "TRY", "x", ""]
        for cell in cells {
            for column in row.indices {
                var changed = row
                changed[column] = cell
                let pairs = zip(PlantedPayroll.heading, changed)
                let json = "[{" + pairs.map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}]"
                let csv = [PlantedPayroll.heading, changed].map { $0.joined(separator: ";") + "\n" }.joined()
                for (text, path) in [(csv, "p.csv"), (json, "p.json")] {
                    let messages = texts(of: Array(text.utf8), path: path).joined()
                    #expect(!messages.contains(cell), "\(messages)")
                    #expect(!messages.contains("izlenen"), "\(messages)")
                }
            }
        }
    }
}
