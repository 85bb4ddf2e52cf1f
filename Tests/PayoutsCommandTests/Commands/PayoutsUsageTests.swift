import IyzicoMassPayout
import KurusCommandLine
import Testing

@testable import payouts

struct PayoutsUsageTests {
    struct Case: CustomTestStringConvertible {
        let arguments: [String]
        let message: String

        init(_ line: String, _ message: String) {
            arguments = line.split(separator: " ").map(String.init)
            self.message = message
        }

        var testDescription: String { arguments.joined(separator: " ") }
    }

    @Test(arguments: [
        Case("", "a command is needed"),
        Case("sned payroll.csv", "unknown command 'sned'; did you mean 'send'?"),
        Case("--yes send", "'--yes' belongs after its command: payouts send --yes"),
        Case("send --id nov", "FILE is missing"),
        Case("send a.csv b.csv --id nov", "one operand too many: 'b.csv'"),
        Case("send a.csv", "a FILE needs '--id ID' too: an id of yours, which names this order for good"),
        Case("send a.csv --id", "'--id' needs a value: --id ID"),
        Case("send a.csv --id nov --chunk 0", "'--chunk' takes a number from 1 on; found '0'"),
        Case("send a.csv --id nov --chunk many", "'--chunk' takes a number from 1 on; found 'many'"),
        Case("send a.csv --id nov --yess", "unknown option '--yess'; did you mean '--yes'?"),
        Case("send a.csv --sample", "'--sample' takes the place of a FILE, and is used alone"),
        Case("send --sample --print-sample", "'--sample' takes the place of a FILE, and is used alone"),
        Case(
            "send --sample --simulator 8700",
            "'--sample' has a simulator of its own; '--simulator' cannot be used with it"),
        Case("send a.csv --id nov --api-key abc", "unknown option '--api-key'"),
        Case("send a.csv --id nov --simulator 0", "'--simulator' takes a number from 1 to 65535; found '0'"),
        Case(
            "balance --simulator 8700 --credentials keys", "'--credentials' cannot be used with '--simulator'"),
        Case("balance now", "one operand too many: 'now'"),
        Case("balance send", "two commands, 'balance' and 'send'; an operand of that name follows --: -- send"),
        Case("status", "ID is missing"),
        Case("status nov a.csv b.csv", "one operand too many: 'b.csv'"),
        Case("plan a.csv", "a plan needs '--id ID', the id that the order is to be sent by"),
        Case(
            "send a.csv --id nov --approved 12",
            "'--approved' takes the 64 hexadecimal digits that 'payouts plan' shows as the hash"),
        Case(
            "send --print-sample --format json", "'--print-sample' writes CSV; '--format' cannot be used with it"),
        Case("status nov --unpaid --format json", "'--unpaid' writes CSV; '--format' cannot be used with it"),
        Case("status nov --format xml", "'--format' takes text, json; found 'xml'"),
        Case("resume", "ID is missing"), Case("cancel", "ID is missing"),
        Case("simulate --port 70000", "'--port' takes a number from 0 to 65535; found '70000'"),
    ])
    func reportsWrongArguments(_ wrong: Case) async throws {
        let folder = try CommandFolder()
        let outcome = await folder.run(wrong.arguments)
        #expect(outcome.status == 2)
        #expect(outcome.output.isEmpty != wrong.arguments.contains("json"))
        #expect(outcome.errors.hasPrefix("payouts: error: \(wrong.message)\nusage: payouts "), "\(outcome)")
        #expect(outcome.errors.contains("\nMore: payouts help"))
    }

    @Test func readsAnIDThatIsNamedLikeACommand() async throws {
        let folder = try CommandFolder()
        let outcome = await folder.payouts("status", "nov")
        let named = await folder.run(["status", "--simulator", "8700", "--", "send"])
        #expect(named.status == 3)
        #expect(named.errors == outcome.errors.replacing("nov", with: "send"))
    }

    @Test func printsTheSample() async throws {
        let outcome = try await CommandFolder().run(["send", "--print-sample"])
        #expect(outcome == CommandOutcome(status: 0, output: SamplePayroll.text))
        #expect(outcome.output.hasPrefix("id,type,recipient,name,amount,currency,description\nemp-1,iban,"))
    }

    @Test func printsTheVersion() async throws {
        #expect(try await CommandFolder().run(["--version"]) == CommandOutcome(status: 0, output: "payouts 0.1.0\n"))
    }

    @Test(arguments: [nil] + Program.payouts.commands.map(\.name))
    func keepsPagesWithin80Columns(_ command: String?) async throws {
        let outcome = try await CommandFolder().run(["help"] + [command].compactMap(\.self))
        #expect(outcome.status == 0)
        for line in outcome.output.split(separator: "\n") where !line.hasPrefix("    payouts ") {
            #expect(line.count <= 80, "\(line)")
        }
    }

    @Test func keepsTheSampleUsable() throws {
        let (payroll, payout) = try Payroll.read(
            Array(SamplePayroll.text.utf8), path: "sample.csv", id: "sample", options: InputOptions())
        #expect(payroll.entries.count == 5)
        #expect(payout.total.description == "82645.75 TRY")
    }
}
