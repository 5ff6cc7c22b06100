import AutogenConnection
import AutogenDrivers
import AutogenSchema
import Foundation
import Synchronization
import Testing

/// Clients of the tables of ``OnlineChange``, who read and write all the time, and somebody who looks at how long they wait
/// for locks.
final class Clients: Sendable {
    struct Seen: Sendable {
        var statements = 0
        var failures: [String] = []
        /// How long the slowest statement took.
        var slowest = Duration.zero
        /// For how long a client was seen to wait for a lock, at most (`pg_locks.waitstart`).
        var longestWait = Duration.zero
    }

    private let seen = Mutex(Seen())
    private let isDone = Mutex(false)
    private let first: Int
    private let url: DatabaseURL
    private let count: Int

    /// - Parameters:
    ///   - first: new rows get numbers from here on.
    ///   - count: how many there are.
    init(_ url: String, first: Int, count: Int) throws {
        self.url = try DatabaseURL(url)
        self.first = first
        self.count = count
    }

    /// Runs `body` while clients work; what they have seen until it ends.
    func during(_ body: () async throws -> Void) async throws -> Seen {
        seen.withLock { $0 = Seen() }
        isDone.withLock { $0 = false }
        let work = Task {
            await withTaskGroup(of: Void.self) { group in
                for number in 0..<self.count { group.addTask { await self.work(number) } }
                group.addTask { await self.look() }
            }
        }
        // They are at work when it begins.
        while seen.withLock({ $0.statements }) < 10 { try await Task.sleep(for: .milliseconds(5)) }
        seen.withLock { $0 = Seen() }
        do {
            try await body()
        } catch {
            isDone.withLock { $0 = true }
            await work.value
            throw error
        }
        isDone.withLock { $0 = true }
        await work.value
        return seen.withLock { $0 }
    }

    private var goesOn: Bool { isDone.withLock { !$0 } }

    private func work(_ number: Int) async {
        do {
            let connection = try await Drivers().open(url, for: .readWrite)
            _ = try await connection.query("SELECT set_config('application_name', 'client', false)")
            var row = Int.random(in: 0...99_999_999)
            var next = first + number * 100_000_000 + row * 1000
            while goesOn {
                row = (row &* 1_103_515_245 &+ 12_345) & 0x7fff_ffff
                next += 1
                let known = row % 10_000 + 1
                await run("SELECT code, qty FROM item WHERE id = \(Int64(known))", connection)
                await run("UPDATE item SET qty = qty + 1 WHERE id = \(Int64(known))", connection)
                await run(
                    """
                    INSERT INTO item (id, owner, code, qty, note)
                    VALUES (\(Int64(next)), 1, \(literal: "new \(next)"), 1, 'new')
                    """, connection)
                await run("INSERT INTO event VALUES (\(Int64(next)), DATE '2026-01-05')", connection)
                await run("SELECT count(*) FROM log_1 WHERE id = \(Int64(known))", connection)
                await run("INSERT INTO log VALUES (\(Int64(next)), DATE '2026-01-05')", connection)
            }
            await connection.close()
        } catch {
            seen.withLock { $0.failures.append("\(error)") }
        }
    }

    private func run(_ sql: SQL, _ connection: any Connection) async {
        let start = ContinuousClock.now
        do { _ = try await connection.query(sql) } catch {
            seen.withLock { $0.failures.append("\(error) in: \(sql)") }
        }
        let time = ContinuousClock.now - start
        seen.withLock { seen in
            seen.statements += 1
            seen.slowest = max(seen.slowest, time)
        }
        try? await Task.sleep(for: .milliseconds(4))
    }

    private func look() async {
        do {
            try await LockObserver(url: url).look(while: { self.goesOn }) { wait in
                self.seen.withLock { $0.longestWait = max($0.longestWait, wait) }
            }
        } catch {
            seen.withLock { $0.failures.append("the observer: \(error)") }
        }
    }
}

/// Sees for how long sessions with the name `client` wait for locks (`pg_locks.waitstart`).
struct LockObserver {
    let url: DatabaseURL

    func look(while goesOn: () -> Bool, _ onWait: (Duration) -> Void) async throws {
        let connection = try await Drivers().open(url, for: .readWrite)
        while goesOn() {
            let row = try await connection.query(
                """
                SELECT coalesce(max(extract(epoch FROM clock_timestamp() - l.waitstart) * 1000), 0)::int AS wait
                FROM pg_locks l JOIN pg_stat_activity a USING (pid)
                WHERE NOT l.granted AND a.application_name = 'client' AND l.waitstart IS NOT NULL
                """
            ).first
            onWait(.milliseconds(try row?.int("wait") ?? 0))
            try await Task.sleep(for: .milliseconds(5))
        }
        await connection.close()
    }
}
