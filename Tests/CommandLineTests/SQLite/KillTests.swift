import Foundation
import Testing

/// A process that is killed in the middle of a rebuild.
///
/// `AUTOGEN_KILLS` says how many times for each journal mode.
@Suite(.serialized) struct KillTests {
    @Test(arguments: ["delete", "wal"]) func leavesTheFileAsBeforeOrAsAfter(journal: String) async throws {
        let ledger = try await Ledger(journal: journal, rows: 60_000)
        let program = try Program.folder.appending(path: "autogen").path
        let before = try await ledger.state()
        let clock = ContinuousClock()
        let upgrade = try await clock.measure { try await ledger.project.done("upgrade") }
        let after = try await ledger.state()
        let downgrade = try await clock.measure { try await ledger.project.done("downgrade", "-1") }
        #expect(try await ledger.state() == before)
        var dice = SystemRandomNumberGenerator()
        var killed = 0
        var changed = 0
        let kills = ProcessInfo.processInfo.environment["AUTOGEN_KILLS"].flatMap { Int($0) } ?? 12
        for number in 1...kills {
            let state = try await ledger.state()
            let isUp = state == before
            let command = isUp ? ["upgrade"] : ["downgrade", "-1"]
            let point = Double.random(in: 0.02...1.05, using: &dice)
            let delay = (isUp ? upgrade : downgrade) * point
            if try await Program.killed(after: delay, program, command, in: ledger.project.folder) { killed += 1 }
            let reached = try await ledger.state()
            #expect(reached == before || reached == after, "\(number): \(command) killed after \(delay)")
            if reached != state { changed += 1 }
            let damages = try await ledger.damages()
            #expect(damages.isEmpty, "\(number): \(command) killed after \(delay): \(damages)")
        }
        print("\(journal): \(killed) of \(kills) runs were killed, \(changed) had changed the schema")
        #expect(killed > 0)
    }
}
