import Testing

/// A change of tables that clients use, each on the schema that the ones before have made.
struct OnlineChange: Sendable, CustomTestStringConvertible {
    let name: String
    /// The id of its revision.
    let id: String
    /// A piece of the declared schema, and what stands in its place afterwards.
    let old: String
    let new: String
    /// Whether plain DDL keeps clients waiting for as long as it goes through the rows.
    let waitsWhenPlain: Bool

    var testDescription: String { name }

    private init(_ number: Int, _ name: String, _ old: String, _ new: String, waits: Bool) {
        self.name = name
        id = "c\(number)"
        self.old = old
        self.new = new
        waitsWhenPlain = waits
    }

    static let schema = """
        CREATE TABLE owner (id bigint PRIMARY KEY, name text NOT NULL);
        CREATE TABLE item (
            id bigint,
            owner bigint,
            code text,
            qty integer,
            note varchar(50),
            spare text,
            made timestamptz NOT NULL DEFAULT now(),
            CONSTRAINT item_pkey PRIMARY KEY (id)
        );
        CREATE INDEX item_code ON item (code);
        CREATE INDEX item_spare ON item (spare);
        CREATE TABLE event (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
        CREATE TABLE event_1 PARTITION OF event FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
        CREATE TABLE event_rest PARTITION OF event DEFAULT;
        CREATE TABLE event_2 (id bigint, day date NOT NULL);
        CREATE TABLE log (id bigint, day date NOT NULL) PARTITION BY RANGE (day);
        CREATE TABLE log_1 PARTITION OF log FOR VALUES FROM ('2026-01-01') TO ('2026-02-01');
        CREATE TABLE log_2 PARTITION OF log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');

        """

    /// So many rows in `item`, and as many in partitions.
    static func rows(_ count: Int) -> String {
        """
        INSERT INTO owner SELECT g, 'owner ' || g FROM generate_series(1, 1000) g;
        INSERT INTO item (id, owner, code, qty, note)
            SELECT g, g % 1000 + 1, 'code ' || g, g % 100, 'note' FROM generate_series(1, \(count)) g;
        INSERT INTO event SELECT g, DATE '2026-01-01' + g % 31 FROM generate_series(1, \(count / 4)) g;
        INSERT INTO event SELECT g, DATE '2026-05-01' + g % 31 FROM generate_series(1, \(count / 4)) g;
        INSERT INTO event_2 SELECT g, DATE '2026-02-01' + g % 28 FROM generate_series(1, \(count / 2)) g;
        INSERT INTO log SELECT g, DATE '2026-01-01' + g % 31 FROM generate_series(1, 1000) g;
        INSERT INTO log SELECT g, DATE '2026-02-01' + g % 28 FROM generate_series(1, \(count / 2)) g;
        ANALYZE;
        """
    }

    static let all = [
        OnlineChange(
            1, "an index is added", "CREATE TABLE event (",
            "CREATE INDEX item_owner ON item (owner);\nCREATE TABLE event (",
            waits: true),
        OnlineChange(
            2, "an index is replaced", "item_code ON item (code)", "item_code ON item (code, qty)", waits: true),
        OnlineChange(3, "an index is dropped", "CREATE INDEX item_spare ON item (spare);\n", "", waits: false),
        OnlineChange(4, "a check is added", "qty integer,", "qty integer CHECK (qty >= 0),", waits: true),
        OnlineChange(5, "a foreign key is added", "owner bigint,", "owner bigint REFERENCES owner,", waits: true),
        OnlineChange(6, "a column refuses NULL", "note varchar(50),", "note varchar(50) NOT NULL,", waits: true),
        OnlineChange(7, "a column is filled", "spare text,", "spare text NOT NULL DEFAULT '',", waits: true),
        OnlineChange(8, "a column becomes unique", "code text,", "code text UNIQUE,", waits: true),
        OnlineChange(
            9, "a primary key is replaced", "PRIMARY KEY (id)\n", "PRIMARY KEY (id) INCLUDE (qty)\n", waits: true),
        OnlineChange(
            10, "a column comes with a value for each row", "made timestamptz",
            "token uuid NOT NULL DEFAULT gen_random_uuid(),\n    made timestamptz", waits: true),
        OnlineChange(
            11, "a column comes with one value for all", "made timestamptz",
            "kind text NOT NULL DEFAULT 'plain',\n    made timestamptz", waits: false),
        OnlineChange(12, "a column takes longer texts", "varchar(50)", "varchar(80)", waits: false),
        OnlineChange(
            13, "a filled table becomes a partition", "event_2 (id bigint, day date NOT NULL);",
            "event_2 PARTITION OF event FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');", waits: false),
        OnlineChange(
            14, "a table with partitions gets an index", "CREATE TABLE log (",
            "CREATE INDEX event_id ON event (id);\nCREATE TABLE log (", waits: true),
        OnlineChange(
            15, "a partition leaves", "log_2 PARTITION OF log FOR VALUES FROM ('2026-02-01') TO ('2026-03-01');",
            "log_2 (id bigint, day date NOT NULL);", waits: false),
        OnlineChange(
            16, "a column is dropped", "    made timestamptz NOT NULL DEFAULT now(),\n", "", waits: false),
        OnlineChange(
            17, "a trigger is added", "CREATE TABLE event (",
            """
            CREATE FUNCTION kept() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER item_kept BEFORE UPDATE ON item FOR EACH ROW EXECUTE FUNCTION kept();
            CREATE TABLE event (
            """, waits: false),
    ]
}

/// A project with a revision for each of the changes, behind the first that makes the tables.
final class OnlineProject: Sendable {
    let project: Project

    /// - Parameter url: a database on the server where scratch databases are made.
    init(url: String, online: Bool = true) async throws {
        project = try await Project(url: url, schema: OnlineChange.schema)
        if !online {
            let settings = try project.text("autogen.yaml")
            let patient = settings.replacing("revisions:\n", with: "revisions:\n  lock-timeout: 5s\n  retries: 0\n")
            try #require(patient != settings)
            try project.write(patient, to: "autogen.yaml")
        }
        try await project.done("revision", "--offline", "--rev-id", "c0", "-m", "the tables")
        var schema = OnlineChange.schema
        for change in OnlineChange.all {
            let next = schema.replacing(change.old, with: change.new)
            try #require(next != schema, "\(change.name)")
            schema = next
            try project.write(schema, to: "schema/schema.sql")
            try await project.done(
                [
                    "revision", "--offline", "--rev-id", change.id, "-m", change.name, "--allow", "data-loss",
                    "--allow", "undecided",
                ]
                    + (online ? [] : ["--no-online"]))
        }
    }

    /// What a revision says.
    func script(of id: String) throws -> String {
        let name = try project.files("revisions").first { $0.contains("_\(id)_") }
        return try project.text("revisions/\(#require(name))")
    }
}
