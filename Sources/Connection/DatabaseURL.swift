public import AutogenSchema

/// Where a database is and how to sign in to it.
///
/// ```swift
/// let url = try DatabaseURL("postgresql://ada:secret@db.example.org/shop?sslmode=require")
/// print(url)  // postgresql://ada:***@db.example.org/shop?sslmode=require
/// ```
///
/// Accepted are `sqlite:PATH`, `sqlite:///ABSOLUTE/PATH`, `sqlite::memory:`, and what libpq accepts:
/// `postgresql://` and `postgres://` URLs and `host=... dbname=...` strings
/// (<https://www.postgresql.org/docs/current/libpq-connect.html#LIBPQ-CONNSTRING>).
/// A SQLite path is taken as it stands: nothing in it is percent-decoded.
public struct DatabaseURL: Sendable, Hashable {
    enum Form: Sendable, Hashable {
        case file(path: String)
        case url(PostgresURL)
        case conninfo(Conninfo)
    }

    let form: Form

    init(form: Form) { self.form = form }

    /// Reads one of the accepted forms.
    public init(_ text: String) throws(DatabaseURLError) {
        let text = text.trimmingWhitespace
        guard !text.isEmpty else { throw DatabaseURLError("it is empty") }
        guard !text.utf8.contains(0) else { throw DatabaseURLError("it holds a NUL character") }
        if let colon = text.firstIndex(of: ":"), let scheme = Self.scheme(text[..<colon]) {
            form = try Self.form(scheme: scheme, rest: text[text.index(after: colon)...])
        } else if text.contains("=") {
            form = .conninfo(try Conninfo(text))
        } else if [".db", ".sqlite", ".sqlite3"].contains(where: text.hasSuffix) {
            throw DatabaseURLError("it has no scheme; write sqlite: before the path of a SQLite file")
        } else {
            throw DatabaseURLError("it has no scheme")
        }
    }

    /// The SQLite database in the file at this path.
    public static func sqlite(path: String) -> DatabaseURL { DatabaseURL(form: .file(path: path)) }

    /// A SQLite database of its own, in memory, that lives as long as its connection.
    public static let memory = DatabaseURL.sqlite(path: ":memory:")

    /// The engine that the URL leads to.
    public var dialect: Dialect {
        switch form {
        case .file: .sqlite
        case .url, .conninfo: .postgresql
        }
    }

    /// The path of the SQLite file, or `:memory:`; `nil` for PostgreSQL.
    public var path: String? {
        switch form {
        case .file(let path): path
        case .url, .conninfo: nil
        }
    }

    /// The name of the PostgreSQL database where the URL has one; libpq takes it from `PGDATABASE`, a service file or
    /// the user's name otherwise.
    public var database: String? {
        switch form {
        case .file: nil
        case .url(let url): url.databaseName
        case .conninfo(let conninfo): conninfo["dbname"]
        }
    }

    /// The URL of another database on the same server, with the same user and settings.
    ///
    /// A SQLite URL names one file and no server: it is returned unchanged.
    package func replacing(database name: String) -> DatabaseURL {
        switch form {
        case .file: self
        case .url(let url): DatabaseURL(form: .url(url.replacing(database: name)))
        case .conninfo(let conninfo): DatabaseURL(form: .conninfo(conninfo.replacing(database: name)))
        }
    }

    /// The URL for another user of the same database; what proves who the old one is goes.
    ///
    /// A SQLite URL names no user: it is returned unchanged.
    package func replacing(user: String, password: String) -> DatabaseURL {
        switch form {
        case .file: self
        case .url(let url): DatabaseURL(form: .url(url.replacing(user: user, password: password)))
        case .conninfo(let conninfo): DatabaseURL(form: .conninfo(conninfo.replacing(user: user, password: password)))
        }
    }

    /// The text as the engine's own library reads it, with the password apart, so that no list of processes shows it.
    package var passwordApart: (text: String, password: String?) {
        switch form {
        case .file: return (secretText, nil)
        case .url(let url):
            let (plain, password) = url.passwordApart
            return (plain.text(maskingSecrets: false), password)
        case .conninfo(var conninfo):
            let password = conninfo["password"]
            conninfo.settings.removeAll { $0.key == "password" }
            return (conninfo.text(maskingSecrets: false), password)
        }
    }

    /// The whole text, password included, as the engine's own library reads it. Print the URL itself instead.
    public var secretText: String {
        switch form {
        case .file(let path): "sqlite:\(path)"
        case .url(let url): url.text(maskingSecrets: false)
        case .conninfo(let conninfo): conninfo.text(maskingSecrets: false)
        }
    }
}

extension DatabaseURL: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The URL with `***` in the place of each password.
    public var description: String {
        switch form {
        case .file(let path): "sqlite:\(path)"
        case .url(let url): url.text(maskingSecrets: true)
        case .conninfo(let conninfo): conninfo.text(maskingSecrets: true)
        }
    }

    /// The same as ``description``, so that no debugger prints a password.
    public var debugDescription: String { description }

    /// Without children, so that `dump` and a debugger show no password.
    public var customMirror: Mirror { Mirror(self, children: []) }
}

/// Which settings of a URL are kept out of messages.
enum Secret {
    static let mask = "***"

    /// Percent-encoded or not.
    static func isSecret(key: String) -> Bool { ConnectionOption.isSecret(Percent.decode(key) ?? key) }
}
