import Foundation
import Testing

/// Every input with bytes changed, left out, doubled and exchanged: whatever it is then, the program says so and ends.
///
/// `AUTOGEN_INPUTS` says how many, `AUTOGEN_SEED` the seed of the first; the same seed is the same input.
@Suite struct MutatedInputTests {
    private struct Numbers: RandomNumberGenerator {
        var state: UInt64

        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ (state >> 33)
        }
    }

    /// A file of a project, or the URL where it is `nil`, and the commands that read it.
    private struct Input {
        let file: String?
        let bytes: [UInt8]
        let commands: [[String]]
    }

    private static func setting(_ name: String, _ usual: UInt64) -> UInt64 {
        ProcessInfo.processInfo.environment[name].flatMap { UInt64($0) } ?? usual
    }

    private static let declared = #"""
        CREATE TABLE person (id INTEGER PRIMARY KEY, "full name" TEXT NOT NULL DEFAULT 'n; one', born DATE CHECK (born > 0));
        CREATE TABLE visit (person INT REFERENCES person (id) ON DELETE CASCADE, at TEXT, note TEXT COLLATE NOCASE);
        CREATE INDEX visit_at ON visit (at, note) WHERE note <> '';
        CREATE VIEW recent AS SELECT p.id, count(*) AS visits FROM person p JOIN visit v ON v.person = p.id GROUP BY 1;
        CREATE TRIGGER gone AFTER DELETE ON person BEGIN DELETE FROM visit WHERE person = old.id; END;

        """#
    private static let postgres = #"""
        CREATE TYPE mood AS ENUM ('good', 'so so');
        CREATE TABLE person (id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY, name text NOT NULL, mood mood DEFAULT 'good');
        CREATE FUNCTION f(a int DEFAULT 3) RETURNS int LANGUAGE sql BEGIN ATOMIC SELECT a; SELECT CASE WHEN a > 1 THEN 2 END; END;
        CREATE FUNCTION g() RETURNS trigger LANGUAGE plpgsql AS $x$ BEGIN RETURN new; END $x$;
        CREATE TRIGGER t BEFORE UPDATE ON person FOR EACH ROW EXECUTE FUNCTION g();
        CREATE INDEX person_name ON person (lower(name)) WHERE name <> E'a\\';
        COMMENT ON TABLE person IS $$it's "one"$$;

        """#
    private static let configuration = """
        schema:
          source: [schema]
        revisions:
          directory: revisions
          file-template: "{year}{month}{day}_{id}_{slug}"
          time-zone: Europe/Berlin
          wait: 30s
          hooks:
            - exec: "true {file}"
        objects:
          exclude:
            - table: tmp_*
              reason: made by the import
        roles: {a: b}
        naming:
          unique: uq_{table}_{columns}
        environments:
          default:
            url: sqlite:app.db
            settings: {pool: {size: 2}}

        """

    private func inputs(_ project: Project) throws -> [Input] {
        func bytes(_ name: String) throws -> [UInt8] { Array(try Data(contentsOf: URL(filePath: project.path(name)))) }
        let script = try project.files("revisions").first { $0.hasSuffix(".sql") } ?? ""
        let snapshot = try FileManager.default.subpathsOfDirectory(atPath: project.folder).first {
            $0.hasSuffix(".json") && !$0.hasSuffix("known.json")
        }
        let urls = [
            "sqlite:app.db", "sqlite:///tmp/../tmp/none.db",
            "postgresql://ada:secret@%2Fnowhere:1/shop?connect_timeout=2",
            "host=/nowhere port=1 user='a b' dbname=shop password='it\\'s' connect_timeout=2",
        ]
        return [
            Input(
                file: "revisions/\(script)", bytes: try bytes("revisions/\(script)"),
                commands: [
                    ["check"], ["history", "-v"], ["upgrade", "--sql"], ["verify"], ["show", "head"], ["upgrade"],
                    ["downgrade", "base", "--allow", "data-loss"], ["revision", "-m", "x", "--allow", "data-loss"],
                    ["squash", "base:head", "-m", "s"], ["check", "--accept", "--allow", "data-loss"],
                ]),
            Input(
                file: "autogen.yaml", bytes: try bytes("autogen.yaml"),
                commands: [["check"], ["current"], ["heads"], ["drift"]]),
            Input(
                file: snapshot, bytes: try bytes(snapshot ?? ""),
                commands: [["check"], ["drift"], ["diff", snapshot ?? "", "live"], ["inspect", snapshot ?? ""]]),
            Input(
                file: "known.json", bytes: try bytes("known.json"), commands: [["drift", "--baseline", "known.json"]]),
            Input(
                file: "schema/schema.sql", bytes: try bytes("schema/schema.sql"),
                commands: [
                    ["check"], ["diff", "live", "declared"], ["diff", "live", "declared", "--format", "html"],
                    ["revision", "-m", "x", "--allow", "data-loss", "--allow", "undecided", "--allow", "unproved"],
                ]),
        ]
            + urls.map { url in
                Input(
                    file: nil, bytes: Array(url.utf8),
                    commands: [
                        ["current", "--url"], ["inspect", "--url"], ["check", "--live", "--url"], ["inspect"],
                    ])
            }
    }

    private func mutated(_ bytes: [UInt8], _ numbers: inout Numbers) -> [UInt8] {
        var bytes = bytes
        let marks = Array("'\"$;()[]{}-*/\\\n`:%&?=\0\u{1B}".utf8) + [0x80, 0xC3, 0xED, 0xFF]
        for _ in 0..<Int.random(in: 1...6, using: &numbers) where !bytes.isEmpty {
            let place = Int.random(in: 0..<bytes.count, using: &numbers)
            let end = min(bytes.count, place + Int.random(in: 1...40, using: &numbers))
            switch Int.random(in: 0...7, using: &numbers) {
            case 0: bytes[place] = UInt8.random(in: 0...255, using: &numbers)
            case 1: bytes.removeSubrange(place..<end)
            case 2: bytes.insert(contentsOf: bytes[place..<end], at: place)
            case 3: bytes.insert(marks.randomElement(using: &numbers) ?? 0, at: place)
            case 4: bytes.removeSubrange(place...)
            case 5: bytes.swapAt(place, end - 1)
            case 6: bytes[place] = marks.randomElement(using: &numbers) ?? 0
            default: bytes.insert(contentsOf: Array(repeating: bytes[place], count: 3000), at: place)
            }
        }
        return bytes
    }

    private func check(_ project: Project, _ seeds: Range<UInt64>, only files: Set<String>? = nil) async throws {
        print("mutated inputs: seeds \(seeds)")
        let inputs = try inputs(project).filter { files?.contains($0.file ?? "") ?? true }
        let program = try Program.folder.appending(path: "autogen").path
        let before = try project.contents()
        for seed in seeds {
            var numbers = Numbers(state: seed)
            for _ in 0..<8 { _ = numbers.next() }
            let input = try #require(inputs.randomElement(using: &numbers))
            let bytes = mutated(input.bytes, &numbers)
            var command = try #require(input.commands.randomElement(using: &numbers))
            if let file = input.file {
                try Data(bytes).write(to: URL(filePath: project.path(file)))
            } else {
                command.append(String(decoding: bytes.filter { $0 != 0 }, as: UTF8.self))
            }
            let outcome = try await Program.run(
                "/usr/bin/env", ["timeout", "-k", "1", "10", program] + command, in: project.folder)
            if !(0...4).contains(outcome.status) {
                Issue.record("seed \(seed), \(input.file ?? "URL"), \(command): \(outcome.status)\n\(outcome.errors)")
            }
            let after = try project.contents()
            for name in after.keys where before[name] == nil {
                try? FileManager.default.removeItem(atPath: project.path(name))
            }
            for (name, data) in before where after[name] != data {
                try data.write(to: URL(filePath: project.path(name)))
            }
        }
    }

    private func project(_ project: Project, _ next: String) async throws -> Project {
        try await project.done("revision", "-m", "first")
        try await project.done("upgrade")
        try project.write(next, to: "schema/schema.sql")
        _ = try await project.autogen(
            "drift", "--against", "declared", "--baseline", "known.json", "--accept", "known")
        return project
    }

    @Test func onSQLite() async throws {
        let made = try await Project(schema: Self.declared)
        try made.write(Self.configuration, to: "autogen.yaml")
        let project = try await project(made, Self.declared + "CREATE TABLE more (a);\n")
        let first = Self.setting("AUTOGEN_SEED", UInt64.random(in: 0..<1 << 40))
        try await check(project, first..<first + Self.setting("AUTOGEN_INPUTS", 120))
    }

    @Test func onPostgres() async throws {
        try await Server().withDatabase { url in
            let next = Self.postgres + "CREATE TABLE more (a int);\n"
            let project = try await project(Project(url: url, schema: Self.postgres), next)
            let first = Self.setting("AUTOGEN_SEED", UInt64.random(in: 0..<1 << 40))
            let script = try project.files("revisions").first { $0.hasSuffix(".sql") } ?? ""
            try await check(
                project, first..<first + Self.setting("AUTOGEN_INPUTS", 120) / 6,
                only: ["schema/schema.sql", "revisions/\(script)"])
        }
    }
}
