import Foundation

// Mutates the pages in specs/ at random and sends them down the whole pipeline: a run must end with files or with an
// error, and soon. `swift run SpecMutations --seconds 20 --seed 7`; without a seed, a random one, which is printed.
// `SpecMutations diff` edits one thing in a document and compares it with what it was: the diff must report something
// there, and the reverse must mirror it.
// `SpecMutations compile` mutates small documents, and compiles the clients and servers that are generated.

let arguments = MutationArguments(CommandLine.arguments.dropFirst())
guard let arguments else {
    print("usage: SpecMutations [diff|compile] [--seconds N] [--seed N] [--first N] [--cases N] [--specs DIR]")
    print("                     [--case DIR] [--clients DIR] [--documents PATH,PATH] [--failures N]")
    exit(2)
}
let isFine =
    switch arguments.subject {
    case .pages: MutationRun(arguments).run()
    case .diff: DiffMutationRun(arguments).run()
    case .compile: CompileMutationRun(arguments).run()
    }
exit(isFine ? 0 : 1)
