import SourceText
import SpecDiagnostics

/// Names the entries of one scope, so that no two get the same name.
///
/// The first entry of a name keeps it, and later ones say more of their texts. An entry that is appended to a document
/// thus renames no other.
struct NameScope {
    /// A text of the document that needs a name.
    struct Entry {
        var text: String
        /// Texts to name instead of spelling out the first one, where its name is taken.
        var longer: [String] = []
        var location: SourceLocation
    }

    private let style: NameStyle
    private let reserved: Set<String>
    private let types: Set<String>
    private var taken: Set<String> = []
    private var texts: Set<[String]> = []

    private init(_ style: NameStyle, reserved: Set<String>, types: Set<String>) {
        self.style = style
        self.reserved = reserved
        self.types = types
    }

    /// Names all entries; the result has their order.
    ///
    /// - Parameters:
    ///   - reserved: Names that get a suffix.
    ///   - types: The types that source beside the names mentions. A name equal to one gets a suffix too, because it
    ///     would hide the type.
    ///   - pages: The pages in their order, for entries that are not in the order of the document.
    static func names(
        of entries: [Entry], as style: NameStyle, reserved: Set<String> = [], types: Set<String> = [],
        pages: [SourceFile]? = nil
    ) -> [Identifier] {
        var scope = Self(style, reserved: reserved, types: types)
        var names: [Identifier?] = entries.map { _ in nil }
        for index in order(of: entries, pages) { names[index] = scope.claim(entries[index]) }
        return names.compactMap(\.self)
    }

    private static func order(of entries: [Entry], _ pages: [SourceFile]?) -> [Int] {
        guard let pages else { return Array(entries.indices) }
        let positions = Dictionary(zip(pages, 0...), uniquingKeysWith: { first, _ in first })
        let keys = entries.map { (positions[$0.location.file] ?? pages.count, $0.location.offset) }
        return entries.indices.sorted { (keys[$0].0, keys[$0].1, $0) < (keys[$1].0, keys[$1].1, $1) }
    }

    private mutating func claim(_ entry: Entry) -> Identifier {
        // Entries of one text differ in a number alone.
        let isKnown = !texts.insert([entry.text] + entry.longer).inserted
        for candidate in candidates(entry) where !isKnown {
            let name = unreserved(candidate)
            if taken.insert(name.name).inserted { return name }
        }
        return numbered(unreserved(style.name(entry.text, .usual)))
    }

    /// Returns the names for an entry, the best one first; lazily, since the first one nearly always is free.
    private func candidates(_ entry: Entry) -> some Sequence<Identifier> {
        let text = entry.text
        let longer = entry.longer.map { longer in { style.name(longer, .usual) } as () -> Identifier? }
        let spelled: [() -> Identifier?] = [
            { style.name(text, .plusAndMinus) },
            { style.name(text, .signs) },
            { style.wireName(text, hiding: types.union(reserved)) },
            { style.name(text, .everySign) },
            { style.rawName(text) },
            { style.nameWithCase(text) },
        ]
        return ([{ style.name(text, .usual) }] + (longer.isEmpty ? spelled : longer)).lazy.compactMap { $0() }
    }

    /// Numbers a name of texts that differ in nothing that a name can hold.
    private mutating func numbered(_ name: Identifier) -> Identifier {
        let base = name.name.last?.isNumber == true ? name.name + "_" : name.name
        var number = 2
        while !taken.insert(base + String(number)).inserted { number += 1 }
        return Identifier(checked: base + String(number))
    }

    private func unreserved(_ name: Identifier) -> Identifier {
        guard reserved.contains(name.name) || types.contains(name.name) else { return name }
        return Identifier(checked: name.name + style.suffix)
    }
}
