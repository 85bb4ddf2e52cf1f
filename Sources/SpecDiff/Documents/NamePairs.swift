/// Two lists, paired by a key, elements with one key in their order; elements without a partner are kept in theirs.
struct NamePairs<Element> {
    var pairs: [(base: Element, revision: Element)] = []
    var gone: [Element] = []
    var added: [Element] = []

    init(_ base: [Element], _ revision: [Element], by key: (Element) -> String) {
        self.init(base, by: key, revision, by: key)
    }

    init(
        _ base: [Element], by baseKey: (Element) -> String, _ revision: [Element], by revisionKey: (Element) -> String
    ) {
        var open: [String: [Int]] = [:]
        for (index, element) in revision.enumerated().reversed() {
            open[revisionKey(element), default: []].append(index)
        }
        var taken: Set<Int> = []
        for element in base {
            if let index = open[baseKey(element)]?.popLast() {
                taken.insert(index)
                pairs.append((element, revision[index]))
            } else {
                gone.append(element)
            }
        }
        added = revision.enumerated().filter { !taken.contains($0.offset) }.map(\.element)
    }
}
