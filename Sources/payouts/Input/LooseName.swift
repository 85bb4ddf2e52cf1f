import Foundation

/// Names of columns and of types as people and spreadsheets write them: `ALICI ADI`, `Alıcı Adı`, `alici-adi`.
enum LooseName {
    /// The letters and digits of a name in lower case, Turkish ones and others with marks as those without: `İ`, `I`, `ı`
    /// and `i` are one letter here, since each of them becomes each other in one program or another.
    static func key(of name: String) -> String {
        var key = String.UnicodeScalarView()
        // A letter with a mark is decomposed into the letter and the mark, which is left out.
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
