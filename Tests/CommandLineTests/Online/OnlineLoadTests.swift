import Foundation
import Testing

/// Changes of tables while clients work on them. `AUTOGEN_LOAD_ROWS` says how many rows there are.
@Suite(.serialized) struct OnlineLoadTests {
    private static let rows = ProcessInfo.processInfo.environment["AUTOGEN_LOAD_ROWS"].flatMap { Int($0) } ?? 5_000
    /// With so few rows it is a matter of how busy the machine is, beside other tests.
    private static let isBenchmark = ProcessInfo.processInfo.environment["AUTOGEN_LOAD_ROWS"] != nil
    private static let bearable = Duration.milliseconds(isBenchmark ? 200 : 2000)

    @Test func clientsHardlyNotice() async throws {
        try await Server().withDatabase { url in
            let online = try await OnlineProject(url: url)
            let clients = try await filled(url, online)
            let quiet = try await clients.during { try await Task.sleep(for: .seconds(3)) }
            #expect(quiet.failures == [])
            print("no change: \(Self.text(quiet))")
            for change in OnlineChange.all {
                let seen = try await clients.during {
                    try await online.project.done("upgrade", change.id, "--allow", "data-loss")
                }
                print("\(change.name): \(Self.text(seen))")
                // What would keep clients waiting has a way in parts.
                let isInParts = try online.script(of: change.id).contains("\n-- transaction: no\n")
                #expect(isInParts || !change.waitsWhenPlain, "\(change.name)")
                #expect(seen.failures == [], "\(change.name)")
                #expect(seen.longestWait <= Self.bearable, "\(change.name)")
                if Self.isBenchmark { #expect(seen.slowest <= quiet.slowest + Self.bearable, "\(change.name)") }
            }
            #expect(try await online.project.autogen("drift").status == 0)
        }
    }

    /// What the same changes cost otherwise, without which the test above would show nothing: each is one transaction, and
    /// with many rows clients wait for it.
    @Test func plainStatementsKeepThemWaiting() async throws {
        try await Server().withDatabase { url in
            let plain = try await OnlineProject(url: url, online: false)
            let clients = try await filled(url, plain)
            var waits = Duration.zero
            for change in OnlineChange.all {
                let upgrade = ["upgrade", change.id, "--allow", "data-loss"]
                let seen = try await clients.during { _ = try await plain.project.autogen(upgrade) }
                // Where clients and the script have waited for each other, it goes on without them.
                try await plain.project.done(upgrade)
                print("plain: \(change.name): \(Self.text(seen))")
                let isWhole = try plain.script(of: change.id).contains("\n-- transaction: yes\n")
                #expect(isWhole || !change.waitsWhenPlain, "\(change.name)")
                if change.waitsWhenPlain { waits += seen.longestWait }
                if change.waitsWhenPlain, Self.rows >= 1_000_000 { #expect(seen.longestWait > .milliseconds(20)) }
            }
            if Self.isBenchmark { #expect(waits > Self.bearable) }
            #expect(try await plain.project.autogen("drift").status == 0)
        }
    }

    private func filled(_ url: String, _ online: OnlineProject) async throws -> Clients {
        try await online.project.done("upgrade", "c0")
        try await online.project.run(OnlineChange.rows(Self.rows), on: url)
        return try Clients(url, first: 10 * Self.rows, count: Self.isBenchmark ? 8 : 2)
    }

    private static func text(_ seen: Clients.Seen) -> String {
        func milliseconds(_ time: Duration) -> Int64 { Int64(time / .milliseconds(1)) }
        return
            "\(seen.statements) statements, slowest \(milliseconds(seen.slowest)) ms, waited \(milliseconds(seen.longestWait)) ms"
    }
}
