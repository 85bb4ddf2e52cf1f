import Foundation
import IyzicoMassPayout
import IyzicoMassPayoutAPI
import KurusRuntime

/// A part to measure, for a number of items.
struct BenchmarkPart: Hashable {
    enum Task: String, CaseIterable {
        /// KurusJSON reads a page of items into the generated models.
        case read
        /// JSONDecoder reads the same bytes into equivalent structures.
        case decode
        /// KurusJSON writes the models.
        case write
        /// JSONEncoder writes the equivalent structures.
        case encode
        /// SHA-256 over that many KiB.
        case digest
        /// Signatures of requests that pay one item.
        case sign
        /// `payouts` reads a payroll of that many rows.
        case payroll
        /// The same rows as JSON.
        case payrollJSON
        /// Opens a file journal of that many lines.
        case journal
    }

    let task: Task
    let items: Int
    /// The number of runs in one process, after one that is not counted.
    let runs: Int

    init(_ task: Task, items: Int, runs: Int) {
        self.task = task
        self.items = items
        self.runs = runs
    }

    init?(arguments: [String]) {
        guard arguments.count == 3, let task = Task(rawValue: arguments[0]), let items = Int(arguments[1]),
            let runs = Int(arguments[2]), items > 0, runs > 0
        else { return nil }
        self.init(task, items: items, runs: runs)
    }

    var arguments: [String] { [task.rawValue, String(items), String(runs)] }

    /// Runs the part in this process.
    func measured() async throws -> Measurement {
        switch task {
        case .read: try measuredReading { try JSONReader.read(MassPayoutRetrieveResponse.self, from: $0) }
        case .decode: try measuredDecoding()
        case .write:
            try measuredWriting(SamplePage(items: items).model) { JSONWriter.bytes(of: $0).count }
        case .encode:
            try measuredWriting(SamplePage(items: items).codable) { try JSONEncoder().encode($0).count }
        case .digest: measuredDigest()
        case .sign: try measuredSigning()
        case .payroll: try measuredPayroll(.commaSeparated)
        case .payrollJSON: try measuredPayroll(.json)
        case .journal: try await JournalOpening(lines: items).measured(runs: runs)
        }
    }

    private func measuredReading<Page: SampleTotals>(_ read: ([UInt8]) throws -> Page) throws -> Measurement {
        let text = SamplePage(items: items).text
        let times = try measure {
            let page = try read(text)
            try page.expect(items: items)
        }
        return Measurement(times: times, bytes: text.count)
    }

    private func measuredDecoding() throws -> Measurement {
        let text = Data(SamplePage(items: items).text)
        let times = try measure {
            let page = try JSONDecoder().decode(CodablePage.self, from: text)
            try page.expect(items: items)
        }
        return Measurement(times: times, bytes: text.count)
    }

    private func measuredWriting<Page>(_ page: Page, _ write: (Page) throws -> Int) throws -> Measurement {
        var bytes = 0
        let times = try measure { bytes = try write(page) }
        return Measurement(times: times, bytes: bytes)
    }

    private func measuredDigest() -> Measurement {
        let message = [UInt8](repeating: 0x61, count: items * 1024)
        var first: UInt8 = 0
        let times = measure { first ^= SHA256Digest.digest(message)[0] }
        return Measurement(times: times, bytes: message.count)
    }

    private func measuredSigning() throws -> Measurement {
        let signer = IyzicoSigner(try IyzicoCredentials(apiKey: "sandbox-key", secretKey: "sandbox-secret"))
        let request = try SampleRequest.initialize()
        let times = try measure {
            for _ in 0..<items {
                var attempt = request
                try signer.sign(&attempt, security: [])
            }
        }
        return Measurement(times: times, bytes: (request.body?.count ?? 0) * items)
    }

    private func measuredPayroll(_ form: PayrollFile.Form) throws -> Measurement {
        try PayrollReading(rows: items, form: form).measured(runs: runs, program: PayrollReading.program ?? "")
    }

    /// Returns the processor times of the runs. The result of a run is freed within it.
    private func measure<Failure: Error>(_ work: () throws(Failure) -> Void) throws(Failure) -> [Duration] {
        try work()
        var times: [Duration] = []
        for _ in 0..<runs {
            let start = ProcessorTime.now
            try work()
            times.append(ProcessorTime.now - start)
        }
        return times
    }
}
