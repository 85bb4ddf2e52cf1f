import SeededRandom

/// A payroll whose recipients, names and descriptions are told apart from all other text, and what can happen to it.
struct PlantedPayroll {
    static let heading = ["id", "type", "recipient", "name", "amount", "currency", "description", "nonWithdrawable"]

    private(set) var rows: [[String]]
    private var generator: SeededGenerator
    /// Texts that must not be shown, including parts, since a cell may be cut.
    private(set) var secrets: [String] = ["izlenen", "aklı", "555000", "0009999"]

    init(seed: UInt64) {
        var generator = SeededGenerator(seed)
        rows = (1...6).map { number in
            let name =
                "Gizlenen Saklı\(["", " Öztürk", "-Şahin"].randomElement(using: &generator) ?? "") \(Character(Unicode.Scalar(UInt8(0x60 + number))))"
            let recipient =
                [
                    ["iban", "TR320010009999901234567890"], ["phone", "+90555000\(1000 + number)"],
                    ["identityNumber", "10000000146"], ["memberId", "555000\(number)"],
                ].randomElement(using: &generator) ?? []
            return ["emp-\(number)"] + recipient
                + [name, "\(number)250.50", "TRY", "Saklı açıklama, \"Gizlenen\"", ""]
        }
        secrets += ["10000000146", "320010"]
        self.generator = generator
    }

    /// The file with some of its cells, columns, rows and bytes moved, lost or put in twice.
    mutating func damagedCSV() -> [UInt8] {
        var table = [Self.heading] + rows
        for _ in 1...Int.random(in: 1...3, using: &generator) { damage(&table) }
        let separator = [",", ",", ";", "\t"].randomElement(using: &generator) ?? ","
        var bytes = Array(table.map { $0.map(Self.quoted).joined(separator: separator) + "\n" }.joined().utf8)
        for _ in 0..<Int.random(in: 0...3, using: &generator) { damage(&bytes) }
        return bytes
    }

    /// Members' values moved, names and values exchanged, people's names in place of members' names, bytes lost.
    mutating func damagedJSON() -> [UInt8] {
        var objects = rows.map { Array(zip(Self.heading, $0)) }
        for _ in 1...Int.random(in: 1...3, using: &generator) {
            let index = Int.random(in: objects.indices, using: &generator)
            var pairs = objects[index]
            let first = Int.random(in: pairs.indices, using: &generator)
            let second = Int.random(in: pairs.indices, using: &generator)
            switch Int.random(in: 0...4, using: &generator) {
            case 0: (pairs[first].1, pairs[second].1) = (pairs[second].1, pairs[first].1)
            case 1: pairs = pairs.map { ($0.1, $0.0) }
            case 2: pairs[first].0 = pairs[3].1
            case 3: pairs.append(pairs[second])
            default: objects = objects.map { $0.map { $0.0 == "id" ? ("id", pairs[3].1) : $0 } }
            }
            objects[index] = pairs
        }
        let texts = objects.map { pairs in
            "{" + pairs.map { "\(Self.json($0.0)): \(Self.json($0.1))" }.joined(separator: ", ") + "}"
        }
        var bytes = Array("[\(texts.joined(separator: ", "))]".utf8)
        for _ in 0..<Int.random(in: 0...2, using: &generator) { damage(&bytes) }
        return bytes
    }

    private mutating func damage(_ table: inout [[String]]) {
        let row = Int.random(in: table.indices, using: &generator)
        let column = Int.random(in: 0..<7, using: &generator)
        let other = Int.random(in: 0..<7, using: &generator)
        switch Int.random(in: 0...8, using: &generator) {
        case 0: table[row].insert("", at: min(column, table[row].count))
        case 1: if column < table[row].count { table[row].remove(at: column) }
        case 2: table = [table[0]] + table.dropFirst().map { [""] + $0 }
        case 3: table = [table[0]] + table.dropFirst().map { Array($0.dropFirst()) + [""] }
        case 4: for index in table.indices.dropFirst() { Self.swap(column, other, &table[index]) }
        case 5: if row > 0 { Self.swap(column, other, &table[row]) }
        case 6: table.removeFirst()
        case 7: table.swapAt(0, row)
        default: table.append(table[row])
        }
        if table.isEmpty { table = rows }
    }

    private static func swap(_ first: Int, _ second: Int, _ row: inout [String]) {
        guard max(first, second) < row.count else { return }
        row.swapAt(first, second)
    }

    private mutating func damage(_ bytes: inout [UInt8]) {
        guard let index = bytes.indices.randomElement(using: &generator) else { return }
        switch Int.random(in: 0...5, using: &generator) {
        case 0: bytes.remove(at: index)
        case 1: bytes.insert(UInt8(ascii: "\""), at: index)
        case 2: bytes.removeSubrange(index...)
        case 3: bytes[index] = 0xFE
        case 4: bytes.removeAll { $0 == UInt8(ascii: "\n") }
        default: bytes.removeAll { $0 == UInt8(ascii: "\"") }
        }
    }

    private static func quoted(_ text: String) -> String {
        text.contains { ",;\t\"".contains($0) } ? "\"\(text.replacing("\"", with: "\"\""))\"" : text
    }

    private static func json(_ text: String) -> String {
        "\"\(text.replacing("\"", with: "\\\""))\""
    }
}
