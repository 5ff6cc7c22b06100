import AutogenSchema
import Testing

/// Kinds of drift on SQLite: each found, named, repaired and taken over by the report's own SQL.
@Suite struct SQLiteDriftTests {
    @Test(arguments: cases) func drift(_ drift: DriftCase) async throws {
        try await drift.check(on: Self.sample)
    }

    static let sample = Sample(
        dialect: .sqlite,
        schema: """
            CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL, age INTEGER CHECK (age >= 18), note TEXT DEFAULT 'x');
            CREATE UNIQUE INDEX users_email ON users (email);
            CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL REFERENCES users (id), total REAL);
            CREATE INDEX orders_of_buyer ON orders (buyer);
            CREATE VIEW buyers AS SELECT email FROM users;
            CREATE TRIGGER lower_email AFTER INSERT ON users BEGIN UPDATE users SET email = lower(email); END;
            """)

    static let cases: [DriftCase] = [
        DriftCase("a table more", "CREATE TABLE tmp (id INTEGER PRIMARY KEY)", "unexpected table main.tmp"),
        DriftCase("a table less", "DROP TABLE orders", "missing table main.orders"),
        DriftCase("a column more", "ALTER TABLE users ADD nickname TEXT", "unexpected column main.users.nickname"),
        DriftCase("a column less", "ALTER TABLE orders DROP total", "missing column main.orders.total"),
        DriftCase(
            "a column under another name", "ALTER TABLE orders RENAME total TO sum", "missing column main.orders.total",
            "unexpected column main.orders.sum"),
        DriftCase("an index more", "CREATE INDEX tmp_idx ON orders (total)", "unexpected index main.tmp_idx"),
        DriftCase("an index less", "DROP INDEX orders_of_buyer", "missing index main.orders_of_buyer"),
        DriftCase(
            "no longer unique", "DROP INDEX users_email; CREATE INDEX users_email ON users (email)",
            "changed index main.users_email"),
        DriftCase(
            "another view", "DROP VIEW buyers; CREATE VIEW buyers AS SELECT id, email FROM users",
            "changed view main.buyers"),
        DriftCase("a view less", "DROP VIEW buyers", "missing view main.buyers"),
        DriftCase("a trigger less", "DROP TRIGGER lower_email", "missing trigger main.users.lower_email"),
        DriftCase(
            "another trigger",
            "DROP TRIGGER lower_email; CREATE TRIGGER lower_email AFTER UPDATE ON users BEGIN SELECT 1; END",
            "changed trigger main.users.lower_email"),
        DriftCase(
            "another type, made anew",
            "DROP TABLE orders; CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL REFERENCES users (id), total TEXT); CREATE INDEX orders_of_buyer ON orders (buyer)",
            "changed column main.orders.total"),
        DriftCase(
            "made anew without what guards it",
            "DROP TABLE orders; CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER, total REAL); CREATE INDEX orders_of_buyer ON orders (buyer)",
            "changed column main.orders.buyer",
            "missing constraint main.orders.\"foreign key (buyer) references users\""),
        DriftCase(
            "made anew and strict",
            "DROP TABLE orders; CREATE TABLE orders (id INTEGER PRIMARY KEY, buyer INTEGER NOT NULL REFERENCES users (id), total REAL) STRICT; CREATE INDEX orders_of_buyer ON orders (buyer)",
            "changed table main.orders"),
    ]
}
