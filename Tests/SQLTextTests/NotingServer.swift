import Foundation

/// A server that speaks just enough of PostgreSQL's protocol
/// (<https://www.postgresql.org/docs/current/protocol-message-formats.html>) to write down what `psql` sends.
final class NotingServer: @unchecked Sendable {
    struct Failed: Error, CustomStringConvertible { let description: String }

    private let listener: Int32
    private let folder: URL
    private let lock = NSLock()
    private var noted: [[String]] = []

    /// What `psql` makes of each script, which is one file.
    static func statements(of scripts: [String]) throws -> [[String]] {
        let server = try NotingServer()
        defer { server.stop() }
        let thread = Thread { server.serve() }
        thread.start()
        var start = 0
        while start < scripts.count {
            let end = min(start + 200, scripts.count)
            try server.run(Array(scripts[start..<end]))
            start = end
        }
        let noted = server.lock.withLock { server.noted }
        guard noted.count == scripts.count else { throw Failed(description: "psql came to \(noted.count) scripts") }
        return noted
    }

    private init() throws {
        folder = FileManager.default.temporaryDirectory.appending(path: "autogen-psql-\(UUID().uuidString.prefix(8))")
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        #if canImport(Glibc)
            listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        #else
            listener = socket(AF_UNIX, SOCK_STREAM, 0)
        #endif
        var address = sockaddr_un()
        address.sun_family = sa_family_t(AF_UNIX)
        let path = Array((folder.path + "/.s.PGSQL.5432").utf8)
        withUnsafeMutableBytes(of: &address.sun_path) { $0.copyBytes(from: path) }
        let size = socklen_t(MemoryLayout<sockaddr_un>.size)
        let bound = withUnsafePointer(to: &address) {
            $0.withMemoryRebound(to: sockaddr.self, capacity: 1) { bind(listener, $0, size) }
        }
        guard bound == 0, listen(listener, 8) == 0 else { throw Failed(description: "no socket at \(folder.path)") }
    }

    private func stop() {
        close(listener)
        try? FileManager.default.removeItem(at: folder)
    }

    /// One session for many scripts; what it sends first for each is the mark.
    private func run(_ scripts: [String]) throws {
        var arguments = ["-X", "-q", "-h", folder.path, "-p", "5432", "-U", "noted", "-d", "noted"]
        for (index, script) in scripts.enumerated() {
            let file = folder.appending(path: "\(index).sql")
            try Data(script.utf8).write(to: file)
            arguments += ["-c", Self.mark, "-f", file.path]
        }
        let psql = Process()
        let bin = ProcessInfo.processInfo.environment["PGBIN"].map { $0 + "/psql" } ?? "/usr/bin/psql"
        psql.executableURL = URL(filePath: bin)
        psql.arguments = arguments
        psql.environment = ["PGSSLMODE": "disable", "PGGSSENCMODE": "disable", "PGCLIENTENCODING": "UTF8"]
        psql.standardOutput = FileHandle.nullDevice
        psql.standardError = FileHandle.nullDevice
        psql.standardInput = FileHandle.nullDevice
        try psql.run()
        psql.waitUntilExit()
    }

    private static let mark = "SELECT 'the next script'"

    private func note(_ text: String) {
        lock.withLock {
            if text == Self.mark {
                noted.append([])
            } else if !noted.isEmpty {
                noted[noted.count - 1].append(text)
            }
        }
    }

    private func serve() {
        while true {
            let client = accept(listener, nil, nil)
            guard client >= 0 else { return }
            talk(client)
            close(client)
        }
    }

    private func talk(_ client: Int32) {
        guard let length = number(client), read(client, Int(length) - 4) != nil else { return }
        send(client, "R", [0, 0, 0, 0])
        for (name, value) in [
            ("server_version", "15.0"), ("client_encoding", "UTF8"), ("standard_conforming_strings", "on"),
        ] { send(client, "S", Array(name.utf8) + [0] + Array(value.utf8) + [0]) }
        ready(client)
        while let kind = read(client, 1)?.first, let length = number(client), let body = read(client, Int(length) - 4) {
            switch kind {
            case UInt8(ascii: "Q"):
                let text = String(decoding: body.dropLast(), as: UTF8.self)
                note(text)
                if text.lowercased().hasPrefix("copy"), text.lowercased().contains("stdin") {
                    send(client, "G", [0, 0, 0])
                } else {
                    send(client, "C", Array("SET".utf8) + [0])
                    ready(client)
                }
            case UInt8(ascii: "c"), UInt8(ascii: "f"):
                send(client, "C", Array("COPY 0".utf8) + [0])
                ready(client)
            case UInt8(ascii: "X"): return
            default: continue
            }
        }
    }

    private func ready(_ client: Int32) { send(client, "Z", [UInt8(ascii: "I")]) }

    private func send(_ client: Int32, _ kind: Character, _ body: [UInt8]) {
        let length = UInt32(body.count + 4)
        let head = [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: length >> $0) }
        let message = Array(String(kind).utf8) + head + body
        _ = message.withUnsafeBytes { write(client, $0.baseAddress, $0.count) }
    }

    private func number(_ client: Int32) -> UInt32? {
        read(client, 4)?.reduce(0) { $0 << 8 | UInt32($1) }
    }

    private func read(_ client: Int32, _ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var done = 0
        while done < count {
            let got = bytes.withUnsafeMutableBytes { recv(client, $0.baseAddress.map { $0 + done }, count - done, 0) }
            guard got > 0 else { return nil }
            done += got
        }
        return bytes
    }
}
