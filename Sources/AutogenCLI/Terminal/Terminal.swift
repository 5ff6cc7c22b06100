import Synchronization

#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// Where output goes, and whether it may have colours.
struct Terminal: Sendable {
    let outputColours: Bool
    let errorColours: Bool
    /// Whether a person watches what is said beside the results.
    let isWatched: Bool
    /// Whether the last line on stderr is one that the next replaces.
    private let passing = PassingLine()

    init(_ choice: ColorChoice, environment: [String: String]) {
        outputColours = choice.allows(STDOUT_FILENO, environment)
        errorColours = choice.allows(STDERR_FILENO, environment)
        isWatched = isatty(STDERR_FILENO) == 1
    }

    /// Results for a person.
    func print(_ text: String) {
        clearShown()
        Self.write(Style.visible(text, keepsColours: outputColours) + "\n", to: STDOUT_FILENO)
    }

    /// A result as it stands, line ends included: on the way to a program every byte of it counts.
    func printRaw(_ text: String) {
        clearShown()
        let isSeen = isatty(STDOUT_FILENO) == 1
        Self.write(isSeen ? Style.visible(text, keepsColours: outputColours) : text, to: STDOUT_FILENO)
    }

    /// Everything else.
    func say(_ text: String) {
        clearShown()
        Self.write(Style.visible(text, keepsColours: errorColours) + "\n", to: STDERR_FILENO)
    }

    /// A question, behind which the answer is typed.
    func sayRaw(_ text: String) {
        clearShown()
        Self.write(Style.visible(text, keepsColours: errorColours), to: STDERR_FILENO)
    }

    /// What matters only until the next line: at a terminal that line takes its place.
    func show(_ text: String) {
        guard isWatched else { return say(text) }
        Self.write("\r\u{1B}[2K\(Style.visible(text, keepsColours: errorColours))", to: STDERR_FILENO)
        passing.isThere.store(true, ordering: .relaxed)
    }

    func clearShown() {
        if passing.isThere.exchange(false, ordering: .relaxed) { Self.write("\r\u{1B}[2K", to: STDERR_FILENO) }
    }

    func output(_ text: String, _ style: Style) -> String { outputColours ? style.applied(to: text) : text }
    func error(_ text: String, _ style: Style) -> String { errorColours ? style.applied(to: text) : text }

    /// Straight to the descriptor, so that two writers can't mix within a line.
    private static func write(_ text: String, to descriptor: Int32) {
        var text = text
        text.withUTF8 { buffer in
            var sent = 0
            while sent < buffer.count, let start = buffer.baseAddress {
                let count = systemWrite(descriptor, start + sent, buffer.count - sent)
                if count < 0, errno == EINTR { continue }
                guard count > 0 else { return }
                sent += count
            }
        }
    }

    private static func systemWrite(_ descriptor: Int32, _ start: UnsafePointer<UInt8>, _ count: Int) -> Int {
        #if canImport(Glibc)
            Glibc.write(descriptor, start, count)
        #else
            Darwin.write(descriptor, start, count)
        #endif
    }
}

/// Shared by the copies of a terminal.
private final class PassingLine: Sendable {
    let isThere = Atomic(false)
}
