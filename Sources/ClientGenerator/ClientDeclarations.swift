/// What the files of a client declare, as who imports its module sees it: what a diff compares.
package struct ClientDeclarations: Sendable {
    package var module: String

    package init(module: String) {
        self.module = module
    }
}
