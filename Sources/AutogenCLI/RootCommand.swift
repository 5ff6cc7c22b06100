import ArgumentParser
import AutogenRevisions

struct RootCommand: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "autogen",
        abstract: "Keeps a database schema and its declaration in step.",
        discussion: """
            Describe the schema as SQL files; autogen compares it with a live PostgreSQL or SQLite database and writes \
            the migration scripts.

            A first project:
              autogen init --url sqlite:app.db
              echo 'CREATE TABLE users (id INTEGER PRIMARY KEY, email TEXT NOT NULL);' > schema/users.sql
              autogen revision -m "add users"
              autogen upgrade

            SOURCE is a database URL (sqlite:PATH, postgresql://...), an .sql file or folder, a snapshot (.json), \
            revision:ID, declared (the project's schema) or live (the project's database).
            REV is an id or its beginning, a branch label, head, heads, base or current, and steps from there: head-1, \
            +1; LABEL@head is on one branch. FROM:TO is a range.

            Exit codes: 0 done, or no difference; 1 a difference or a failed check; 2 usage or configuration; \
            3 the database refused; 4 refused as unsafe; 130 interrupted.
            """,
        version: "autogen \(AutogenVersion.text)",
        subcommands: [
            InitCommand.self, ListTemplatesCommand.self, ImportCommand.self, InspectCommand.self, DiffCommand.self,
            RevisionCommand.self,
            CheckCommand.self, LintCommand.self,
            DriftCommand.self, UpgradeCommand.self, DowngradeCommand.self, CurrentCommand.self, HeadsCommand.self,
            BranchesCommand.self, HistoryCommand.self, ShowCommand.self, EditCommand.self, StampCommand.self,
            EnsureVersionCommand.self, MergeCommand.self, RebaseCommand.self, SquashCommand.self, VerifyCommand.self,
        ])
}
