import AutogenSchema
import Foundation
import Testing

@testable import AutogenLint

/// What users read about a rule is the comment of its file: in `autogen lint --explain`, and in `docs/lint.md`.
@Suite struct LintPageTests {
    private static let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent()

    @Test func rulesAreExplained() throws {
        let texts = try Linter.rules.map { try Self.comment(of: $0) }
        let page = Self.page(texts.map { ($0.code, $0.text) })
        var files = ["docs/lint.md": page]
        for (folder, texts) in Dictionary(grouping: texts, by: \.folder) {
            files["Sources/Lint/Rules/\(folder)/\(folder)Texts.swift"] = Self.source(of: folder, texts)
        }
        for (file, text) in files {
            if ProcessInfo.processInfo.environment["AUTOGEN_RECORD"] != nil {
                try Data(text.utf8).write(to: Self.root.appending(path: file))
            }
            #expect(try Self.text(file) == text, "AUTOGEN_RECORD=1 writes \(file) anew")
        }
        #expect(RuleTexts.all == Dictionary(uniqueKeysWithValues: texts.map { ($0.code, $0.text) }))
    }

    /// What the comment of a rule says, and in which folder of `Rules` its file is.
    private struct RuleComment {
        let code: String
        let folder: String
        let text: String
    }

    private static func text(_ path: String) throws -> String {
        try String(contentsOf: root.appending(path: path), encoding: .utf8)
    }

