/// A line and a column, both counted from 1, as editors show them.
///
/// Columns count Unicode scalars, so that an accented letter of a Turkish page is one column; a byte order mark counts
/// nothing.
package struct SourcePosition: Hashable, Sendable {
    package let line: Int
    package let column: Int

    package init(line: Int, column: Int) {
        self.line = line
        self.column = column
    }
}
