/// A message of the server that is no error, such as the `NOTICE` of `DROP TABLE IF EXISTS`.
public struct PostgresNotice: Sendable, Hashable {
    /// `NOTICE`, `WARNING`, `INFO`, `LOG` or `DEBUG`, untranslated.
    public let severity: String
    /// The SQLSTATE, such as `00000`.
    public let code: String
    public let message: String
    public let detail: String?
    public let hint: String?
}