    private static func comment(of rule: any LintRule.Type) throws -> RuleComment {
        let folder = root.appending(path: "Sources/Lint/Rules")
        let files = try FileManager.default.subpathsOfDirectory(atPath: folder.path)
        let file = try #require(files.first { $0.split(separator: "/").last == "\(rule).swift" })
        let lines = try text("Sources/Lint/Rules/\(file)").split(
            separator: "\n", omittingEmptySubsequences: false)
        let comment = lines.drop { !$0.hasPrefix("///") }.prefix { $0.hasPrefix("///") }
        return RuleComment(
            code: rule.code, folder: String(try #require(file.split(separator: "/").first)),
            text: comment.map { $0.hasPrefix("/// ") ? $0.dropFirst(4) : "" }.joined(separator: "\n"))
    }

    private static func page(_ texts: [(code: String, text: String)]) -> String {
        let rules = texts.map { code, text in
            let rule = Linter.rules.first { $0.code == code }
            let databases = Dialect.allCases.filter { $0.lint.rules.contains { $0.code == code } }.map(\.title)
            let isOff = rule?.isOn == false ? " · off unless a setting turns it on" : ""
            let kind = "*\(rule?.severity.rawValue ?? "")* · \(databases.joined(separator: ", "))\(isOff)"
            return "## \(code)\n\n\(kind)\n\n\(text)\n"
        }
        return """
            # What scripts had better not do

            `autogen lint` runs each script that is new in a scratch database, behind what it comes after, and looks: which
            tables were there before, what a statement locks, which rows it goes through, what the schema is before and after. A
            rule says what clients notice of that, and what to do instead. Nothing is found where nothing happens: an index of a
            table that the same script makes, a type with more room, a check that is not validated yet, a column that only has
            another name.

            ```
            autogen lint                                # those new since origin's branch, or main; all without Git
            autogen lint --since v1.4 --format github   # annotations beside the lines of a pull request
            autogen lint --format sarif -o lint.sarif
            autogen lint --all --fail-on error
            autogen lint --explain type-rewrites
            ```

            A finding stands at its statement, and where the better statement can be told, that stands there, too:

            ```
            revisions/0007.sql:12:1: warning: table public.users is scanned under SHARE: nobody writes to it meanwhile [index-blocks-writes]
              12 | CREATE INDEX users_email_idx ON users (email);
                 | ^
              CREATE INDEX CONCURRENTLY, in a script with -- transaction: no
              instead:
                CREATE INDEX CONCURRENTLY users_email_idx ON users (email);
            ```

            `--format` is `text`, `json`, `markdown`, `github`, `gitlab`, `sarif` (with the better statements as fixes) or
            `junit`. The command ends with exit code 1 when something is found that matters as much as `--fail-on` says, by
            itself `warning`.

            `autogen check` looks at the same scripts: an error fails it, a warning is shown, and a note is left to `autogen lint`.
            Where Git does not tell what is new, or there is no database to run scripts in, `check` looks at none (`lint` then looks at all); `--no-lint` is for
            who does not want it.

            What was found is remembered in the repository's Git folder (`autogen-lint`): a script runs again only when it, what
            comes before it, a setting, a rule, autogen or the place of scratch databases has become another, or it was refused; another
            version of the database is noticed when the next script runs. A script begins from the snapshot of
            the revision before it, so that a long history is not replayed; where it is refused there, it is tried once more
            behind all of that.

            ## Letting a finding pass

            A comment over a statement lets a finding pass. It says why, and is found itself where there is nothing to let pass:

            ```sql
            -- autogen:allow index-blocks-writes the table has forty rows
            CREATE INDEX countries_name ON countries (name);
            ```

            ## Settings

            Opinions are off: about lengths, sizes of keys, names, drops of views, and what only some teams look at. In `autogen.yaml`
            each rule is `off`, `note`, `warning` or `error`, for the project, for some tables, and for an environment. Where
            several fit, the last one decides; what an environment says comes behind what the project says.

            ```yaml
            lint:
              severity:
                varchar-limit: note
                drop-breaks-clients: warning
              tables:
                - table: audit_*               # patterns with * and ?; schema: works likewise
                  severity: {index-blocks-writes: off}
                  reason: written at night only
              rules: [rules/*.sql]             # rules of your own
            environments:
              production:
                lint:
                  severity: {no-lock-timeout: error}
            ```

            A finding about several tables is one about tables of a pattern where all of them are.

            ## Rules of your own

            A rule is a query in a file of its own. It runs in the scratch database before the script and after it, and each row
            that is there afterwards and was not before is a finding: so a rule that is new says nothing of what is old.

            ```sql
            -- rule: table-without-comment
            -- severity: warning
            -- message: nobody says what the table is for
            -- advice: COMMENT ON TABLE ... IS '...'
            SELECT n.nspname || '.' || c.relname AS object
            FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE c.relkind = 'r' AND n.nspname = 'public' AND obj_description(c.oid) IS NULL
            ```

            | in the first comments | |
            |---|---|
            | `rule` | its name, by which comments and settings call it: small letters, digits and `-` |
            | `message` | what is wrong |
            | `advice` | what to do about it; may be left out |
            | `severity` | `note`, `warning` (where nothing is said) or `error` |
            | `database` | `postgresql` or `sqlite`; any where nothing is said |

            | column of the query | |
            |---|---|
            | `object` | what it is about: `schema.table`, `schema.table.column`, or with the kind before it. The finding stands at the statement that makes or changes it |
            | `message`, `advice` | in place of those of the file |

            All columns may be left out; a row without `object` stands at the first statement. The query sees the catalog, and no
            rows of yours: the database is made for the run. `lint --explain` knows these rules, too, with all that their first
            comments say.

            ## What is no rule's

            These findings can't be let pass:

            \(Linter.others.sorted { $0.key < $1.key }.map { "* `\($0)`: \($1)" }.joined(separator: "\n"))

            ## Compared with Squawk

            A hundred scripts for PostgreSQL 15 with 542 statements: 50 are steps of real histories (OpenStreetMap, Synapse, Supabase
            auth, Vaultwarden, Temporal, Memos, Pagila), 50 are written so that of each kind of danger there is one, and
            something harmless that looks like it. Locks, scans and rewrites were measured on tables with rows; what no lock
            shows was decided beforehand. autogen ran with its default settings, Squawk 2.70.0 with its default rules,
            `--pg-version 15`, and `--assume-in-transaction` where that is so. A danger counts once.

            | | dangers | found by autogen | by Squawk | false by autogen | by Squawk |
            |---|---|---|---|---|---|
            | an index is built while nobody writes | 33 | 33 | 33 | 0 | 1 |
            | a constraint reads all rows, or builds its index, under a lock | 20 | 20 | 19 | 0 | 3 |
            | a type, a default or a place on disk writes the table anew, or has it read again | 26 | 26 | 22 | 0 | 15 |
            | a partition is read when it is attached | 1 | 1 | 0 | 0 | 0 |
            | a lock is held while a later statement takes its time (once a script) | 18 | 18 | 0 | 0 | 0 |
            | `NOT VALID` and `VALIDATE` in one transaction | 1 | 1 | 1 | 0 | 0 |
            | a table, column or view that programs use is dropped or renamed | 28 | 27 | 28 | 0 | 14 |
            | a column that must have a value has none, for rows or for programs | 14 | 14 | 14 | 0 | 1 |
            | values are lost by a conversion or `TRUNCATE CASCADE` | 2 | 1 | 1 | 3 | 1 |
            | a transaction where none may be, or one without an end | 2 | 0 | 1 | 1 | 0 |
            | a name that is cut off | 2 | 2 | 2 | 0 | 0 |
            | a lock of a moment (`DROP INDEX`, `DETACH`) | 0 | 0 | 0 | 0 | 10 |
            | all | 147 | 143 | 121 | 4 | 45 |

            In a first run autogen found 136, with 31 false; five rules were mended, or turned off, after it. Squawk reads the text of one
            script: it can't know that `varchar(50)` has room for `varchar(80)`, that a check spares `SET NOT NULL` the look,
            that a view comes back, or which tables an earlier statement keeps locked. autogen runs the script on tables
            without rows: a scale that gets smaller fits there, and a row that refers to another is refused. It runs
            `CONCURRENTLY` outside of the transaction by itself. What is taste is left out for both: types, time-outs, `IF EXISTS`,
            keys without an index, a `NOT NULL` or a constraint that goes.

            # The rules

            \(rules.joined(separator: "\n"))
            """
    }

    private static func source(of folder: String, _ texts: [RuleComment]) -> String {
        let entries = texts.map { rule in
            let lines = rule.text.split(separator: "\n", omittingEmptySubsequences: false)
                .map { $0.isEmpty ? "\n" : "        \($0)\n" }
            return "        \"\(rule.code)\": #\"\"\"\n\(lines.joined())        \"\"\"#,\n"
        }
        return """
            extension RuleTexts {
                /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
                static let \(folder.lowercased()): [String: String] = [
            \(entries.joined())    ]
            }

            """
    }
}
