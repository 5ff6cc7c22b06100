/// The session in which every file starts.
enum SessionDefaults {
    /// Function bodies go unchecked so that the order of functions and tables doesn't matter; nobody waits for the disk
    /// to keep a scratch database.
    static let postgres = """
        RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL;
        SET check_function_bodies = off; SET client_min_messages = warning; SET synchronous_commit = off;

        """
}
