/// A name in which `*` matches any characters.
package struct NamePattern {
    private let bytes: [UInt8]

    package init(_ text: String) {
        bytes = Array(text.utf8)
    }

    package func matches(_ name: String) -> Bool {
        let name = Array(name.utf8)
        if name.first == UInt8(ascii: "."), bytes.first != UInt8(ascii: ".") { return false }
        var (position, next) = (0, 0)
        var lastStar: (next: Int, position: Int)?
        while position < name.count {
            if next < bytes.count, bytes[next] == UInt8(ascii: "*") {
                lastStar = (next + 1, position)
                next += 1
            } else if next < bytes.count, bytes[next] == name[position] {
                next += 1
                position += 1
            } else if let star = lastStar {
                // The star takes one more character.
                lastStar = (star.next, star.position + 1)
                (next, position) = (star.next, star.position + 1)
            } else {
                return false
            }
        }
        return bytes[next...].allSatisfy { $0 == UInt8(ascii: "*") }
    }
}
