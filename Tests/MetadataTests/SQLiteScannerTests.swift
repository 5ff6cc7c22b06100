import AutogenSchema
import Testing

@testable import AutogenMetadata

@Suite struct SQLiteScannerTests {
    private func scan(_ text: String) throws -> [String] {
        var scanner = SQLiteScanner(try SourceFile(name: "test.sql", text: text))
        var result: [String] = []
        while let item = scanner.next() {
            switch item {
            case .statement(let statement): result.append(statement.fault?.message ?? statement.text)
            case .command(let command): result.append((["." + command.name] + command.arguments).joined(separator: " "))
            case .copyData: result.append("<data>")
            }
        }
        return result
    }

    @Test(
        arguments: [
            ("", []),
            ("-- a;\n/* b; */ ;", []),
            ("SELECT ';'';', \"a;\", `b;`, [c;];x", ["SELECT ';'';', \"a;\", `b;`, [c;];", "x"]),
            ("CREATE TABLE begin_x(a); x", ["CREATE TABLE begin_x(a);", "x"]),
            (".mode list\nSELECT 1\n.5;\n.read b.sql", [".mode list", "SELECT 1\n.5;", ".read b.sql"]),
            ("SELECT 'a\nb", ["the quoted text that begins here is never closed"]),
            ("SELECT 1 /* never closed", ["SELECT 1 /* never closed"]),
        ] as [(String, [String])])
    func splits(_ text: String, _ expected: [String]) throws { #expect(try scan(text) == expected) }

    @Test(arguments: ["CREATE TRIGGER", "create temp trigger", "CREATE TEMPORARY TRIGGER", "EXPLAIN CREATE TRIGGER"])
    func keepsTriggersTogether(_ head: String) throws {
        let trigger = """
            \(head) t AFTER INSERT ON a BEGIN
              UPDATE a SET b = CASE WHEN b THEN 1 ELSE 2 END;
              SELECT 'END;';
            END /* of it */ ;
            """
        #expect(try scan(trigger + "\nSELECT 1;") == [trigger, "SELECT 1;"])
    }
}
