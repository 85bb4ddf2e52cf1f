import ClientGenerator
package import KurusCommandLine
import SpecAPI
package import SpecDiagnostics
package import SpecPipeline

/// The origin of the clients of a `generate`: all of specs/, one kurus.json, or the command line.
package struct ClientSources {
    /// A client, and the errors of finding its files.
    package struct Planned {
        package let input: ClientInput
        /// The location of its module's name in kurus.json; nil for a client of the command line.
        package let location: SourceLocation?
        package let diagnostics: Diagnostics
        /// Its pages, if they have been read already.
        package let reading: ClientReading?

        package init(
            input: ClientInput, location: SourceLocation?, diagnostics: Diagnostics, reading: ClientReading? = nil
        ) {
            self.input = input
            self.location = location
            self.diagnostics = diagnostics
            self.reading = reading
        }
    }

    private typealias Options = GenerateOptions

    private enum Source {
        case specs
        case configuration(String, output: String?)
        case operands([String], overlays: [String], options: ClientOptions, choice: OperationChoice, output: String)
    }

    /// The pattern of the kurus.json files that are read when no argument is given.
    package static let specs = "specs/*/kurus.json"

    private let source: Source
    private let files: FileSystem
    /// The clients that have been read already, by module.
    private var readings: [String: ClientReading] = [:]

    package init(_ arguments: ParsedArguments, _ files: FileSystem) throws(UsageError) {
        self.files = files
        if let path = try arguments[Options.config] {
            try Self.refuse(
                [Options.module, Options.access, Options.emit, Options.overlay, Options.strict], beside: Options.config,
                arguments)
            if let operand = arguments.operands.first {
                throw UsageError("'--config' names all inputs; '\(operand)' cannot be one more", in: arguments.command)
            }
            let output = try arguments[Options.output].map(PathText.normalized)
            source = .configuration(PathText.normalized(path), output: output)
        } else if arguments.operands.isEmpty {
            try Self.refuse(
                [Options.module, Options.output, Options.access, Options.emit, Options.overlay, Options.strict],
                beside: nil, arguments)
            source = .specs
        } else {
            source = try Self.operands(arguments, files)
        }
    }

    /// Uses the clients of one kurus.json, in the folders that it names.
    ///
    /// - Parameter readings: The clients that have been read already, by module.
    package init(ofConfiguration path: String, _ files: FileSystem, readings: [String: ClientReading]) {
        source = .configuration(path, output: nil)
        self.files = files
        self.readings = readings
    }

    /// Returns the clients in the order of their kurus.json's paths; errors in a kurus.json itself go to `diagnostics`.
    package func clients(diagnostics: inout Diagnostics) -> [Planned] {
        let planned: [Planned]
        switch source {
        case .specs:
            let paths = Configuration.paths(matching: Self.specs, files, diagnostics: &diagnostics)
            planned = paths.flatMap { clients(ofConfiguration: $0, output: nil, &diagnostics) }
        case .configuration(let path, let output):
            planned = clients(ofConfiguration: path, output: output, &diagnostics)
        case .operands(let operands, let overlays, let options, let choice, let output):
            var own = Diagnostics()
            let input = ClientInput(
                pages: files.inputFiles(operands, diagnostics: &own),
                overlays: overlays.map {
                    InputFile(path: PathText.normalized($0), location: nil, isNamed: true)
                }, resolveOptions: ResolveOptions(), clientOptions: options,
                choice: choice, output: output)
            planned = [Planned(input: input, location: nil, diagnostics: own)]
        }
        return withoutConflicts(planned, &diagnostics)
    }

    /// Returns the beginning of the first line of files that may be removed. A run over all of specs/ knows all clients
    /// of a folder; otherwise files of another source may be beside these.
    func leftoverHeader(_ inputs: [ClientInput]) -> String {
        guard case .specs = source else {
            return OutputFolder.header + (inputs.first.map { $0.clientOptions.source + "." } ?? "")
        }
        return OutputFolder.header
    }

    private func clients(
        ofConfiguration path: String, output: String?, _ diagnostics: inout Diagnostics
    ) -> [Planned] {
        guard let configuration = Configuration.read(path, files, diagnostics: &diagnostics) else { return [] }
        return configuration.clients.compactMap { client in
            guard let folder = output ?? client.outputFolder(in: configuration) else {
                diagnostics.error(
                    .missingField, "a client needs the field `output` where '--output' is not given",
                    at: client.location)
                return nil
            }
            var own = Diagnostics()
            let input = ClientInput(
                client, of: configuration, output: folder, files: files, diagnostics: &own)
            return Planned(
                input: input, location: client.module.location, diagnostics: own,
                reading: readings[client.module.value])
        }
    }

    /// Leaves out the clients that would write a file of another one, with an error.
    private func withoutConflicts(_ planned: [Planned], _ diagnostics: inout Diagnostics) -> [Planned] {
        var writers: [String: Planned] = [:]
        return planned.filter { client in
            let paths = client.input.outputPaths
            if let path = paths.first(where: { writers[$0] != nil }) {
                diagnostics.error(
                    .conflictingOutput,
                    "\(path) would be written by two clients; give one of them another `module` or `output`",
                    at: client.location,
                    notes: [Diagnostic.Note("the other client", at: writers[path]?.location)])
                return false
            }
            for path in paths { writers[path] = client }
            return true
        }
    }
}

extension ClientSources {
    private static func operands(
        _ arguments: ParsedArguments, _ files: FileSystem
    ) throws(UsageError) -> Source {
        let (module, output) = (try arguments[Options.module], try arguments[Options.output])
        guard let module, let output else {
            let missing: any CommandOption = module == nil ? Options.module : Options.output
            throw UsageError("an INPUT needs '\(missing.spelling)' too", in: arguments.command)
        }
        guard ModuleName.isValid(module) else {
            throw UsageError("'\(module)' \(ModuleName.requirement)", in: arguments.command)
        }
        try refuseConfigured(arguments, files)
        let emit = try arguments[Options.emit]
        if !emit.contains(.types) {
            throw UsageError(
                "'--emit' without types needs a kurus.json that has `typesModule`", in: arguments.command)
        }
        let options = ClientOptions(
            module: module, source: sourceName(of: arguments.operands),
            access: try arguments[Options.access], emit: Set(emit))
        return .operands(
            arguments.operands, overlays: try arguments[Options.overlay], options: options,
            choice: arguments[Options.strict] ? .all(but: nil) : .usable, output: PathText.normalized(output))
    }

    /// Rejects options for a folder with a kurus.json, which has its own.
    private static func refuseConfigured(_ arguments: ParsedArguments, _ files: FileSystem) throws(UsageError) {
        for operand in arguments.operands {
            guard let path = Configuration.path(describing: operand, files) else { continue }
            throw UsageError(
                "'\(operand)' is described by a kurus.json: kurus generate --config \(path)", in: arguments.command)
        }
    }

    private static func refuse(
        _ options: [any CommandOption], beside other: (any CommandOption)?, _ arguments: ParsedArguments
    ) throws(UsageError) {
        guard let option = options.first(where: arguments.has)?.name else { return }
        throw UsageError(
            other.map { "'\(option)' cannot be used with '\($0.name)'" } ?? "'\(option)' needs an INPUT",
            in: arguments.command)
    }

    /// Returns the name of the first input, and the count of the others.
    private static func sourceName(of operands: [String]) -> String {
        let names = operands.map { PathText.lastName(of: PathText.normalized($0)) }
        let more = names.count > 1 ? " and \(names.count - 1) more" : ""
        return (names.first ?? "") + more
    }
}
