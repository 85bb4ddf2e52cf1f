import SpecTree

/// The way to a value in a sample.
struct SamplePlace {
    /// What the sample is called: "the example".
    private let sample: String
    private var path = ""

    init(_ sample: String) {
        self.sample = sample
    }

    /// "`items[1].amount` of the example", or the sample itself.
    var text: String {
        path.isEmpty ? sample : "`\(path)` of \(sample)"
    }

    func member(_ name: String) -> Self {
        inner(path.isEmpty ? name : "\(path).\(name)")
    }

    func element(_ index: Int) -> Self {
        inner("\(path)[\(index)]")
    }

    private func inner(_ path: String) -> Self {
        var place = self
        place.path = path
        return place
    }
}
