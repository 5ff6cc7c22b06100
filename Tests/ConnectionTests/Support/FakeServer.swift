import AutogenConnection
import Dispatch

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// A TCP port that answers as a scripted PostgreSQL server would: what no well-behaved server does on request.
final class FakeServer: Sendable {
    enum Behaviour: Sendable {
        /// Takes the connection and never says a word.
        case silent
        /// Asks for a password, and refuses it.
        case refusesPassword
    }

    struct NoPort: Error {}

    let port: UInt16
    private let listener: Int32

    init(_ behaviour: Behaviour) throws {
        let listener = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var address = sockaddr_in()
        address.sin_family = sa_family_t(AF_INET)
        address.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        var size = socklen_t(MemoryLayout<sockaddr_in>.size)
        let bound = withUnsafeMutablePointer(to: &address) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { address in
                bind(listener, address, size) == 0 && listen(listener, 8) == 0
                    && getsockname(listener, address, &size) == 0
            }
        }
        guard bound else { throw NoPort() }
        self.listener = listener
        port = UInt16(bigEndian: address.sin_port)
        switch behaviour {
        case .silent: break
        case .refusesPassword: DispatchQueue(label: "fake server").async { Self.refusePassword(listener) }
        }
    }

    deinit { close(listener) }

    func url(_ signIn: String, parameters: String = "") throws -> DatabaseURL {
        try DatabaseURL("postgresql://\(signIn)@127.0.0.1:\(port)/shop?sslmode=disable&gssencmode=disable\(parameters)")
    }

    private static func refusePassword(_ listener: Int32) {
        let client = accept(listener, nil, nil)
        defer { close(client) }
        var buffer = [UInt8](repeating: 0, count: 4096)
        _ = read(client, &buffer, buffer.count)
        let askForPassword: [UInt8] = [UInt8(ascii: "R"), 0, 0, 0, 8, 0, 0, 0, 3]
        _ = write(client, askForPassword, askForPassword.count)
        _ = read(client, &buffer, buffer.count)
        let fields = "SFATAL\0VFATAL\0C28P01\0Mpassword authentication failed for user \"ada\"\0\0".utf8
        let refusal = [UInt8(ascii: "E"), 0, 0, 0, UInt8(fields.count + 4)] + fields
        _ = write(client, refusal, refusal.count)
    }
}
