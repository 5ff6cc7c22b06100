import AutogenSQLText

/// What `CREATE FUNCTION` says of a function in C or of the server's own: nobody but a superuser may make one, since
/// nothing keeps it from anything
/// (<https://www.postgresql.org/docs/current/xfunc-c.html>).
struct MachineCode {
    /// The libraries that are named, without the server's folder before them.
    private(set) var libraries: [String] = []
    /// Whether all of it is written so that nothing else can be meant.
    private(set) var isReadable = true

    /// `nil` for a function in another language.
    init?(_ statement: SQLStatement) {
        var names: [String?] = []
        var strings: [(token: SQLToken, isFile: Bool)] = []
        var depth = 0
        var before = ""
        for token in statement.tokens {
            if before == "LANGUAGE" { names.append(Self.language(token, in: statement)) }
            if token.kind == .opening { depth += 1 }
            if token.kind == .closing { depth -= 1 }
            if depth == 0, token.kind == .string || token.kind == .dollarString {
                strings.append((token, before == "AS"))
            }
            before = depth == 0 ? statement.keyword(token) : ""
        }
        guard names.contains(where: { $0.map(Self.languages.contains) ?? true }) else { return nil }
        // A word LANGUAGE that is a name of something else; so is everything that is written with escapes.
        isReadable = !names.contains(nil)
        let isC = names.contains("c")
        for string in strings where isReadable {
            let value = string.token.value(in: statement.source)
            isReadable = !Self.hasEscapes(string.token, in: statement) && (!isC || Self.isPlain(value))
            if isC, string.isFile {
                libraries.append(String(value.dropFirst(value.hasPrefix(Self.root) ? Self.root.count : 0)))
            }
        }
    }

    private static let languages: Set = ["c", "internal"]

    private static func language(_ token: SQLToken, in statement: SQLStatement) -> String? {
        guard !hasEscapes(token, in: statement) else { return nil }
        if token.kind == .string { return token.value(in: statement.source).lowercased() }
        return statement.reader.name(of: token)
    }

    /// `E'\x63'`, `U&"\0063"`, or any backslash, which an old server reads as an escape.
    private static func hasEscapes(_ token: SQLToken, in statement: SQLStatement) -> Bool {
        let bytes = statement.source[token.range]
        let prefixes: Set<UInt8> = [UInt8(ascii: "E"), UInt8(ascii: "e"), UInt8(ascii: "U"), UInt8(ascii: "u")]
        let isPrefixed = token.kind != .word && bytes.first.map(prefixes.contains) ?? false
        return isPrefixed || bytes.contains(UInt8(ascii: "\\"))
    }

    private static let root = "$libdir/"

    /// A symbol, or a library in the server's own folder and no other.
    private static func isPlain(_ value: String) -> Bool {
        let name = value.hasPrefix(root) ? value.dropFirst(root.count) : value[...]
        return !name.isEmpty && !name.contains("..")
            && name.utf8.allSatisfy { byte in
                (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
                    || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "-") || byte == UInt8(ascii: ".")
            }
    }
}
