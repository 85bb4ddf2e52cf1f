import ClientGenerator

/// The operations of both sides: by the method's name, which is what code calls, then by what is sent.
struct MethodPairs {
    var pairs: [(base: Declaration, revision: Declaration)] = []
    var gone: [Declaration] = []
    var added: [Declaration] = []

    init(_ base: DeclaredTypes, _ revision: DeclaredTypes) {
        let names = NamePairs(base.operations, revision.operations, by: \.name)
        let requests = NamePairs(names.gone, names.added, by: { $0.wire ?? "" })
        pairs = names.pairs + requests.pairs
        gone = requests.gone
        added = requests.added
    }
}

/// Two lists, paired by a key, those of one key in their order; what has no partner stays over, in its order.
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
