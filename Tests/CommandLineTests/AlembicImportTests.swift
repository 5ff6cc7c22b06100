import Foundation
import Testing

/// A project of Alembic's becomes one of ours.
@Suite struct AlembicImportTests {
    private func importing(_ project: Project, _ url: String, _ more: String...) async throws -> Program.Outcome {
        try await project.autogen(
            ["import", "alembic", "backend", "--alembic", AlembicSample.program, "--url", url] + more)
    }

    @Test func aSQLiteProject() async throws {
        let project = try Project()
        try AlembicSample.write(to: project, url: "sqlite:///app.db")
        try await AlembicSample.run("upgrade", "b2", in: project)
        let outcome = try await importing(project, "sqlite:backend/app.db")
        #expect(outcome.status == 0, "\(outcome.errors)")
        #expect(outcome.errors == "")
        #expect(
            outcome.output == """
                made autogen.yaml
                wrote revisions/20240301T101112Z_a1_users_the_first.sql
                wrote revisions/20240301T101112Z_b2_index.sql
                wrote revisions/20240301T101112Z_c_3_bills_in_alembic_c_3.sql
                wrote revisions/20240301T101112Z_d4_both.sql
                wrote schema/tables/: 2 files
                renamed c.3 to c_3
                stamped b2

                """)
        #expect(
            try await project.done("history") == """
                d4  Both (head) (merge)
                b2  Index
                c_3  Bills (in Alembic: c.3) [billing]
                a1  Users; the 'first' (branch point)

                """)
        #expect(
            try project.text("revisions/20240301T101112Z_c_3_bills_in_alembic_c_3.sql").hasSuffix(
                """
                -- upgrade
                CREATE TABLE bills (
                    payer INTEGER, 
                    FOREIGN KEY(payer) REFERENCES users (id)
                );
                INSERT INTO users VALUES (7, 'a;b');

                -- downgrade
                DROP TABLE bills;
                DELETE FROM users WHERE id = 7;

                """))
        #expect(try await project.done("current") == "b2  Index\n")
        try await project.done("check")
        try await project.done("verify")
        // What is left leads both to the same.
        try await project.done("upgrade")
        try await project.done("diff", "declared", "live")
        try FileManager.default.copyItem(
            atPath: project.path("backend/app.db"), toPath: project.path("ours.db"))
        try FileManager.default.removeItem(atPath: project.path("backend/app.db"))
        try await AlembicSample.run("upgrade", "heads", in: project)
        try await project.done("diff", "live", "declared")
    }

    /// Dependencies between trees, a table of its own name, and statements that stand outside a transaction.
    @Test func aPostgresProject() async throws {
        try await Server().withDatabase { url in
            let project = try Project()
            try AlembicSample.write(to: project, url: "postgresql://x/x")
            let settings =
                #"context.configure(url=url, literal_binds=True, version_table="steps", version_table_schema="public")"#
            try project.write(
                project.text("backend/migrations/env.py").replacing(
                    "context.configure(url=url, literal_binds=True)", with: settings), to: "backend/migrations/env.py")
            try AlembicSample.revision(
                "e5", after: "None", "Audit", labels: #"("audit",)"#, needs: #""b2""#, in: project,
                up: """
                    op.execute("CREATE TYPE mood AS ENUM ('sad')")
                        with op.get_context().autocommit_block():
                            op.execute("ALTER TYPE mood ADD VALUE 'ok'")
                            op.create_index("by_id", "users", ["id"], postgresql_concurrently=True)
                        op.create_table("audit", sa.Column("u", sa.Integer, sa.ForeignKey("users.id")))
                    """,
                down: #"op.drop_table("audit"); op.drop_index("by_id"); op.execute("DROP TYPE mood")"#)
            let sql = try await AlembicSample.run("upgrade", "base:heads", "--sql", in: project)
            try project.write(sql, to: "alembic.sql")
            let run = try await Program.run(
                "/usr/bin/env", ["psql", "-X", "-q", "-v", "ON_ERROR_STOP=1", "-d", url, "-f", "alembic.sql"],
                in: project.folder)
            #expect(run.status == 0, "\(run.errors)")
            let outcome = try await importing(project, url)
            #expect(outcome.status == 0, "\(outcome.output)\(outcome.errors)")
            #expect(outcome.output.hasSuffix("stamped d4, e5\n"))
            let script = try project.text("revisions/20240301T101112Z_e5_audit.sql")
            #expect(script.contains("-- transaction: no\n-- labels: audit\n-- depends-on: b2\n"))
            #expect(
                script.contains(
                    "COMMIT;\nALTER TYPE mood ADD VALUE 'ok';\nCREATE INDEX CONCURRENTLY by_id ON users (id);\nBEGIN;"))
            #expect(!script.contains("steps"))
            try await project.done("verify")
            let diff = try await project.done("diff", "declared", "live")
            #expect(diff == "no difference\n")
            try await Server().withDatabase { other in
                try await project.done("upgrade", "heads", "--url", other)
                #expect(try await project.done("diff", other, "live") == "no difference\n")
            }
        }
    }

    /// A revision that asks a database while it runs is named, and nothing is written.
    @Test func whatAlembicCanNotPrint() async throws {
        let project = try Project()
        try AlembicSample.write(to: project, url: "sqlite:///app.db")
        try AlembicSample.revision(
            "e5", after: #""d4""#, "Rows", in: project,
            up: #"print(op.get_bind().execute(sa.text("SELECT 1")).scalar())"#, down: #"raise Exception("no way back")"#
        )
        try AlembicSample.revision(
            "f6", after: #""e5""#, "More", in: project, up: #"op.create_table("more", sa.Column("id", sa.Integer))"#,
            down: #"op.drop_table("more")"#)
        let before = try project.contents().keys.filter { !$0.contains("__pycache__") }.sorted()
        let refused = try await importing(project, "sqlite:app.db")
        #expect(refused.status == 4)
        let file = project.path("backend/migrations/versions/e5.py")
        #expect(
            refused.errors == """
                error: Alembic can't print the SQL of these revisions: they ask a database while they run
                  \(file): AttributeError: 'NoneType' object has no attribute 'scalar'
                --allow incomplete leaves these sections to you, with a comment in each; nothing was written

                """)
        #expect(try project.contents().keys.filter { !$0.contains("__pycache__") }.sorted() == before)
        let allowed = try await importing(project, "sqlite:app.db", "--allow", "incomplete")
        #expect(allowed.status == 0, "\(allowed.errors)")
        #expect(
            allowed.errors == """
                warning: the upgrade is yours to write: \(file): AttributeError: 'NoneType' object has no attribute 'scalar'
                warning: the downgrade is yours to write: \(file): Exception: no way back

                """)
        #expect(
            try project.text("revisions/20240301T101112Z_e5_rows.sql").contains(
                "-- upgrade\n-- Alembic prints no SQL for this: \(file)\n"))
        #expect(try project.files("revisions").count == 6)
        try await project.done("upgrade")
        try await project.done("check", "--live")
    }

    @Test func noAlembicAndNoProject() async throws {
        let project = try Project()
        let none = try await project.autogen(
            "import", "alembic", "--alembic", "alembic-that-is-not", "--url", "sqlite:a.db")
        #expect(none.status == 2)
        #expect(none.errors.contains("alembic-that-is-not can't be run"))
        #expect(none.errors.contains("--alembic COMMAND says how"))
        let unknown = try await project.autogen("import", "alembic")
        #expect(unknown.errors == "error: there is no autogen.yaml here; add --url URL, as for autogen init\n")
        try project.write("", to: "backend/empty")
        let empty = try await importing(project, "sqlite:a.db")
        #expect(empty.status == 2)
        #expect(empty.errors.contains("alembic history -v fails: FAILED: No 'script_location' key found"))
        #expect(try project.files(".") == ["backend"])
    }
}
