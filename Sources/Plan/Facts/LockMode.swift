/// A lock on a relation of PostgreSQL's, from the weakest to the strongest.
///
/// What conflicts with what: <https://www.postgresql.org/docs/current/explicit-locking.html#LOCKING-TABLES>. The raw values
/// are the words of `LOCK TABLE`.
public enum LockMode: String, Sendable, Hashable, CaseIterable, Comparable {
    /// What a query takes.
    case accessShare = "ACCESS SHARE"
    /// What `SELECT ... FOR UPDATE` takes.
    case rowShare = "ROW SHARE"
    /// What `INSERT`, `UPDATE` and `DELETE` take.
    case rowExclusive = "ROW EXCLUSIVE"
    /// What `VACUUM`, `ANALYZE` and `VALIDATE CONSTRAINT` take: other changes of the schema wait, clients don't.
    case shareUpdateExclusive = "SHARE UPDATE EXCLUSIVE"
    /// What `CREATE INDEX` takes.
    case share = "SHARE"
    /// What `CREATE TRIGGER` and a new foreign key take.
    case shareRowExclusive = "SHARE ROW EXCLUSIVE"
    /// What `REFRESH MATERIALIZED VIEW CONCURRENTLY` takes.
    case exclusive = "EXCLUSIVE"
    /// What `DROP TABLE` and most of `ALTER TABLE` take.
    case accessExclusive = "ACCESS EXCLUSIVE"

    /// Whether who changes rows waits for it.
    public var blocksWrites: Bool { self >= .share }
    /// Whether who only reads waits for it.
    public var blocksReads: Bool { self == .accessExclusive }

    /// By strength.
    public static func < (left: Self, right: Self) -> Bool { left.strength < right.strength }

    private var strength: Int {
        switch self {
        case .accessShare: 0
        case .rowShare: 1
        case .rowExclusive: 2
        case .shareUpdateExclusive: 3
        case .share: 4
        case .shareRowExclusive: 5
        case .exclusive: 6
        case .accessExclusive: 7
        }
    }
}
