import Foundation

/// Returns every text that a user can make of a value, with and without the value's help.
///
/// - Parameter value: The value, searched with everything that its mirrors show, whole and part by part.
public func texts(of value: Any) -> [String] {
    var texts = directTexts(of: value)
    var pending = [(mirror: Mirror(reflecting: value), depth: 0)]
    while let (mirror, depth) = pending.popLast() {
        for child in mirror.children {
            texts.append(child.label ?? "")
            texts += directTexts(of: child.value)
            // Deep enough for any value, and a limit for one whose mirror shows itself.
            if depth < 20 { pending.append((Mirror(reflecting: child.value), depth + 1)) }
        }
        if let parent = mirror.superclassMirror, depth < 20 { pending.append((parent, depth + 1)) }
    }
    return texts
}

private func directTexts(of value: Any) -> [String] {
    var written = ""
    dump(value, to: &written)
    print(value, to: &written)
    debugPrint(value, to: &written)
    var texts = [
        written, "\(value)", String(describing: value), String(reflecting: value), "\([value])", "\(["": value])",
        String(describing: Optional(value)), String(reflecting: Optional(value)), "\((value, value))",
    ]
    if let error = value as? any Error { texts += errorTexts(of: error) }
    return texts
}

/// Returns the texts that a program shows for an error, also after a conversion by Foundation.
private func errorTexts(of error: any Error) -> [String] {
    let bridged = error as NSError
    let localized = error as? any LocalizedError
    return [
        error.localizedDescription, bridged.description, bridged.debugDescription, bridged.localizedDescription,
        "\(bridged.userInfo)", bridged.domain, localized?.errorDescription, localized?.failureReason,
        localized?.recoverySuggestion, localized?.helpAnchor,
    ].compactMap { $0 }
}
