import Foundation
import SourceText

/// A column of an input file.
enum InputColumn: String, CaseIterable {
    case id
    case type
    case recipient
    case name
    case amount
    case currency
    case description
    case nonWithdrawable

    var isRequired: Bool {
        self != .name && self != .nonWithdrawable
    }
}

/// The kind of a recipient's number.
enum InputType: String, CaseIterable {
    case iban
    case phone
    case identityNumber
    case memberID = "memberId"
}

/// Finds the columns of a file by their headings. `--column` and `--ignore-column` take precedence.
struct ColumnNames {
    typealias Choice = (column: InputColumn, heading: String)

    /// The meaning of a heading.
    enum Meaning: Hashable {
        /// - Parameter type: The recipient type that the heading implies.
        case column(InputColumn, type: InputType?)
        case ignored
        case unknown
    }

    /// Columns by the keys of the headings that `--column` names.
    private let chosen: [String: InputColumn]
    private let ignored: Set<String>
    private let spellings: [String: String]

    /// - Parameters:
    ///   - chosen: Columns and the headings that name them in the file.
    ///   - ignored: Headings of columns to ignore.
    init(chosen: [Choice] = [], ignored: [String] = []) {
        self.chosen = Dictionary(chosen.map { (LooseName.key(of: $0.heading), $0.column) }) { first, _ in first }
        self.ignored = Set(ignored.map(LooseName.key))
        spellings = Dictionary((chosen.map(\.heading) + ignored).map { (LooseName.key(of: $0), $0) }) { first, _ in
            first
        }
    }

    func meaning(of heading: String) -> Meaning {
        let key = LooseName.key(of: heading)
        let entry = ColumnHeadings.entry(for: heading)
        if let column = chosen[key] { return .column(column, type: entry?.column == column ? entry?.type : nil) }
        if ignored.contains(key) { return .ignored }
        // A column that the payer named by `--column` has no other heading.
        guard let entry, !chosen.values.contains(entry.column) else { return .unknown }
        return .column(entry.column, type: entry.type)
    }

    /// Returns the headings that options name and the file lacks, as the options spell them.
    func missing(among headings: some Sequence<String>) -> [String] {
        let found = Set(headings.map(LooseName.key))
        return spellings.filter { !found.contains($0.key) }.map(\.value).sorted()
    }

    /// - Parameter heading: Quoted only where it cannot be a person's data.
    static func unknown(_ heading: String) -> String {
        guard let shown = ShownText.heading(heading) else {
            return "a column with an unknown name; its name has \(ShownText.shape(of: heading))"
        }
        let suggestion = ColumnHeadings.suggestion(for: heading).map { "; did you mean ‘\($0)’?" } ?? ";"
        return "unknown column ‘\(shown)’\(suggestion) --column COLUMN=\"\(shown)\" identifies it, --ignore-column "
            + "\"\(shown)\" ignores it"
    }
}

/// The headings of every column, in English and in Turkish. Both the reader and the manual page use this table.
enum ColumnHeadings {
    struct Entry {
        let column: InputColumn
        /// The recipient type that the heading implies for every row: `IBAN`, `Telefon`.
        let type: InputType?
        /// The column's own name, then the provider's, then others.
        let headings: [String]

        init(_ column: InputColumn, _ type: InputType? = nil, _ headings: String...) {
            self.column = column
            self.type = type
            self.headings = headings
        }
    }

    /// `Ad` and `Soyad` as separate columns are not supported: a name has to be in one column.
    static let entries = [
        Entry(
            .id, nil, "id", "itemExternalId", "Sıra", "Sıra No", "Sicil No", "Personel No", "Ödeme No", "Referans No"),
        Entry(.type, nil, "type", "recipientType", "Tür", "Türü", "Tip", "Alıcı Türü", "Alıcı Tipi"),
        Entry(.recipient, nil, "recipient", "recipientInfo", "Alıcı Bilgisi", "Hesap", "Hesap No", "Alıcı Hesap No"),
        Entry(.recipient, .iban, "IBAN", "IBAN No", "Alıcı IBAN", "Hesap IBAN"),
        Entry(.recipient, .phone, "Telefon", "Telefon No", "Cep Telefonu", "GSM"),
        Entry(.recipient, .identityNumber, "Kimlik No", "TC Kimlik No", "TCKN", "T.C. Kimlik Numarası"),
        Entry(.recipient, .memberID, "Üye No"),
        Entry(
            .name, nil, "name", "recipientName", "Ad Soyad", "Adı Soyadı", "İsim Soyisim", "Alıcı", "Alıcı Adı",
            "Alıcı Ad Soyad", "Alıcı Adı Soyadı", "Hesap Sahibi", "Unvan", "Alıcı Unvanı"),
        Entry(.amount, nil, "amount", "Tutar", "Tutarı", "Ödeme Tutarı", "Net Tutar", "Miktar"),
        Entry(.currency, nil, "currency", "Para Birimi", "Döviz", "Döviz Cinsi", "Döviz Kodu"),
        Entry(.description, nil, "description", "Açıklama", "Açıklaması", "Ödeme Açıklaması"),
        Entry(.nonWithdrawable, nil, "nonWithdrawable", "Çekilemez"),
    ]

    /// Recipient types by the texts that people write for them, which include the headings of their columns.
    static let types: [String: InputType] = {
        let own = InputType.allCases.map { (LooseName.key(of: $0.rawValue), $0) }
        let others = entries.flatMap { entry in
            entry.type.map { type in entry.headings.map { (LooseName.key(of: $0), type) } } ?? []
        }
        return Dictionary(own + others) { first, _ in first }
    }()

    static func entry(for heading: String) -> Entry? {
        entriesByKey[LooseName.key(of: heading)]
    }

    /// Returns the known heading closest to a mistyped one.
    static func suggestion(for heading: String) -> String? {
        let key = LooseName.key(of: heading)
        return DidYouMean.suggestion(for: key, in: keys).flatMap { near in
            entries.lazy.flatMap(\.headings).first { LooseName.key(of: $0) == near }
        }
    }

    private static let keys = entries.flatMap(\.headings).map(LooseName.key)

    private static let entriesByKey = Dictionary(
        entries.flatMap { entry in entry.headings.map { (LooseName.key(of: $0), entry) } }
    ) { first, _ in first }
}

/// Compares names of columns and types as people and spreadsheets write them: `ALICI ADI`, `Alıcı Adı`, `alici-adi`.
enum LooseName {
    /// Returns the letters and digits of a name in lower case, without marks. `İ`, `I`, `ı` and `i` are one letter
    /// here, since programs convert each into the others.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        // Decomposition separates a letter from its mark, which is dropped.
        for scalar in name.decomposedStringWithCanonicalMapping.unicodeScalars {
            if scalar == "ı" {
                key.append("i")
            } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
                key.append(contentsOf: scalar.properties.lowercaseMapping.unicodeScalars)
            }
        }
        return String(key)
    }
}
