import Foundation

/// Alembic, and a project of its kind: tables, two branches and their merge, one with a name that we can't have.
enum AlembicSample {
    /// Brings it from PyPI when it is not in the cache; a test that needs it fails where it can't be had.
    static var program: String {
        URL(filePath: #filePath).deletingLastPathComponent().appending(path: "../../../scripts/alembic")
            .standardizedFileURL.path
    }

    @discardableResult
    static func run(_ arguments: String..., in project: Project, folder: String = "backend") async throws -> String {
        let outcome = try await Program.run(program, arguments, in: project.path(folder))
        guard outcome.status == 0 else { throw Program.Missing(what: "alembic: \(outcome.output)\(outcome.errors)") }
        return outcome.output
    }

    /// `url` is SQLAlchemy's.
    static func write(to project: Project, url: String) throws {
        try project.write(
            "[alembic]\nscript_location = %(here)s/migrations\npath_separator = os\nsqlalchemy.url = \(url)\n",
            to: "backend/alembic.ini")
        try project.write(
            """
            from alembic import context
            from sqlalchemy import create_engine

            url = context.config.get_main_option("sqlalchemy.url")
            if context.is_offline_mode():
                context.configure(url=url, literal_binds=True)
                with context.begin_transaction():
                    context.run_migrations()
            else:
                with create_engine(url).connect() as connection:
                    context.configure(connection=connection)
                    with context.begin_transaction():
                        context.run_migrations()

            """, to: "backend/migrations/env.py")
        try revision(
            "a1", after: "None", "Users; the 'first'", in: project,
            up: """
                op.create_table("users", sa.Column("id", sa.Integer, primary_key=True),
                                    sa.Column("name", sa.String(20), nullable=False))
                """, down: #"op.drop_table("users")"#)
        try revision(
            "b2", after: #""a1""#, "Index", in: project, up: #"op.create_index("users_name", "users", ["name"])"#,
            down: #"op.drop_index("users_name")"#)
        try revision(
            "c.3", after: #""a1""#, "Bills", labels: #"("billing",)"#, in: project,
            up: #"op.create_table("bills", sa.Column("payer", sa.Integer, sa.ForeignKey("users.id")))"#
                + #"; op.execute("INSERT INTO users VALUES (7, 'a;b')")"#,
            down: #"op.drop_table("bills"); op.execute("DELETE FROM users WHERE id = 7")"#)
        try revision("d4", after: #"("b2", "c.3")"#, "Both", in: project, up: "pass", down: "pass")
    }

    static func revision(
        _ id: String, after parent: String, _ message: String, labels: String = "None", needs: String = "None",
        in project: Project, up: String, down: String
    ) throws {
        try project.write(
            #"""
            """\#(message)

            Revision ID: \#(id)
            Create Date: 2024-03-01 10:11:12.345678
            """
            from alembic import op
            import sqlalchemy as sa

            revision = "\#(id)"
            down_revision = \#(parent)
            branch_labels = \#(labels)
            depends_on = \#(needs)


            def upgrade():
                \#(up)


            def downgrade():
                \#(down)

            """#, to: "backend/migrations/versions/\(id).py")
    }
}
