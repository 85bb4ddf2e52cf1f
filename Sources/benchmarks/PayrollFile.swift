/// A payroll as a payer has it, every row to an account and a person of its own.
struct PayrollFile {
    /// The values are the endings of the files' names.
    enum Form: String {
        case commaSeparated = "csv"
        case json
    }

    let rows: Int
    let form: Form

    private static let names = ["Ayşe", "Mehmet", "Fatma", "Zeynep", "İbrahim", "Gülşah", "Oğuzhan", "Elif"]
    private static let surnames = ["Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Yıldırım", "Öztürk", "Aydın"]

    /// The last row is wrong, so that who reads the file ends once everything is read and checked.
    var text: [UInt8] {
        let wrong = ["wrong", "phone", "12", "", "1", "TRY", "x"]
        var text: [UInt8] = []
        switch form {
        case .commaSeparated:
            text.reserveCapacity(rows * 100)
            text += "\(Self.columns.joined(separator: ","))\n".utf8
            for row in 0..<rows { text += "\(fields(row).joined(separator: ","))\n".utf8 }
            text += "\(wrong.joined(separator: ","))\n".utf8
        case .json:
            text.reserveCapacity(rows * 200)
            text += "[".utf8
            for row in 0..<rows { text += "\(object(fields(row))),\n".utf8 }
            text += "\(object(wrong))]\n".utf8
        }
        return text
    }

    private static let columns = ["id", "type", "recipient", "name", "amount", "currency", "description"]

    private func object(_ fields: [String]) -> String {
        "{" + zip(Self.columns, fields).map { "\"\($0)\": \"\($1)\"" }.joined(separator: ", ") + "}"
    }

    private func fields(_ row: Int) -> [String] {
        let person = "\(Self.names[row % 8]) \(Self.names[row / 8 % 8]) \(Self.surnames[row / 64 % 8])"
        let amount = "\(15_000 + row * 37 % 90_000).\(10 + row % 90)"
        return ["emp-\(row)", "iban", account(row), person, amount, "TRY", "Kasım 2026 maaşı"]
    }

    /// ISO 13616: the check digits are 98 less the remainder of the number with the country, T and R being 29 and 27.
    private func account(_ row: Int) -> String {
        let digits = "\(row * 7919)"
        let number = "0001000" + String(repeating: "0", count: 15 - digits.utf8.count) + digits
        let remainder = (number + "292700").utf8.reduce(0) { ($0 * 10 + Int($1) - 0x30) % 97 }
        let check = 98 - remainder
        return "TR" + (check < 10 ? "0" : "") + "\(check)" + number
    }
}
