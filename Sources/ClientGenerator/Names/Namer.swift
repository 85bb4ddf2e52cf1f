import SpecAPI

/// Makes Swift names of a document's words. ``NameScope`` finds collisions.
enum Namer {
    /// Names a property, parameter or operation: the document's spelling if it is an identifier, else lower camel case.
    ///
    /// The name never begins with an upper-case letter: inside its type's initializer a property `Contact` would hide
    /// the type of that name.
    static func memberName(_ text: String, spelledOut: Bool = false) -> Identifier {
        if isIdentifier(text) { return Identifier(checked: escapedMember(startingLower(text))) }
        return Identifier(checked: escapedMember(lowerCamel(words(text, spelledOut: spelledOut))))
    }

    /// Makes an identifier in the document's spelling, for names that differ only in case.
    static func wireName(_ text: String) -> Identifier {
        Identifier(checked: escapedMember(text))
    }

    /// Names an enumeration's case: lower camel case, with words in capitals lowered.
    static func caseName(_ text: String, spelledOut: Bool = false) -> Identifier {
        let parts = words(text, spelledOut: spelledOut).flatMap(caseWords)
        return Identifier(checked: escapedMember(lowerCamel(parts)))
    }

    /// Names a type: upper camel case, with inner capitals kept.
    static func typeName(_ text: String, spelledOut: Bool = false) -> Identifier {
        let name = words(text, spelledOut: spelledOut).map(startingUpper).joined()
        let first = name.unicodeScalars.first
        let startsWell = first.map { $0.properties.isAlphabetic } ?? false
        return Identifier(checked: startsWell ? name : "_" + name)
    }

    // MARK: Words

    /// Returns the runs of letters and digits. Text without any is spelled out by the names of its characters.
    ///
    /// - Parameter spelledOut: Whether characters other than spaces, `_` and `-` become words too, by their names.
    static func words(_ text: String, spelledOut: Bool) -> [String] {
        if text.isEmpty { return ["empty"] }
        var words = [""]
        for scalar in text.unicodeScalars {
            if isLetter(scalar) || isDigit(scalar) {
                words[words.count - 1].unicodeScalars.append(scalar)
            } else {
                words.append("")
                if spelledOut, !" _-".unicodeScalars.contains(scalar) {
                    words += characterName(scalar)
                    words.append("")
                }
            }
        }
        words.removeAll(where: \.isEmpty)
        if words.isEmpty { return text.unicodeScalars.flatMap(characterName) }
        // A leading minus is the only difference between some names: -1 and 1.
        if !spelledOut, text.hasPrefix("-"), words.count == 1, words[0].unicodeScalars.allSatisfy(isDigit) {
            return ["minus"] + words
        }
        return words
    }

    private static func characterName(_ scalar: Unicode.Scalar) -> [String] {
        let name = scalar.properties.name ?? "U\(String(scalar.value, radix: 16, uppercase: true))"
        return name.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }

    /// Splits a word for a case: `PUBLISHED` becomes `published`, `InProgress` two words, and `IBAN` one.
    private static func caseWords(_ word: String) -> [String] {
        let hasLower = word.unicodeScalars.contains { $0.properties.isLowercase }
        return [hasLower ? word : word.map(small).joined()]
    }

    // MARK: Case

    static func lowerCamel(_ words: [String]) -> String {
        guard let first = words.first else { return "_" }
        let name = startingLower(first) + words.dropFirst().map(startingUpper).joined()
        let startsWithDigit = name.unicodeScalars.first.map(isDigit) ?? false
        return startsWithDigit ? "_" + name : name
    }

    /// Lowers the capitals at the start, except the last one before a lower-case letter: `URLPath` becomes `urlPath`.
    static func startingLower(_ word: String) -> String {
        let characters = Array(word)
        var lowered = characters.prefix { $0.isUppercase }.count
        if lowered > 1, lowered < characters.count, characters[lowered].isLowercase { lowered -= 1 }
        return characters.prefix(lowered).map(small).joined() + String(characters.dropFirst(lowered))
    }

    /// Returns the lower-case letter without combining marks, which are not allowed in an identifier: `İ` becomes `i`.
    private static func small(_ character: Character) -> String {
        String(String.UnicodeScalarView(character.lowercased().unicodeScalars.filter { !isMark($0) }))
    }

    static func startingUpper(_ word: String) -> String {
        word.prefix(1).uppercased() + word.dropFirst()
    }

    // MARK: Identifiers

    /// Returns whether the text is an identifier in every version of Swift: letters, digits and `_`, and not `_` alone.
    static func isIdentifier(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first, text != "_" else { return false }
        guard isLetter(first) || first == "_" else { return false }
        return text.unicodeScalars.allSatisfy { isLetter($0) || isDigit($0) || $0 == "_" }
    }

