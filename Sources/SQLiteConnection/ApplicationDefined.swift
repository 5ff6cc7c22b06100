/// What a statement misses that the application defines on its own connections.
enum ApplicationDefined {
    /// How to provide it, by the words of SQLite's message, since it has one code for all of them.
    static func hint(for message: String) -> String? {
        let forms: [(String, (String) -> String?)] = [
            ("no such collation sequence: ", { "collations: [\($0)]" }),
            ("no such function: ", { "functions: [\($0)]" }),
            ("unknown function: ", { "functions: [\($0.hasSuffix("()") ? String($0.dropLast(2)) : $0)]" }),
            ("no such module: ", { _ in nil }),
            ("no such tokenizer: ", { _ in nil }),
            ("unknown tokenizer: ", { _ in nil }),
        ]
        for (beginning, standIn) in forms {
            guard let start = message.firstRange(of: beginning) else { continue }
            let library =
                "if the application defines it, name the library that does under \"sqlite: extensions\" in autogen.yaml"
            let name = String(message[start.upperBound...])
            guard let standIn = standIn(name) else { return library }
            return "\(library), or, to read and compare only, \"sqlite: stand-ins: {\(standIn)}\""
        }
        return nil
    }
}
