import AutogenSchema
import Testing

@testable import AutogenMetadata

/// What a scanner makes of a text: statements as they stand, commands as `\name arguments`, data as `<data>`.
func scan(_ text: String) throws -> [String] {
    var scanner = PostgresScanner(try SourceFile(name: "test.sql", text: text))
    var result: [String] = []
    while let item = scanner.next() {
        switch item {
        case .statement(let statement): result.append(statement.fault?.message ?? statement.text)
        case .command(let command): result.append((["\\" + command.name] + command.arguments).joined(separator: " "))
        case .copyData(let range): result.append("<data \(range.count)>")
        }
    }
    return result
}

@Suite struct PostgresScannerTests {
    @Test(
        arguments: [
            ("", []),
            (" -- only a comment; here\n/* and; /* nested; */ here */ ;;", []),
            ("SELECT 1;SELECT 2", ["SELECT 1;", "SELECT 2"]),
            ("SELECT 'a;''b';x", ["SELECT 'a;''b';", "x"]),
            ("SELECT 'a\\';x", ["SELECT 'a\\';", "x"]),
            ("SELECT E'a\\';b';x", ["SELECT E'a\\';b';", "x"]),
            ("SELECT e'a' -- c\n 'b\\';';x", ["SELECT e'a' -- c\n 'b\\';';", "x"]),
            ("SELECT type'a\\';x", ["SELECT type'a\\';", "x"]),
            ("SELECT U&'d\\0061t;' UESCAPE '!';x", ["SELECT U&'d\\0061t;' UESCAPE '!';", "x"]),
            ("SELECT \"a;\"\"b\";x", ["SELECT \"a;\"\"b\";", "x"]),
            ("SELECT $$a;'$$;x", ["SELECT $$a;'$$;", "x"]),
            ("SELECT $f$a;$$;$g$;$f$;x", ["SELECT $f$a;$$;$g$;$f$;", "x"]),
            ("SELECT a$1$b;x", ["SELECT a$1$b;", "x"]),
            ("SELECT $1;x", ["SELECT $1;", "x"]),
            ("CREATE RULE r AS ON INSERT TO t DO (a; b);x", ["CREATE RULE r AS ON INSERT TO t DO (a; b);", "x"]),
            ("SELECT 1 -- a;\n;x", ["SELECT 1 -- a;\n;", "x"]),
            ("SELECT \\;1;x", ["SELECT \\;1;", "x"]),
            ("SELECT 'é';x", ["SELECT 'é';", "x"]),
        ] as [(String, [String])])
    func splits(_ text: String, _ expected: [String]) throws { #expect(try scan(text) == expected) }

    @Test func keepsBodiesOfRoutinesTogether() throws {
        let function = """
            CREATE OR REPLACE FUNCTION f(a int) RETURNS int
            BEGIN ATOMIC
              SELECT CASE WHEN a = 1 THEN 2 END;
              SELECT 3;
            END;
            """
        #expect(try scan(function + "SELECT 1;") == [function, "SELECT 1;"])
        #expect(try scan("BEGIN; SELECT 1; END;") == ["BEGIN;", "SELECT 1;", "END;"])
        let procedure = "CREATE PROCEDURE p() BEGIN ATOMIC INSERT INTO t VALUES (1); END;"
        #expect(try scan(procedure + "x;") == [procedure, "x;"])
    }

    @Test func takesCommandsToTheEndOfTheirLine() throws {
        #expect(
            try scan("\\set x 'a b'\nSELECT 1;\n\\i 'my file.sql'") == ["\\set x a b", "SELECT 1;", "\\i my file.sql"])
        #expect(try scan("SELECT 1 \\gexec\nSELECT 2;") == ["SELECT 1", "\\gexec", "SELECT 2;"])
    }

    @Test func skipsTheDataOfCopy() throws {
        let text = "COPY t (a) FROM stdin;\nit's; a row\n\\N\n\\.\nSELECT 1;"
        #expect(try scan(text) == ["COPY t (a) FROM stdin;", "<data 18>", "SELECT 1;"])
        #expect(try scan("COPY t FROM '/tmp/x'; SELECT 1;") == ["COPY t FROM '/tmp/x';", "SELECT 1;"])
    }

    @Test(arguments: [
        ("SELECT 1;\n  'abc", "the string that begins here is never closed", 12),
        ("x \"abc", "the quoted name that begins here is never closed", 2),
        ("/* a /* b */", "the comment that begins here is never closed", 0),
        ("DO $b$ x $$", "the string that begins here is never closed: there is no second $b$", 3),
    ])
    func saysWhereSomethingIsNeverClosed(_ text: String, _ message: String, _ offset: Int) throws {
        var scanner = PostgresScanner(try SourceFile(name: "test.sql", text: text))
        var faults: [SourceStatement.Fault] = []
        while let item = scanner.next() {
            if case .statement(let statement) = item, let fault = statement.fault { faults.append(fault) }
        }
        #expect(faults == [SourceStatement.Fault(offset: offset, message: message)])
    }
}
