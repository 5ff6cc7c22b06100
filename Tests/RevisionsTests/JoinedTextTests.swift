import AutogenSchema
import Testing

@testable import AutogenRevisions

/// Scripts are put together and taken apart by their statements, whatever their text looks like.
@Suite struct JoinedTextTests {
    @Test(
        arguments: [
            ("SELECT 1", "SELECT 1\n;"), ("SELECT 1;", "SELECT 1;"), ("SELECT 1 -- done;", "SELECT 1 -- done;\n;"),
            ("SELECT ';'", "SELECT ';'\n;"), ("SELECT 1; -- done", "SELECT 1; -- done"),
            ("SELECT 1 /* ; */", "SELECT 1 /* ; */\n;"),
        ]) func squashedStatementsStaySeveral(_ text: String, _ joined: String) throws
    {
        let scripts = [try script("a", upgrade: text), try script("b", after: "a", upgrade: "SELECT 2")]
        let squash = try Squash(scripts, message: nil, in: try RevisionGraph(scripts))
        let upgrade = try squash.joined().upgrade
        #expect(upgrade.contains("\(joined)\n\n-- of b"))
        #expect(ScriptStatement.all(in: upgrade, .sqlite, firstLine: 1).filter { !$0.text.isEmpty }.count == 2)
    }

    @Test(
        arguments: [
            ("DROP TABLE alembic_version", ""), ("DROP TABLE alembic_version_old", "DROP TABLE alembic_version_old;"),
            ("drop table \"alembic_version\"", ""), ("INSERT INTO alembic_version (version_num) VALUES ('a')", ""),
            ("UPDATE  alembic_version\nSET version_num='b'", ""), ("DELETE FROM alembic_version WHERE 1", ""),
            ("DELETE FROM users", "DELETE FROM users;"), ("SELECT 'DROP TABLE alembic_version'", nil),
        ]) func alembicKeepsItsOwnBooks(_ sql: String, _ kept: String?) throws
    {
        for dialect in Dialect.allCases {
            let section = AlembicSection(sql + ";", table: "alembic_version", dialect: dialect)
            #expect(section.text(isPlain: true) == kept ?? "\(sql);")
        }
    }

    @Test func aTableInASchema() {
        let sql = "DROP TABLE alembic_version; DELETE FROM ops.alembic_version WHERE version_num = 'a';"
        let section = AlembicSection(sql, table: "ops.alembic_version", dialect: .postgresql)
        #expect(section.text(isPlain: true) == "DROP TABLE alembic_version;")
    }
}
