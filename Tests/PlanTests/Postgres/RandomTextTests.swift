import AutogenConnection
import AutogenDiff
import AutogenPlan
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// What the server writes of an author's expressions, replaced by anything: decisions and order stay as they are.
@Suite struct RandomTextTests {
    private static let start = """
        CREATE TYPE mood AS ENUM ('sad', 'ok');
        CREATE DOMAIN positive AS integer DEFAULT 11 + 12 CONSTRAINT over CHECK (value > 100);
        ALTER DOMAIN positive ADD CONSTRAINT under CHECK (value < 999) NOT VALID;
        CREATE FUNCTION twice(a integer) RETURNS integer LANGUAGE sql RETURN a * 2;
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TABLE t (id integer PRIMARY KEY, a text DEFAULT 'x' || 'y', b text COLLATE "C", c integer,
            e integer GENERATED ALWAYS AS (c * 17) STORED, CONSTRAINT long CHECK (length(a) > 3),
            CONSTRAINT here CHECK (length(b) > 4) NO INHERIT, CONSTRAINT x EXCLUDE USING btree (c WITH =) WHERE (c > 7));
        ALTER TABLE t ADD CONSTRAINT later CHECK (length(b) > 5) NOT VALID;
        CREATE TABLE r (id integer, t integer REFERENCES t DEFERRABLE);
        CREATE TABLE h (f integer) INHERITS (t);
        CREATE INDEX i ON t (lower(a)) WITH (fillfactor = 60) WHERE length(a) > 8;
        CREATE INDEX j ON t (upper(a));
        CREATE VIEW v AS SELECT id, c FROM t WHERE c > 21;
        CREATE VIEW w AS SELECT id FROM v WHERE c > 22;
        CREATE MATERIALIZED VIEW m AS SELECT id, c + 23 AS d FROM t;
        CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (new.c > 31) EXECUTE FUNCTION note();
        CREATE RULE ru AS ON DELETE TO r WHERE old.id > 32 DO INSTEAD NOTHING;
        ALTER TABLE r ENABLE ROW LEVEL SECURITY;
        CREATE POLICY po ON r USING (id > 41);
        CREATE STATISTICS st ON a, lower(b) FROM t;
        CREATE TABLE p (k text, n integer, CONSTRAINT pc CHECK (n > 51)) PARTITION BY RANGE (lower(k));
        CREATE TABLE p1 PARTITION OF p FOR VALUES FROM ('a') TO ('m');
        CREATE TABLE p2 PARTITION OF p DEFAULT;
        """
    private static let goal = """
        CREATE TYPE mood AS ENUM ('sad', 'ok', 'fine');
        CREATE DOMAIN positive AS integer DEFAULT 13 + 14 CONSTRAINT over CHECK (value > 100);
        ALTER DOMAIN positive ADD CONSTRAINT under CHECK (value < 999);
        CREATE FUNCTION twice(a integer) RETURNS integer LANGUAGE sql RETURN a * 3;
        CREATE FUNCTION note() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; END';
        CREATE TABLE t (id integer PRIMARY KEY, a text DEFAULT 'x' || 'z', b text COLLATE "C", c bigint,
            e integer GENERATED ALWAYS AS (id * 18) STORED, CONSTRAINT length CHECK (length(a) > 3),
            CONSTRAINT here CHECK (length(b) > 4), CONSTRAINT x EXCLUDE USING btree (c WITH =) WHERE (c > 9));
        ALTER TABLE t ADD CONSTRAINT later CHECK (length(b) > 5);
        CREATE TABLE r (id integer, t integer REFERENCES t INITIALLY DEFERRED);
        CREATE TABLE h (id integer PRIMARY KEY, a text, b text COLLATE "C", c bigint, e integer, f integer);
        CREATE INDEX i ON t (lower(a)) WITH (fillfactor = 70) WHERE length(a) > 8;
        CREATE INDEX j2 ON t (upper(a));
        CREATE VIEW v AS SELECT id, c FROM t WHERE c > 24;
        CREATE VIEW w AS SELECT id FROM v WHERE c > 22;
        CREATE MATERIALIZED VIEW m AS SELECT id, c + 25 AS d FROM t;
        CREATE TRIGGER tr BEFORE INSERT ON t FOR EACH ROW WHEN (new.c > 33) EXECUTE FUNCTION note();
        CREATE RULE ru AS ON DELETE TO r WHERE old.id > 34 DO INSTEAD NOTHING;
        ALTER TABLE r ENABLE ROW LEVEL SECURITY;
        CREATE POLICY po ON r USING (id > 42);
        CREATE STATISTICS st2 ON a, lower(b) FROM t;
        CREATE TABLE p (k text, n bigint, CONSTRAINT pc CHECK (n > 51)) PARTITION BY RANGE (lower(k));
        CREATE TABLE p1 (k text, n integer);
        CREATE TABLE p2 PARTITION OF p DEFAULT;
        CREATE TABLE p3 PARTITION OF p FOR VALUES FROM ('a') TO ('g');
        """

    /// The attributes that are text of the server's, by kind.
    private static let names: [Kind: Set<String>] = [
        .constraint: ["definition", "clause"], .domainConstraint: ["definition", "clause"], .domain: ["default"],
        .index: ["definition", "keys", "predicate"], .trigger: ["definition", "clause"],
        .rule: ["definition", "clause"], .view: ["definition"], .materializedView: ["definition"],
        .statistics: ["definition", "clause"], .columnDefault: ["expression"], .column: ["generated"],
        .policy: ["using", "check"], .function: ["definition"], .table: ["partition key"],
    ]

    @Test func changesNoDecision() async throws {
        let from = try await TestServer.with(Self.start) { try await Reflector.catalog(of: $0) }
        let to = try await TestServer.with(Self.goal) { try await Reflector.catalog(of: $0) }
        for seed in 1...20 {
            var texts = RandomTexts(seed: UInt64(seed), names: Self.names)
            guard try texts.changeNothing(from, to, Planner(rules: PostgresRules())) else { return }
        }
    }
}
