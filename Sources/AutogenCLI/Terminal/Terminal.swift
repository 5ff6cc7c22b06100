#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where output goes, and whether it may have colours.
struct Terminal: Sendable {
    let outputColours: Bool
    let errorColours: Bool

    init(_ choice: ColorChoice, environment: [String: String]) {
        outputColours = choice.allows(STDOUT_FILENO, environment)
        errorColours = choice.allows(STDERR_FILENO, environment)
    }

    /// Results.
    func print(_ text: String) { Self.write(text + "\n", to: STDOUT_FILENO) }

    /// A result as it stands, line ends included.
    func printRaw(_ text: String) { Self.write(text, to: STDOUT_FILENO) }

    /// Everything else.
    func say(_ text: String) { Self.write(text + "\n", to: STDERR_FILENO) }

    func output(_ text: String, _ style: Style) -> String { outputColours ? style.applied(to: text) : text }
    func error(_ text: String, _ style: Style) -> String { errorColours ? style.applied(to: text) : text }

    /// Straight to the descriptor, so that two writers can't mix within a line.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in
            var rest = buffer[...]
            while !rest.isEmpty {
                let count = rest.withUnsafeBytes { bytes in
                    #if canImport(Glibc)
                        Glibc.write(descriptor, bytes.baseAddress, bytes.count)
                    #else
                        Darwin.write(descriptor, bytes.baseAddress, bytes.count)
                    #endif
                }
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                rest = rest.dropFirst(count)
            }
        }
    }
}
