/// Roles belong to the server, so they are made once and stay; another database may be making them right now.
public enum TestRoles {
    public static let script = ["plan_reader", "plan_writer"].map { role in
        """
        DO $$ BEGIN
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '\(role)') THEN CREATE ROLE \(role); END IF;
        EXCEPTION WHEN duplicate_object OR unique_violation THEN NULL;
        END $$;

        """
    }.joined()
}
