import Foundation

/// PgBouncer before the server of the environment, for one test.
final class Pooler {
    private let folder: String
    private let server: Server

    /// - Parameters:
    ///   - mode: `transaction` or `session`.
    ///   - size: how many connections to each database it lends.
    init(mode: String, size: Int = 20) async throws {
        server = try Server()
        folder = "/tmp/autogen-pool-\(UUID().uuidString.prefix(8))"
        // It refuses to run as root, as the server does.
        let user = getuid() == 0 ? "-u postgres" : ""
        try await shell(
            """
            mkdir -p \(folder) && chmod 777 \(folder)
            cat >\(folder)/pgbouncer.ini <<INI
            [databases]
            * = host=\(server.host) port=\(server.port) user=\(server.user)
            [pgbouncer]
            unix_socket_dir = \(folder)
            listen_port = 6432
            auth_type = any
            pool_mode = \(mode)
            default_pool_size = \(size)
            logfile = \(folder)/log
            pidfile = \(folder)/pid
            INI
            PATH=$PATH:/usr/sbin pgbouncer -q -d \(user) \(folder)/pgbouncer.ini
            for i in $(seq 100); do [ -S \(folder)/.s.PGSQL.6432 ] && exit 0; sleep 0.05; done
            cat \(folder)/log; exit 1
            """)
    }

    /// The same database, by way of the pool.
    func url(_ url: String) -> String {
        url.replacing("host=\(server.host)", with: "host=\(folder)").replacing("port=\(server.port)", with: "port=6432")
    }

    func stop() async throws {
        // It inherits the signals that the tests hold back.
        try await shell("kill -KILL $(cat \(folder)/pid) 2>/dev/null || true; rm -rf \(folder)")
    }

    /// Runs `body` on a database, with its own URL and that of the pool.
    static func with(
        mode: String, size: Int = 20, _ body: (_ direct: String, _ pooled: String) async throws -> Void
    ) async throws {
        try await Server().withDatabase { url in
            let pooler = try await Pooler(mode: mode, size: size)
            do {
                try await body(url, pooler.url(url))
            } catch {
                try await pooler.stop()
                throw error
            }
            try await pooler.stop()
        }
    }

    /// The daemon must not hold the descriptors by which the end of the shell is noticed.
    private func shell(_ script: String) async throws {
        let outcome = try await Program.run(
            "/bin/bash",
            [
                "-c",
                """
                set -e; cd /
                for file in $(ls /dev/fd); do [ "$file" -le 2 ] || eval "exec $file>&-"; done
                \(script)
                """,
            ], in: "/")
        guard outcome.status == 0 else { throw Program.Missing(what: "pgbouncer: \(outcome.output)\(outcome.errors)") }
    }
}
