/// The commands of a program, a case each: a switch over them without `default` does not compile until it has every one.
package protocol CommandName: CaseIterable, Sendable {
    var definition: CommandDefinition { get }
}