    private static func isLetter(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .otherLetter: true
        default: false
        }
    }

    private static func isMark(_ scalar: Unicode.Scalar) -> Bool {
        scalar.properties.generalCategory == .nonspacingMark
    }

    private static func isDigit(_ scalar: Unicode.Scalar) -> Bool {
        ("0"..."9").contains(scalar)
    }

    /// Escapes `init` and `self`, which have a meaning of their own after a dot, even in backticks.
    private static func escapedMember(_ name: String) -> String {
        ["init", "self", "Self", "Type", "Protocol", "_"].contains(name) ? name + "Value" : name
    }
}

/// A Swift identifier, made only by the ``Namer``.
package struct Identifier: Hashable, Sendable {
    /// The name without backticks.
    package let name: String

    /// - Parameter name: A name that the namer checked or made, or that is fixed in this module's source.
    package init(checked name: String) {
        self.name = name
    }

    /// The source text: keywords in backticks.
    package var source: String {
        Keywords.reserved.contains(name) ? "`\(name)`" : name
    }

    /// The argument label, in which most keywords need no backticks and the compiler warns about them.
    var label: SwiftCode {
        ["inout", "let", "var", "_"].contains(name) ? "\(self)" : SwiftCode(unescaped: self)
    }

    /// The source text after a dot.
    var member: SwiftCode {
        SwiftCode(self)
    }
}

extension SwiftCode {
    init(_ identifier: Identifier) {
        self = "\(identifier)"
    }

    fileprivate init(unescaped identifier: Identifier) {
        self = SwiftCode(verbatim: identifier.name)
    }
}

/// Words that are not identifiers without backticks (The Swift Programming Language, "Lexical Structure").
enum Keywords {
    static let reserved: Set<String> = [
        "Any", "Self", "as", "associatedtype", "await", "break", "case", "catch", "class", "continue", "default",
        "defer", "deinit", "do", "else", "enum", "extension", "fallthrough", "false", "fileprivate", "for", "func",
        "guard", "if", "import", "in", "init", "inout", "internal", "is", "let", "nil", "operator",
        "precedencegroup", "private", "protocol", "public", "repeat", "rethrows", "return", "self", "static",
        "struct", "subscript", "super", "switch", "throw", "throws", "true", "try", "typealias", "var", "where",
        "while", "_",
    ]
}

/// Case names for statuses: the phrases of the IANA registry of HTTP status codes.
enum StatusNames {
    static func name(of status: APIResponseDescription.Status) -> Identifier {
        switch status {
        case .code(let code): Identifier(checked: words[code] ?? "status\(code)")
        case .range(let hundreds): Identifier(checked: ranges[hundreds] ?? "status\(hundreds)XX")
        case .default: Identifier(checked: "otherStatus")
        }
    }

    private static let ranges = [
        1: "informational", 2: "success", 3: "redirection", 4: "clientError", 5: "serverError",
    ]

    private static let words = [
        100: "continue", 101: "switchingProtocols", 102: "processing", 103: "earlyHints", 200: "ok", 201: "created",
        202: "accepted", 203: "nonAuthoritativeInformation", 204: "noContent", 205: "resetContent",
        206: "partialContent", 207: "multiStatus", 208: "alreadyReported", 226: "imUsed", 300: "multipleChoices",
        301: "movedPermanently", 302: "found", 303: "seeOther", 304: "notModified", 305: "useProxy",
        307: "temporaryRedirect", 308: "permanentRedirect", 400: "badRequest", 401: "unauthorized",
        402: "paymentRequired", 403: "forbidden", 404: "notFound", 405: "methodNotAllowed", 406: "notAcceptable",
        407: "proxyAuthenticationRequired", 408: "requestTimeout", 409: "conflict", 410: "gone",
        411: "lengthRequired", 412: "preconditionFailed", 413: "contentTooLarge", 414: "uriTooLong",
        415: "unsupportedMediaType", 416: "rangeNotSatisfiable", 417: "expectationFailed", 421: "misdirectedRequest",
        422: "unprocessableContent", 423: "locked", 424: "failedDependency", 425: "tooEarly", 426: "upgradeRequired",
        428: "preconditionRequired", 429: "tooManyRequests", 431: "requestHeaderFieldsTooLarge",
        451: "unavailableForLegalReasons", 500: "internalServerError", 501: "notImplemented", 502: "badGateway",
        503: "serviceUnavailable", 504: "gatewayTimeout", 505: "httpVersionNotSupported",
        506: "variantAlsoNegotiates", 507: "insufficientStorage", 508: "loopDetected", 510: "notExtended",
        511: "networkAuthenticationRequired",
    ]
}
