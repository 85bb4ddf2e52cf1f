/// A number and what it counts.
package struct Count {
    package let text: String

    package init(_ number: Int, _ noun: String) {
        text = "\(number) \(noun)\(number == 1 ? "" : "s")"
    }
}
