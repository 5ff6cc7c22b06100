import Foundation

/// A PostgreSQL server for one test, which may be killed.
final class PrivateServer {
    private let folder: String
    /// Where its programs are.
    let bin: String
    private let user: String

    var url: String { "host=\(folder) user=postgres dbname=postgres" }

    /// - Parameter settings: lines of `postgresql.conf`; what they don't say is as a server has it by default.
    init(_ settings: String = "") async throws {
        guard let bin = ProcessInfo.processInfo.environment["PGBIN"] else {
            throw Program.Missing(what: "PGBIN: eval \"$(scripts/postgres start)\"")
        }
        self.bin = bin
        folder = "/tmp/autogen-kill-\(UUID().uuidString.prefix(8))"
        // The server refuses to run as root.
        user = getuid() == 0 ? "runuser -u postgres -- " : ""
        try await shell(
            """
            mkdir -p \(folder) && chmod 777 \(folder)
            # Made once, beside the server of the environment, and gone with it: a copy takes a tenth of the work.
            made="${PGHOST:-}/private"
            if [ ! -d "$made" ] && [ -d "${PGHOST:-}" ] && \(user)test -w "$PGHOST"; then
              \(user)\(bin)/initdb -D "$made.$$" -U postgres --auth=trust --no-sync >/dev/null
              \(user)mv -T "$made.$$" "$made" 2>/dev/null || rm -rf "$made.$$"
            fi
            if [ -d "$made" ]; then
              \(user)cp -a "$made" \(folder)/data
            else
              \(user)\(bin)/initdb -D \(folder)/data -U postgres --auth=trust --no-sync >/dev/null
            fi
            printf "listen_addresses=''\\nunix_socket_directories='\(folder)'\\nfsync=off\\nshared_buffers=32MB\\n" \
            >> \(folder)/data/postgresql.conf
            printf "%s\n" "\(settings)" >> \(folder)/data/postgresql.conf
            """)
        try await start()
    }

    /// Tries until what a killed server left is gone.
    ///
    /// The server must not hold the descriptors by which the end of the shell is noticed.
    func start() async throws {
        try await shell(
            """
            for i in $(seq 50); do
              (
                for file in $(ls /dev/fd); do [ "$file" -le 2 ] || eval "exec $file>&-"; done
                \(user)\(bin)/pg_ctl -D \(folder)/data -w -t 30 -l \(folder)/data/log start >/dev/null 2>&1
              ) && exit 0
              sleep 0.1
            done
            cat \(folder)/data/log; exit 1
            """)
    }

    /// Ends all processes of the server at once, without any chance to clean up.
    func kill() async throws {
        try await shell(
            """
            server=$(head -n 1 \(folder)/data/postmaster.pid); children=$(pgrep -P "$server" || true)
            kill -9 "$server" $children
            """)
    }

    /// Stops it and starts it again as a standby, which takes no writes.
    func becomeStandby() async throws {
        try await shell(
            "\(user)\(bin)/pg_ctl -D \(folder)/data -m fast -w stop >/dev/null; touch \(folder)/data/standby.signal; "
                + "chmod a+r \(folder)/data/standby.signal")
        try await start()
    }

    func remove() async throws {
        try await shell(
            "\(user)\(bin)/pg_ctl -D \(folder)/data -m immediate stop >/dev/null 2>&1 || true; rm -rf \(folder)")
    }

    private func shell(_ script: String) async throws {
        let outcome = try await Program.run("/bin/bash", ["-c", "set -e; cd /; \(script)"], in: "/")
        guard outcome.status == 0 else { throw Program.Missing(what: outcome.output + outcome.errors) }
    }
}
