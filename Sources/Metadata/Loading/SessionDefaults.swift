import AutogenConnection

/// The session in which every file starts.
enum SessionDefaults {
    /// What a file means does not depend on the settings of whoever reads it; its own hold from where they stand. Nobody
    /// waits for the disk to keep a scratch database.
    static let postgres = """
        RESET SESSION AUTHORIZATION; RESET ROLE; RESET ALL;
        \(PinnedSettings.session)SET client_min_messages = warning; SET synchronous_commit = off;

        """
}
