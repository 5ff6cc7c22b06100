public import AutogenConnection
public import AutogenSchema

/// Why there is no scratch database.
public struct ScratchError: ExplainedError, Sendable, Hashable {
    /// What keeps a scratch database from being made.
    public enum Reason: Sendable, Hashable {
        /// The user may not create databases.
        case notAllowed(user: String, DatabaseError)
        /// No database is at hand whose server could hold it.
        case noServer
        /// The setting names a database of another engine.
        case wrongDialect(DatabaseURL, wanted: Dialect)
        /// The user may make no lesser role.
        case noRole(user: String)
        /// The role of the scratch database can't sign in.
        case noLogin(DatabaseError, isPrivate: Bool)
        /// The user may make no lesser role, and reaches out of any database by these.
        case reaching(user: String, String)
        /// No private server can be started.
        case noLocal(String)
        /// The server refused to make or prepare it.
        case refused(DatabaseError)
    }

    /// Why there is none.
    public let reason: Reason

    init(_ reason: Reason) { self.reason = reason }

    /// Whether another server would do, since the user lacks rights on this one.
    var isOfRights: Bool {
        switch reason {
        case .notAllowed, .noRole, .noLogin, .reaching: true
        case .noServer, .wrongDialect, .noLocal, .refused: false
        }
    }

    var isOfLocalServer: Bool {
        switch reason {
        case .noLocal: true
        case .notAllowed, .noRole, .noLogin, .reaching, .noServer, .wrongDialect, .refused: false
        }
    }

    var firstLine: String { explanation.reason }

    /// `database` for missing rights, `unsafe` for what could reach further, `usage` for the setting, or that of the
    /// refusal.
    public var category: ErrorCategory {
        switch reason {
        case .refused(let error): error.category
        case .notAllowed, .noRole: .database
        case .noLogin, .reaching: .unsafe
        case .noServer, .wrongDialect, .noLocal: .usage
        }
    }

    /// The reason, and which setting or right would change it.
    public var explanation: Explanation {
        switch reason {
        case .notAllowed(let user, let error):
            Explanation(
                "no scratch database: \(error.message)",
                advice:
                    "grant the right with ALTER ROLE \(SQL.quoted(name: user)) CREATEDB, or name a server where you "
                    + "have it: scratch: URL in the configuration")
        case .noServer:
            Explanation(
                "no scratch database: PostgreSQL needs a server for it",
                advice: "name one: scratch: URL in the configuration")
        case .wrongDialect(let url, let wanted):
            Explanation(
                "no scratch database: \(url) is no \(wanted.title) database, and the schema is written for \(wanted.title)"
            )
        case .noRole(let user):
            Explanation("no scratch database: \(user) may make no role for it (CREATEROLE)")
        case .noLogin(let error, let isPrivate):
            Explanation(
                "no scratch database: the role that was made for it can't sign in: \(error.message)",
                advice: "with your own rights, what runs there could reach the whole server; "
                    + (isPrivate ? "" : "use a private server, scratch: local in the configuration, or ")
                    + "let the server take passwords (pg_hba.conf)")
        case .reaching(let user, let roles):
            Explanation(
                "no scratch database: \(user) may make no role for it (CREATEROLE), and what runs there could reach the "
                    + "whole server by way of \(roles)",
                advice:
                    "use a private server, scratch: local in the configuration, or name a server where a lesser user "
                    + "may make databases: scratch: URL")
        case .noLocal(let reason):
            Explanation(
                "no private server for the scratch database: \(reason)",
                advice: "name a server that can be used for it: scratch: URL in the configuration")
        case .refused(let error): Explanation("no scratch database: \(error)")
        }
    }
}
