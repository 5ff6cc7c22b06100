/// Roles belong to the server, so they are made once and stay.
public enum TestRoles {
    public static let script = """
        DO $$ BEGIN
            PERFORM pg_advisory_xact_lock(20260411);
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plan_reader') THEN CREATE ROLE plan_reader; END IF;
            IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'plan_writer') THEN CREATE ROLE plan_writer; END IF;
        END $$;

        """
}
