import Foundation

// Mutates the pages in specs/ at random and sends them down the whole pipeline: a run must end with files or with an
// error, and soon. `swift run SpecMutations --seconds 20 --seed 7`; without a seed, a random one, which is printed.

let arguments = MutationArguments(CommandLine.arguments.dropFirst())
guard let arguments else {
    print("usage: SpecMutations [--seconds N] [--seed N] [--first N] [--cases N] [--specs DIR]")
    print("                     [--case DIR] [--clients DIR]")
    exit(2)
}
exit(MutationRun(arguments).run() ? 0 : 1)
