import Testing

@testable import kurus

struct UsageTests {
    struct Case: CustomTestStringConvertible {
        let arguments: [String]
        let message: String
        var command: String?

        var testDescription: String {
            arguments.joined(separator: " ")
        }
    }

    static let overview = """
        usage: kurus COMMAND [OPTION...] [INPUT...]
               kurus help [COMMAND|TOPIC]
               kurus --version
        More: kurus help

        """

    static let generate = """
        usage: kurus generate [--check] [--verify]
               kurus generate INPUT... --module NAME --output DIR [OPTION...]
               kurus generate --config FILE [--output DIR] [--check] [--verify]
        More: kurus help generate

        """

    static let lint = """
        usage: kurus lint [--format text|json] [INPUT...]
        More: kurus help lint

        """

    @Test(arguments: [
        Case(arguments: [], message: "a command is needed"),
        Case(arguments: ["generat"], message: "unknown command 'generat'; did you mean 'generate'?"),
        Case(arguments: ["lnt"], message: "unknown command 'lnt'; did you mean 'lint'?"),
        Case(arguments: ["hepl"], message: "unknown command 'hepl'; did you mean 'help'?"),
        Case(arguments: ["dif"], message: "unknown command 'dif'; did you mean 'diff'?"),
        Case(arguments: [""], message: "unknown command ''"),
        Case(arguments: ["--versoin"], message: "unknown option '--versoin'; did you mean '--version'?"),
        Case(arguments: ["-x"], message: "unknown option '-x'"),
        Case(
            arguments: ["--check", "generate"], message: "'--check' belongs after its command: kurus generate --check"),
        Case(arguments: ["--format=json"], message: "'--format' belongs after its command: kurus lint --format"),
        Case(arguments: ["--version", "lint"], message: "nothing may follow '--version': 'lint'"),
        Case(arguments: ["help", "generate", "lint"], message: "'help' takes one command; found 'generate', 'lint'"),
        Case(arguments: ["help", "lynt"], message: "unknown command 'lynt'; did you mean 'lint'?"),
    ])
    func reportsWrongCommand(_ wrong: Case) async throws {
        let outcome = try await TestFolder().kurus(wrong.arguments)
        #expect(outcome == Outcome(status: 2, errors: "kurus: error: \(wrong.message)\n" + Self.overview))
    }

    @Test(arguments: [
        Case(arguments: ["--chek"], message: "unknown option '--chek'; did you mean '--check'?"),
        Case(arguments: ["--modul=A"], message: "unknown option '--modul'; did you mean '--module'?"),
        Case(arguments: ["--verbose"], message: "unknown option '--verbose'"),
        Case(arguments: ["-c"], message: "unknown option '-c'"),
        Case(arguments: ["--check=yes"], message: "'--check' takes no value; found 'yes'"),
        Case(arguments: ["--check", "--check"], message: "'--check' is given twice"),
        Case(
            arguments: ["a.json", "--module", "A", "--module=B", "--output", "o"],
            message: "'--module' is given twice"),
        Case(arguments: ["a.json", "--module"], message: "'--module' needs a value: --module NAME"),
        Case(arguments: ["a.json", "--module="], message: "'--module' needs a value: --module NAME"),
        Case(
            arguments: ["a.json", "--module", "--output", "o"],
            message: "'--module' needs a value: --module NAME"),
        Case(arguments: ["a.json", "--output", "o"], message: "an INPUT needs '--module NAME' too"),
        Case(arguments: ["a.json", "--module", "A"], message: "an INPUT needs '--output DIR' too"),
        Case(arguments: ["--module", "A"], message: "'--module' needs an INPUT"),
        Case(arguments: ["--output", "o"], message: "'--output' needs an INPUT"),
        Case(arguments: ["--overlay", "o.json"], message: "'--overlay' needs an INPUT"),
        Case(
            arguments: ["a.json", "--module", "1A", "--output", "o"],
            message: "'1A' cannot name a module; a module's name has letters, digits and _, and begins with no digit"),
        Case(
            arguments: ["a.json", "--module", "A-B", "--output", "o"],
            message: "'A-B' cannot name a module; a module's name has letters, digits and _, and begins with no digit"),
        Case(
            arguments: ["a.json", "--module", "A", "--output", "o", "--access", "pubic"],
            message: "'--access' takes public, package, internal; found 'pubic'; did you mean 'public'?"),
        Case(
            arguments: ["a.json", "--module", "A", "--output", "o", "--emit", "types,servers"],
            message: "'--emit' takes types, client, server; found 'servers'; did you mean 'server'?"),
        Case(
            arguments: ["a.json", "--module", "A", "--output", "o", "--emit", "types,"],
            message: "'--emit' takes types, client, server; found ''"),
        Case(
            arguments: ["a.json", "--module", "A", "--output", "o", "--emit", "server"],
            message: "'--emit' without types needs a kurus.json that has `typesModule`"),
        Case(
            arguments: ["--config", "kurus.json", "--module", "A"],
            message: "'--module' cannot be used with '--config'"),
        Case(
            arguments: ["--config", "kurus.json", "a.json"],
            message: "'--config' names all inputs; 'a.json' cannot be one more"),
        Case(
            arguments: ["lint"],
            message: "two commands, 'generate' and 'lint'; a file of that name is written './lint'"),
    ])
    func reportsWrongGenerate(_ wrong: Case) async throws {
        let outcome = try await TestFolder().kurus(["generate"] + wrong.arguments)
        #expect(outcome == Outcome(status: 2, errors: "kurus: error: \(wrong.message)\n" + Self.generate))
    }

    @Test(arguments: [
        Case(arguments: ["--format"], message: "'--format' needs a value: --format FORMAT"),
        Case(arguments: ["--format", "xml"], message: "'--format' takes text, json; found 'xml'"),
        Case(arguments: ["--check"], message: "unknown option '--check'"),
    ])
    func reportsWrongLint(_ wrong: Case) async throws {
        let outcome = try await TestFolder().kurus(["lint"] + wrong.arguments)
        #expect(outcome == Outcome(status: 2, errors: "kurus: error: \(wrong.message)\n" + Self.lint))
    }

    @Test func pointsFromAConfiguredFolderToItsConfiguration() async throws {
        let folder = try TestFolder(SamplePages.bank())
        for operand in ["specs/bank", "./specs/bank/", "specs/bank/kurus.json"] {
            let outcome = await folder.kurus("generate", operand, "--module", "A", "--output", "o")
            let message = "'\(operand)' is described by a kurus.json: kurus generate --config specs/bank/kurus.json"
            #expect(outcome == Outcome(status: 2, errors: "kurus: error: \(message)\n" + Self.generate))
        }
    }

    /// A name that begins with a dash, or that is a command's, can be written all the same.
    @Test(arguments: [["--", "-a.md"], ["--", "lint"], ["./lint"], ["./-a.md"]])
    func readsNamesThatLookLikeOptionsAndCommands(_ operands: [String]) async throws {
        let folder = try TestFolder(["-a.md": SamplePages.balance(), "lint": SamplePages.balance()])
        let outcome = await folder.kurus(["generate", "--module", "A", "--output=o"] + operands)
        #expect(outcome.status == 0, "\(outcome)")
        #expect(folder.text(of: "o/ATypes.swift") != nil)
    }

    @Test func printsTheVersion() async throws {
        #expect(try await TestFolder().kurus("--version") == Outcome(status: 0, output: "kurus 0.1.0\n"))
    }
}
