import KurusCommandLine
import Testing

@testable import kurus

struct ManualPageTests {
    @Test(arguments: [["help"], ["--help"], ["-h"]])
    func printsTheOverview(_ arguments: [String]) async throws {
        let expected = """
            NAME
                kurus - Swift clients from the OpenAPI documents in documentation pages

            SYNOPSIS
                kurus COMMAND [OPTION...] [INPUT...]
                kurus help [COMMAND|TOPIC]
                kurus --version

            COMMANDS
                generate
                    write the Swift clients of OpenAPI documents

                lint
                    report all mistakes in documents

                diff
                    compare two versions of an API

                changelog
                    print the changes of each commit

                update
                    fetch the published pages

                explain
                    explain the id of a diagnostic or of a rule

                help
                    print a manual page

            TOPICS
                diagnostics
                    every error and warning about a page, a document or a kurus.json, by its
                    id

                rules
                    every rule by which kurus diff judges a change on the wire, and its
                    level

                openapi
                    every object and field of OpenAPI 3.0, 3.1 and 3.2, and the use that
                    Kurus makes of it

                types
                    the Swift form of each construct of an OpenAPI document

                providers
                    facts of iyzico and Juspay, and the code that handles each of them

            OPTIONS
                --help, -h
                    Print this page, or that of a command.

                --version
                    Print the version.

            DESCRIPTION
                Options and inputs may be in any order. An option's value is the next word,
                or follows an equals sign: --option=value. After -- every word is an input.

                'kurus help COMMAND' describes a command.
            """
        #expect(try await TestFolder().kurus(arguments) == Outcome(status: 0, output: expected + "\n"))
    }

    @Test(arguments: [
        ["help", "lint"], ["lint", "--help"], ["lint", "-h"], ["lint", "--format", "json", "--help"],
        ["--help", "lint"],
    ])
    func printsThePageOfLint(_ arguments: [String]) async throws {
        let expected = """
            NAME
                kurus lint - report all mistakes in documents

            SYNOPSIS
                kurus lint [--format text|json] [INPUT...]

            DESCRIPTION
                Reads documents as generate does, up to the Swift source, and prints all
                diagnostics; writes nothing.

                Without INPUT, reads every specs/*/kurus.json below the working directory:
                its inputs, with its overlays, and its lintInputs, without overlays.

                INPUT is an OpenAPI 3.x document (.json, .yaml, .yml), a page of Markdown
                with documents in fenced code blocks, a kurus.json, or a folder: one with a
                kurus.json is read accordingly, any other contributes all documents and
                pages. All INPUTs without a kurus.json are one API.

            OPTIONS
                --format FORMAT
                    text (the default): diagnostics as a person reads them on standard
                    error, a line that counts them on standard output. json: one JSON object
                    on standard output, with the members diagnostics, errors and warnings. A
                    diagnostic has id, severity and message, and, where it has a location,
                    file, line, column (both from 1) and offset (bytes, from 0); so do its
                    notes.

                --help, -h
                    Print this page.

            EXIT STATUS
                0   There are no errors; there may be warnings.
                2   The command line is wrong.
                3   There are errors, or an input cannot be read.

            EXAMPLES
                kurus lint
                    Check all of specs/.

                kurus lint --format json page.md
                    Check a page, with JSON for a machine.

            FILES
                specs/NAME/kurus.json
                    The inputs, lintInputs and overlays.
            """
        #expect(try await TestFolder().kurus(arguments) == Outcome(status: 0, output: expected + "\n"))
    }

    @Test func printsThePageOfGenerate() async throws {
        let expected = """
            NAME
                kurus generate - write the Swift clients of OpenAPI documents

            SYNOPSIS
                kurus generate [--check] [--verify]
                kurus generate INPUT... --module NAME --output DIR [OPTION...]
                kurus generate --config FILE [--output DIR] [--check] [--verify]

            DESCRIPTION
                Without INPUT, reads every specs/*/kurus.json below the working directory
                and writes their clients to the output folders.

                INPUT is an OpenAPI 3.x document (.json, .yaml, .yml), a page of Markdown
                with documents in fenced code blocks, or a folder: all files of these kinds
                in it. All INPUTs together are one API.

                A file is written only if its bytes change. Files that kurus wrote before
                and no longer writes are removed; files that it did not write are never
                changed, and are an error where one is in the way.

                A mistake in a document costs the operations that need what is wrong. Of
                INPUT, they are left out, with a warning for each. The client of a
                kurus.json is not written then, unless its `leaveOut` lists them; the other
                clients are still written.

                Diagnostics go to standard error, one line for each client to standard
                output.

            OPTIONS
                --check
                    Write nothing. Print the files that would change and their pages, and
                    exit with status 1 if there are any.

                --module NAME
                    The name of the Swift module, with which all file names begin. Needed
                    with INPUT.

                --output DIR
                    The folder to write to. Needed with INPUT.

                --access LEVEL
                    The access level of the declarations: public (the default), package or
                    internal.

                --emit PARTS
                    What to write, separated by commas: types, client, server. The default
                    is types,client.

                --overlay FILE
                    An OpenAPI Overlay 1.0 document to run on the documents before they are
                    merged. Can be given more than once.

                --strict
                    With INPUT: write nothing where a mistake costs an operation, and exit
                    with status 3. Without it, such operations are left out. A kurus.json
                    lists them in `leaveOut` instead.

                --config FILE
                    Read this kurus.json instead of specs/*/kurus.json. With --output, all
                    of its clients are written to that folder: this is what the build-tool
                    plugin does.

                --verify
                    Type-check what was generated with the `swiftc` of PATH, against the
                    modules KurusRuntime and KurusServer of a build beside kurus, or
                    compiled from their sources.

                --help, -h
                    Print this page.

            EXIT STATUS
                0   Everything is written, or with --check, up to date.
                1   With --check: a file would change.
                2   The command line is wrong.
                3   An input cannot be read or used: no operation is left, or one is lost
                    with --strict or a kurus.json that does not list it in leaveOut. Or a
                    file cannot be written, or with --verify, does not compile.

            EXAMPLES
                kurus generate
                    Write the clients of all of specs/.

                kurus generate --check
                    Check the clients, in continuous integration.

                kurus generate petstore.json --module PetstoreAPI --output Sources/PetstoreAPI
                    Write the client of one document.

            FILES
                specs/NAME/kurus.json
                    The inputs and outputs: module, inputs, lintInputs, overlays, filter,
                    leaveOut, output, access, emit, typesModule, types, components, servers,
                    serverNames, sources, cutFrom; or a list of such clients: clients.

                MODULETypes.swift, MODULEClient.swift, MODULEServer.swift
                    What is written.
            """
        #expect(try await TestFolder().kurus("help", "generate") == Outcome(status: 0, output: expected + "\n"))
    }

    @Test(arguments: KurusCommandName.allCases.map(\.definition.name))
    func keepsPagesWithin80Columns(_ command: String) async throws {
        let page = try await TestFolder().kurus("help", command).output
        for line in page.split(separator: "\n") where !line.hasPrefix("    kurus ") {
            #expect(line.count <= 80, "\(line)")
        }
    }
}
