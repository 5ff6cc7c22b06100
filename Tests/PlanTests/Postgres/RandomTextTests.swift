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

    @Test func changesNoDecision() async throws {
        let from = try await TestServer.with(Self.start) { try await Reflector.catalog(of: $0) }
        let to = try await TestServer.with(Self.goal) { try await Reflector.catalog(of: $0) }
        for seed in 1...20 {
            var texts = RandomTexts(seed: UInt64(seed))
            let (strangeFrom, strangeTo) = (texts.scrambled(from), texts.scrambled(to))
            for (start, goal, strangeStart, strangeGoal) in [
                (from, to, strangeFrom, strangeTo), (to, from, strangeTo, strangeFrom),
            ] {
                let planner = Planner(rules: PostgresRules())
                let plan = try planner.plan(from: start, to: goal)
                let strange = try planner.plan(from: strangeStart, to: strangeGoal)
                #expect(strange.changes.map(\.id) == plan.changes.map(\.id))
                #expect(strange.statements.map(\.role) == plan.statements.map(\.role))
                #expect(strange.statements.map(\.isTransactional) == plan.statements.map(\.isTransactional))
                let written = texts.scrambled(plan.script)
                let difference = difference(
                    strange.script.split(separator: "\n").map(String.init),
                    written.split(separator: "\n").map(String.init))
                #expect(difference == "", "\(plan.script)")
                guard difference == "" else { return }
            }
        }
    }
}

/// Stands for each text of the server's another one, always the same.
private struct RandomTexts {
    private var generator: SplitMix
    private var texts: [String: String] = [:]
    /// Of texts that are taken apart, the whole, which no script holds.
    private var wholes: [String: String] = [:]
    private static let pieces = [
        "'", "\"", "(", ")", "[", "::", "--", "/*", "$$", ";", "\n", " ", ",", "=", "é", " NO INHERIT", " NOT VALID",
        " WITH (", " WHERE ", " DEFERRABLE", " INCLUDE (", "DEFAULT", "CREATE ", "CONSTRAINT TRIGGER ", "ONLY ", "NULL",
        "id", "PRIMARY KEY", " INITIALLY DEFERRED", " NOT ENFORCED", "INDEX i ON ", "(ARRAY[", " BEGIN ATOMIC",
        "RANGE (",
    ]
    /// The attributes that are text of the server's, by kind.
    private static let names: [Kind: Set<String>] = [
        .constraint: ["definition", "clause"], .domainConstraint: ["definition", "clause"], .domain: ["default"],
        .index: ["definition", "keys", "predicate"], .trigger: ["definition", "clause"],
        .rule: ["definition", "clause"], .view: ["definition"], .materializedView: ["definition"],
        .statistics: ["definition", "clause"], .columnDefault: ["expression"], .column: ["generated"],
        .policy: ["using", "check"], .function: ["definition"], .table: ["partition key"],
    ]

    init(seed: UInt64) { generator = SplitMix(state: seed) }

    mutating func scrambled(_ catalog: Catalog) -> Catalog {
        var definitions: [ObjectID: Definition] = [:]
        for id in catalog.ids {
            guard let object = catalog[id] else { continue }
            var fields = Dictionary(object.fields.map { ($0.name, $0.json) }, uniquingKeysWith: { $1 })
            for name in (Self.names[id.kind] ?? []).sorted() {
                guard case .string(let text)? = fields[name], !text.isEmpty else { continue }
                let isTakenApart = ["clause", "keys"].contains { fields[$0]?.string?.isEmpty == false }
                if name == "definition", isTakenApart {
                    let other = wholes[text] ?? random(wholes.count)
                    wholes[text] = other
                    fields[name] = .string(other)
                } else {
                    fields[name] = .string(scrambled(whole: text))
                }
            }
            var reader = Reader(fields: fields)
            definitions[id] = Definition(id.kind, reading: &reader)
        }
        return catalog.mapped(ids: { $0 }, definitions: { definitions[$0.id] ?? $0.definition })
    }

    /// A script with the other texts in it.
    func scrambled(_ script: String) -> String {
        var result = script
        // Longer ones may hold shorter ones, and no other text holds a mark.
        let ordered = texts.keys.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        for (place, text) in ordered.enumerated() { result = result.replacing(text, with: "\u{1}\(place)\u{2}") }
        for (place, text) in ordered.enumerated() {
            result = result.replacing("\u{1}\(place)\u{2}", with: texts[text] ?? "")
        }
        return result
    }

    /// Without what rules leave out at the ends.
    private mutating func scrambled(whole text: String) -> String {
        var core = text[...]
        while let last = core.last, last == ";" || last.isNewline { core.removeLast() }
        let key = String(core)
        if let known = texts[key] { return known }
        let other = random(texts.count)
        texts[key] = other
        return other
    }

    /// At its ends nothing can be taken away.
    private mutating func random(_ number: Int) -> String {
        var text = "<\(number)"
        for _ in 0..<12 { text += Self.pieces[Int(generator.next() % UInt64(Self.pieces.count))] }
        return text + ">"
    }

    private struct Reader: FieldVisitor {
        let fields: [String: JSON]
        mutating func visit<Value: FieldValue>(_ name: String, _ value: inout Value) {
            if let json = fields[name], let read = Value(json: json) { value = read }
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
