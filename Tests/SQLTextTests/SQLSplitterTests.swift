import AutogenSQLText
import Testing

/// What a script is cut into: statements as they stand, commands, data as `<data>`, and what is never closed.
private func items(_ text: String, _ syntax: SQLSyntax) -> [String] {
    let bytes = Array(text.utf8)
    var splitter = SQLSplitter(bytes, syntax, readsCommands: true)
    var result: [String] = []
    while let item = splitter.next() {
        switch item {
        case .statement(let statement):
            let open = statement.unclosed.map { "\($0.kind) at \($0.range.lowerBound)" }
            result.append(open ?? statement.text(statement.range.lowerBound..<statement.end))
        case .command(let range): result.append(String(decoding: bytes[range], as: UTF8.self))
        case .copyData(let range): result.append("<data \(range.count)>")
        }
    }
    return result
}

@Suite struct SQLSplitterTests {
    @Test(
        arguments: [
            ("", []), (" -- only a comment; here\n/* and; /* nested; */ here */ ;;", []),
            ("SELECT 1;SELECT 2", ["SELECT 1;", "SELECT 2"]),
            ("SELECT 'a;''b';x", ["SELECT 'a;''b';", "x"]), ("SELECT 'a\\';x", ["SELECT 'a\\';", "x"]),
            ("SELECT E'a\\';b';x", ["SELECT E'a\\';b';", "x"]),
            ("SELECT U&'d\\0061t;' UESCAPE '!';x", ["SELECT U&'d\\0061t;' UESCAPE '!';", "x"]),
            ("SELECT \"a;\"\"b\";x", ["SELECT \"a;\"\"b\";", "x"]),
            ("SELECT $f$a;$$;$g$;$f$;x", ["SELECT $f$a;$$;$g$;$f$;", "x"]),
            ("CREATE RULE r AS ON INSERT TO t DO (a; b);x", ["CREATE RULE r AS ON INSERT TO t DO (a; b);", "x"]),
            ("a);b", ["a);", "b"]), ("SELECT 1 -- a;\n;x", ["SELECT 1 -- a;\n;", "x"]),
            ("SELECT 1\\;SELECT 2;", ["SELECT 1", "SELECT 2;"]),
            ("BEGIN; SELECT 1; END;", ["BEGIN;", "SELECT 1;", "END;"]),
            ("SELECT 1;\n  'abc", ["SELECT 1;", "string at 12"]), ("x \"abc", ["quotedName at 2"]),
            ("/* a /* b */", ["blockComment at 0"]), ("DO $b$ x $$", ["dollarString at 3"]),
        ] as [(String, [String])])
    func postgres(_ text: String, _ expected: [String]) { #expect(items(text, .postgresql) == expected) }

    @Test(
        arguments: [
            ("\\set x 'a \\b'\nSELECT 1;\n\\i 'my file.sql'", ["\\set x 'a \\b'", "SELECT 1;", "\\i 'my file.sql'"]),
            ("SELECT 1 \\gexec\nSELECT 2;", ["SELECT 1", "\\gexec", "SELECT 2;"]),
            ("SELECT 1 \\g \\\\ SELECT 2;", ["SELECT 1", "\\g ", "SELECT 2;"]),
            ("SELECT 1 \\echo x\n+ 2;", ["\\echo x", "SELECT 1 \\echo x\n+ 2;"]),
            ("SELECT 1 \\r\nSELECT 2;", ["\\r", "SELECT 2;"]),
            ("\\copy t from 'a\\b' \\\\ x\nSELECT 2;", ["\\copy t from 'a\\b' \\\\ x", "SELECT 2;"]),
            (
                "COPY t (a) FROM stdin;\nit's; a row\n\\N\n\\.\nSELECT 1;",
                [
                    "COPY t (a) FROM stdin;", "<data 18>", "SELECT 1;",
                ]
            ),
            ("copy t from STDIN; SELECT 1; -- c\n1\r\n\\.\r\nx", ["copy t from STDIN;", "SELECT 1;", "<data 7>", "x"]),
            ("COPY t FROM stdin;\n1", ["COPY t FROM stdin;", "<data 1>"]),
            ("COPY t FROM '/tmp/x'; SELECT 1;\nx", ["COPY t FROM '/tmp/x';", "SELECT 1;", "x"]),
            ("COPY (SELECT 1 FROM stdin) TO '/x';\nx", ["COPY (SELECT 1 FROM stdin) TO '/x';", "x"]),
        ] as [(String, [String])])
    func commandsOfPsql(_ text: String, _ expected: [String]) { #expect(items(text, .postgresql) == expected) }

    /// What the grammar calls the end of a body counts, and no name that is spelled like it.
    @Test(arguments: [
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1; END",
        "create or replace procedure begin() begin /* x */ atomic INSERT INTO t VALUES (1); end",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT CASE WHEN a THEN 1 END FROM t; SELECT 2; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT t.end FROM t; SELECT 2; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT 1 AS end; SELECT t.case, begin FROM t; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC SELECT \"end\" FROM t; SELECT begin atomic FROM t; END",
        "CREATE FUNCTION f() RETURNS int BEGIN ATOMIC INSERT INTO \"case\" (begin) VALUES (1); SELECT 1 end; END",
        "CREATE FUNCTION f(\"end\" int DEFAULT (1)) RETURNS int BEGIN ATOMIC; ; SELECT (SELECT 1); END",
        "CREATE FUNCTION f(begin int) RETURNS int RETURN 1",
        "CREATE FUNCTION f() RETURNS int LANGUAGE sql AS 'BEGIN; END'",
    ])
    func bodiesOfRoutines(_ text: String) {
        #expect(items(text + ";SELECT 1;", .postgresql) == [text + ";", "SELECT 1;"])
    }

    @Test(
        arguments: [
            ("", []), ("-- a;\n/* b; */ ;", []),
            ("SELECT ';'';', \"a;\", `b;`, [c;];x", ["SELECT ';'';', \"a;\", `b;`, [c;];", "x"]),
            ("CREATE TABLE begin_x(a); x", ["CREATE TABLE begin_x(a);", "x"]),
            (".mode list\nSELECT 1\n.5;\n.read b.sql", [".mode list", "SELECT 1\n.5;", ".read b.sql"]),
            ("# note; x\nSELECT 1;", ["SELECT 1;"]), ("SELECT 'a\nb", ["string at 7"]),
            ("SELECT 1 /* never closed", ["SELECT 1"]), ("SELECT (1; x", ["SELECT (1;", "x"]),
        ] as [(String, [String])])
    func sqlite(_ text: String, _ expected: [String]) { #expect(items(text, .sqlite) == expected) }

    @Test(arguments: ["CREATE TRIGGER", "create temp trigger", "CREATE TEMPORARY TRIGGER", "EXPLAIN CREATE TRIGGER"])
    func triggers(_ head: String) {
        let trigger = """
            \(head) t AFTER INSERT ON a BEGIN
              UPDATE a SET b = CASE WHEN b THEN 1 ELSE 2 END;
              SELECT 'END;'; SELECT end, "end", t.end FROM t; UPDATE t SET end = 1, begin = 2, "case" = end;
            END /* of it */ ;
            """
        #expect(items(trigger + "\nSELECT 1;", .sqlite) == [trigger, "SELECT 1;"])
    }
}
