/// A payroll as a payer's CSV, every row to an account and a person of its own.
struct PayrollFile {
    let rows: Int

    private static let names = ["Ayşe", "Mehmet", "Fatma", "Zeynep", "İbrahim", "Gülşah", "Oğuzhan", "Elif"]
    private static let surnames = ["Yılmaz", "Kaya", "Demir", "Çelik", "Şahin", "Yıldırım", "Öztürk", "Aydın"]

    /// The last row is wrong, so that who reads the file ends once everything is read and checked.
    var text: [UInt8] {
        var text = Array("id,type,recipient,name,amount,currency,description\n".utf8)
        text.reserveCapacity(rows * 100)
        for row in 0..<rows { text += line(row).utf8 }
        text += "wrong,phone,12,,1,TRY,x\n".utf8
        return text
    }

    private func line(_ row: Int) -> String {
        let person = "\(Self.names[row % 8]) \(Self.names[row / 8 % 8]) \(Self.surnames[row / 64 % 8])"
        return "emp-\(row),iban,\(account(row)),\(person),\(15_000 + row * 37 % 90_000).\(10 + row % 90),TRY,"
            + "Kasım 2026 maaşı\n"
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
