/// A libpq connection string of key words and values: `host=db port=5432 dbname='my db'`.
struct Conninfo: Sendable, Hashable {
    struct Setting: Sendable, Hashable {
        let key: String
        let value: String
    }

    var settings: [Setting] = []

    /// Reads the string as libpq does: values in single quotes may hold spaces, a backslash takes the next character
    /// as it stands, spaces around `=` don't count.
    init(_ text: String) throws(DatabaseURLError) {
        var rest = Substring(text)
        while true {
            rest = rest.drop(while: Self.isSpace)
            if rest.isEmpty { break }
            let key = rest.prefix { $0 != "=" && !Self.isSpace($0) }
            rest = rest[key.endIndex...].drop(while: Self.isSpace)
            guard !key.isEmpty, rest.first == "=" else {
                let place = settings.last.map { "after the value of \($0.key)" } ?? "at the start"
                throw DatabaseURLError("KEY=VALUE is missing \(place); write values with spaces in single quotes")
            }
            rest = rest.dropFirst().drop(while: Self.isSpace)
            settings.append(Setting(key: String(key), value: try Self.value(&rest, key)))
        }
    }

    private static func value(_ rest: inout Substring, _ key: Substring) throws(DatabaseURLError) -> String {
        var value = ""
        let quoted = rest.first == "'"
        if quoted { rest.removeFirst() }
        while let character = rest.first {
            if quoted ? character == "'" : isSpace(character) { break }
            rest.removeFirst()
            if character == "\\" {
                if let next = rest.popFirst() { value.append(next) }
            } else {
                value.append(character)
            }
        }
        if quoted, rest.popFirst() == nil { throw DatabaseURLError("the quoted value of \(key) has no closing quote") }
        return value
    }

    subscript(key: String) -> String? { settings.last { $0.key == key }?.value }

    func replacing(database name: String) -> Conninfo {
        var copy = self
        copy.settings.removeAll { $0.key == "dbname" }
        copy.settings.append(Setting(key: "dbname", value: name))
        return copy
    }

    /// What says who signs in, and proves it.
    static let identityKeys: Set<String> = [
        "user", "password", "passfile", "sslcert", "sslkey", "sslpassword", "sslcertmode", "scram_client_key",
        "scram_server_key",
    ]

    func replacing(user: String, password: String) -> Conninfo {
        var copy = self
        copy.settings.removeAll { Self.identityKeys.contains($0.key) }
        copy.settings += [Setting(key: "user", value: user), Setting(key: "password", value: password)]
        return copy
    }

    func text(maskingSecrets: Bool) -> String {
        settings.map { setting in
            if maskingSecrets, Secret.isSecret(key: setting.key) { return "\(setting.key)=\(Secret.mask)" }
            return "\(setting.key)=\(Self.quoted(setting.value))"
        }.joined(separator: " ")
    }

    /// As C's `isspace` has it, and so libpq.
    private static func isSpace(_ character: Character) -> Bool {
        character.unicodeScalars.allSatisfy { $0 == " " || (0x09...0x0D).contains($0.value) }
    }

    private static func quoted(_ value: String) -> String {
        let plain = !value.isEmpty && value.allSatisfy { !isSpace($0) && $0 != "'" && $0 != "\\" }
        if plain { return value }
        return "'" + value.replacing("\\", with: "\\\\").replacing("'", with: "\\'") + "'"
    }
}
