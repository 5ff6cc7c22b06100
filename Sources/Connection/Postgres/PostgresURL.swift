import AutogenSchema

/// A `postgresql://` URL in its parts, each as it was written, percent-encoding included.
///
/// What libpq would refuse with a message that repeats its input, and so perhaps a password, is refused here first.
struct PostgresURL: Sendable, Hashable {
    struct Parameter: Sendable, Hashable {
        let key: String
        let value: String
    }

    let scheme: String
    var user: String?
    var password: String?
    /// `HOST:PORT` pairs separated by commas; may be empty.
    var hosts: String
    var database: String?
    var parameters: [Parameter]

    init(scheme: String, rest: Substring) throws(DatabaseURLError) {
        self.scheme = scheme
        // libpq looks for the end of the sign-in part first, so a password may hold a question mark.
        let end = rest.firstIndex { $0 == "@" || $0 == "/" } ?? rest.endIndex
        var hostPart = rest
        if end < rest.endIndex, rest[end] == "@" {
            let signIn = rest[..<end].split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false)
            user = String(signIn[0])
            password = signIn.count > 1 ? String(signIn[1]) : nil
            hostPart = rest[rest.index(after: end)...]
        }
        let halves = hostPart.split(separator: "?", maxSplits: 1, omittingEmptySubsequences: false)
        let location = halves[0].split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard !halves[0].unicodeScalars.contains("@") else {
            throw DatabaseURLError("an @ or / inside the user name, password or database must be written %40 or %2F")
        }
        hosts = String(location[0])
        database = location.count > 1 ? String(location[1]) : nil
        parameters = halves.count > 1 ? try Self.parameters(halves[1]) : []
        try Self.check(user, "user name")
        try Self.check(password, "password")
        try Self.check(hosts, "host")
        guard hosts.split(separator: ",").allSatisfy(Self.isHost) else {
            throw DatabaseURLError(
                "behind a host stands a : and what is no number of a port; a password comes before an @, as in "
                    + "postgresql://USER:PASSWORD@HOST:PORT/DATABASE")
        }
        try Self.check(database, "database name")
    }

    /// `HOST`, `HOST:PORT`, or an address of version 6 in brackets in the place of the host.
    private static func isHost(_ text: Substring) -> Bool {
        var rest = text
        if rest.first == "[" {
            guard let end = rest.firstIndex(of: "]") else { return false }
            rest = rest[rest.index(after: end)...]
        }
        guard let colon = rest.firstIndex(of: ":") else { return rest.isEmpty || text.first != "[" }
        return rest[rest.index(after: colon)...].utf8.allSatisfy { (0x30...0x39).contains($0) }
    }

    private static func parameters(_ text: Substring) throws(DatabaseURLError) -> [Parameter] {
        var result: [Parameter] = []
        for item in text.split(separator: "&") {
            let parts = item.split(separator: "=", omittingEmptySubsequences: false)
            guard parts.count == 2 else {
                throw DatabaseURLError(
                    "parameter \(result.count + 1) after the ? is not KEY=VALUE; write %26 for & and %3D for =")
            }
            let parameter = Parameter(key: String(parts[0]), value: String(parts[1]))
            try check(parameter.value, "value of the parameter \(parameter.key)")
            result.append(parameter)
        }
        return result
    }

    private static func check(_ text: String?, _ part: String) throws(DatabaseURLError) {
        guard let text else { return }
        guard let decoded = Percent.decode(text), !decoded.utf8.contains(0) else {
            throw DatabaseURLError(
                "the \(part) has a % that is not followed by two hexadecimal digits; write %25 for %")
        }
    }

    var databaseName: String? {
        if let parameter = parameters.last(where: { $0.key == "dbname" }) { return Percent.decode(parameter.value) }
        guard let database, !database.isEmpty else { return nil }
        return Percent.decode(database)
    }

    func replacing(database name: String) -> PostgresURL {
        var copy = self
        copy.database = Percent.encode(name)
        copy.parameters.removeAll { $0.key == "dbname" }
        return copy
    }

    func replacing(user: String, password: String) -> PostgresURL {
        var copy = self
        copy.user = Percent.encode(user)
        copy.password = Percent.encode(password)
        copy.parameters.removeAll { Conninfo.identityKeys.contains(Percent.decode($0.key) ?? $0.key) }
        return copy
    }

    var passwordApart: (url: PostgresURL, password: String?) {
        var copy = self
        copy.password = nil
        copy.parameters.removeAll { Percent.decode($0.key) == "password" }
        let given = parameters.last { Percent.decode($0.key) == "password" }?.value ?? password
        return (copy, given.flatMap(Percent.decode))
    }

    func text(maskingSecrets: Bool) -> String {
        var text = "\(scheme)://"
        if let user {
            text += user
            if let password { text += ":" + (maskingSecrets ? Secret.mask : password) }
            text += "@"
        }
        text += hosts
        if let database { text += "/" + database }
        let items = parameters.map { item in
            "\(item.key)=\(maskingSecrets && Secret.isSecret(key: item.key) ? Secret.mask : item.value)"
        }
        return items.isEmpty ? text : text + "?" + items.joined(separator: "&")
    }
}
