import Foundation

// Draws small documents from the grammar of OpenAPI, generates their clients and servers, and compiles all of them in
// one run of the compiler. Each client then calls its own server, and every value of requests and answers is compared.
// `swift run RandomDocuments --count 200 --seed 7`; without a seed, a random one, which is printed.

var options: [String: Int] = ["--count": 200, "--first": 0, "--batch": 400]
var rest = CommandLine.arguments.dropFirst()
while let option = rest.popFirst() {
    guard let value = rest.popFirst().flatMap({ Int($0) }) else {
        print("usage: RandomDocuments [--count N] [--seed N] [--first N] [--batch N]")
        exit(2)
    }
    options[option] = value
}
let seed = UInt64(options["--seed"] ?? Int.random(in: 0..<1_000_000_000))
let program = URL(filePath: CommandLine.arguments[0]).resolvingSymlinksInPath()
print("seed \(seed)")

let first = options["--first"] ?? 0
let end = first + (options["--count"] ?? 0)
let batch = max(1, options["--batch"] ?? 1)
var isFine = true
for start in stride(from: first, to: end, by: batch) {
    let run = DocumentRun(
        seed: seed, folder: URL(filePath: ".build/random-documents"), build: program.deletingLastPathComponent())
    let numbers = start..<min(end, start + batch)
    let isRight = try run.run(numbers)
    print("documents \(numbers): \(isRight ? "right" : "FAILED; see .build/random-documents")")
    isFine = isFine && isRight
}
exit(isFine ? 0 : 1)
