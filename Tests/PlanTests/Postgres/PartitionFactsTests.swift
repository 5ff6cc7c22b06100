import AutogenConnection
import AutogenSchema
import Foundation
import TestSupport
import Testing

/// `docs/partitions.md` says what the server does with partitions by itself; each of its lines is tried here.
@Suite struct PartitionFactsTests {
    @Test(arguments: PartitionFact.all) func theServerDoesWhatThePageSays(_ fact: PartitionFact) async throws {
        try await TestServer.with(PartitionFact.tables + fact.setup) { connection in
            let version = try await Int(connection.query("SHOW server_version_num").first?[0].text ?? "") ?? 0
            let isLater = fact.later.map { version >= $0.version * 10_000 } ?? false
            let outcome = isLater ? fact.later?.outcome ?? fact.outcome : fact.outcome
            do {
                try await connection.execute(SQL(raw: fact.statement))
                guard case .sees(let word, let lines) = outcome else {
                    Issue.record("\(fact.name): not refused")
                    return
                }
                #expect(try await PartitionView.lines(connection).filter { $0.contains(word) } == lines)
            } catch let error as DatabaseError {
                guard case .refused(let reason) = outcome else { throw error }
                #expect(error.message.contains(reason))
            }
        }
    }

    @Test func thePageHasALineForEachFact() throws {
        let page = try String(
            contentsOf: URL(filePath: #filePath).appending(path: "../../../../docs/partitions.md").standardized,
            encoding: .utf8)
        let names = page.matches(of: /(?m)^\| ([^|]+) \| [^|]+ \|$/).map { String($0.1) }
            .filter { $0 != "what" && !$0.hasPrefix("-") }
        #expect(names == PartitionFact.all.map(\.name))
    }
}

/// What there is in the schema `public`, a line each.
enum PartitionView {
    static func lines(_ connection: any Connection) async throws -> [String] {
        try await connection.query(
            """
            SELECT 'table ' || c.relname FROM pg_class c
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p')
            UNION ALL
            SELECT CASE k.contype WHEN 'p' THEN 'primary key ' WHEN 'u' THEN 'unique key ' ELSE 'index ' END
                   || x.indexrelid::regclass || ' on ' || x.indrelid::regclass
                   || coalesce(' of ' || h.inhparent::regclass, '')
                   || CASE WHEN i.relkind = 'I' AND h.inhparent IS NULL THEN ' ' ELSE '' END
                   || CASE WHEN x.indisvalid THEN '' ELSE ', not valid' END
            FROM pg_index x JOIN pg_class i ON i.oid = x.indexrelid
            LEFT JOIN pg_inherits h ON h.inhrelid = i.oid
            LEFT JOIN pg_constraint k ON k.conindid = i.oid AND k.contype IN ('p', 'u')
            WHERE i.relnamespace = 'public'::regnamespace AND x.indrelid <> 'o'::regclass
            UNION ALL
            SELECT CASE k.contype WHEN 'c' THEN 'check ' ELSE 'foreign key ' END
                   || CASE WHEN k.contype = 'f' AND k.conname ~ '_fkey|_[0-9]$' THEN 'of the server''s name' ELSE k.conname END
                   || ' on ' || k.conrelid::regclass
                   || CASE WHEN k.contype = 'f' THEN ' to ' || k.confrelid::regclass ELSE '' END
                   || coalesce(' of ' || w.conname, '')
                   || CASE WHEN k.contype = 'c' AND NOT k.conislocal THEN ', inherited' ELSE '' END
            FROM pg_constraint k LEFT JOIN pg_constraint w ON w.oid = k.conparentid
            WHERE k.connamespace = 'public'::regnamespace AND k.contype IN ('c', 'f')
            UNION ALL
            SELECT 'trigger ' || t.tgname || ' on ' || t.tgrelid::regclass || coalesce(' of ' || w.tgname, '')
            FROM pg_trigger t LEFT JOIN pg_trigger w ON w.oid = t.tgparentid 
            WHERE t.tgname !~ '^RI_'
            UNION ALL
            SELECT 'column ' || c.relname || '.' || a.attname || ' ' || format_type(a.atttypid, a.atttypmod)
                   || coalesce(' default ' || pg_get_expr(d.adbin, d.adrelid), '')
                   || CASE WHEN a.attnotnull THEN ' not null' ELSE '' END
            FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid
            LEFT JOIN pg_attrdef d ON d.adrelid = c.oid AND d.adnum = a.attnum
            WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p') AND a.attnum > 0
              AND NOT a.attisdropped
            ORDER BY 1
            """
        ).map { $0[0].text ?? "" }
    }
}
