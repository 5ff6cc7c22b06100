import AutogenConnection
import AutogenDiff
import AutogenReflection
import AutogenSchema
import TestSupport
import Testing

/// What a snapshot of an earlier version leaves to text is read out of it as the server says it.
@Suite struct EarlierSnapshotTests {
    private static let words = " NO INHERIT NOT VALID DEFERRABLE INITIALLY DEFERRED INCLUDE (x) WITH (a=1) WHERE b"
    private static let schema = """
        CREATE TABLE a (id integer PRIMARY KEY, t text, u text, n bigint DEFAULT NULL::integer, m text DEFAULT ' NULL',
            CONSTRAINT c1 CHECK (t <> '\(words)') NO INHERIT, CONSTRAINT c2 CHECK (t <> '\(words)'),
            CONSTRAINT "c 3" UNIQUE (t) INCLUDE (u) DEFERRABLE INITIALLY DEFERRED,
            CONSTRAINT c5 EXCLUDE USING btree (n WITH =) WHERE (u <> '\(words)') DEFERRABLE);
        ALTER TABLE a ADD CONSTRAINT c4 CHECK (t <> '\(words)') NOT VALID;
        CREATE TABLE b (id integer, a integer);
        ALTER TABLE b ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES a DEFERRABLE NOT VALID,
            ADD CONSTRAINT g FOREIGN KEY (a) REFERENCES a ON DELETE CASCADE DEFERRABLE INITIALLY DEFERRED;
        CREATE INDEX "on x" ON a (lower(t || '\(words)'), u DESC) INCLUDE (n)
            WITH (fillfactor = 50, deduplicate_items = off) WHERE t <> '\(words)';
        CREATE INDEX i2 ON a USING gin (to_tsvector('english', t)) WITH (fastupdate = on);
        CREATE UNIQUE INDEX i3 ON a (id, u COLLATE "C" text_pattern_ops);
        CREATE TABLE p (k text, id integer, j text) PARTITION BY RANGE ((k || ' id, j'), j COLLATE "C" text_pattern_ops);
        CREATE TABLE p1 PARTITION OF p DEFAULT;
        CREATE TABLE p2 PARTITION OF p FOR VALUES FROM ('a)', MINVALUE) TO ('it''s (', 'b');
        CREATE INDEX pi ON p (k);
        CREATE TABLE nothing (id integer NOT NULL); CREATE UNIQUE INDEX n1 ON nothing (id);
        ALTER TABLE nothing REPLICA IDENTITY USING INDEX n1;
        CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN new; -- RETURN BEGIN ATOMIC
            END';
        CREATE FUNCTION g(a integer) RETURNS integer LANGUAGE sql RETURN a + 1;
        CREATE FUNCTION h() RETURNS integer LANGUAGE sql BEGIN ATOMIC SELECT 1; END;
        CREATE TRIGGER "t FOR" AFTER INSERT OR UPDATE OF t, u ON a FOR EACH ROW WHEN (new.t <> '\(words)')
            EXECUTE FUNCTION f();
        CREATE CONSTRAINT TRIGGER ct AFTER UPDATE OR DELETE ON a DEFERRABLE INITIALLY DEFERRED FOR EACH ROW
            EXECUTE FUNCTION f();
        CREATE RULE "r AS" AS ON INSERT TO b DO INSTEAD NOTHING;
        CREATE STATISTICS "s ON" (ndistinct) ON u, t, (t || ' ON t, u') FROM a;
        CREATE DOMAIN d AS text; ALTER DOMAIN d ADD CONSTRAINT dc CHECK (value <> '\(words)') NOT VALID;
        """
    private static let facts: Set<String> = [
        "clause", "no inherit", "not valid", "not enforced", "deferrability", "period", "included",
        "nulls not distinct",
        "method", "keys", "parameters", "predicate", "has expressions", "constraint", "deferred", "events", "columns",
        "partition strategy", "partition columns", "partition parts", "values", "null", "parsed body",
    ]

    @Test func saysTheSame() async throws {
        let catalog = try await TestServer.with(Self.schema) { try await Reflector.catalog(of: $0) }
        let earlier = try Snapshot.catalog(parsing: Self.earlier(catalog))
        #expect(Comparison.changes(from: earlier, to: catalog).isEmpty)
        for id in catalog.ids {
            #expect(Self.facts(of: earlier[id]) == Self.facts(of: catalog[id]), "\(id)")
        }
        let table = ObjectID(.table, "public", "p")
        let known = catalog.body(table, as: Table.self)?.partitionColumns.value ?? []
        #expect(known == ["k", "j"])
        // A name in an expression may be one of anything.
        #expect(earlier.body(table, as: Table.self)?.partitionColumns.value.filter(known.contains) == known)
        let again = try Snapshot.catalog(parsing: Snapshot.text(of: catalog))
        for id in catalog.ids { #expect(again[id]?.fields == catalog[id]?.fields, "\(id)") }
    }

    /// A list of events has no order.
    private static func facts(of object: SchemaObject?) -> [String] {
        (object?.fields ?? []).filter { $0.isNotCompared && facts.contains($0.name) && $0.name != "partition columns" }
            .map {
                field in
                field.name == "events"
                    ? "events \((field.json.items ?? []).compactMap(\.string).sorted())" : "\(field.name) \(field.json)"
            }
    }

    /// The text as it was before the facts were written.
    private static func earlier(_ catalog: Catalog) throws -> String {
        guard case .object(let members) = try JSON(parsing: Snapshot.text(of: catalog)) else { return "" }
        let kept = members.filter { $0.key != "facts" }.map { member -> JSON.Member in
            guard member.key == "objects" else { return member }
            return JSON.Member("objects", .array((member.value.items ?? []).map(withoutFacts)))
        }
        return JSON.object(kept).description
    }

    private static func withoutFacts(_ object: JSON) -> JSON {
        guard case .object(let members) = object else { return object }
        let keepsColumns = object.members?["kind"]?.string != "trigger"
        return .object(
            members.map { member in
                guard member.key == "is", case .object(let fields) = member.value else { return member }
                return JSON.Member(
                    "is",
                    .object(fields.filter { !facts.contains($0.key) || $0.key == "columns" && keepsColumns }))
            })
    }
}
