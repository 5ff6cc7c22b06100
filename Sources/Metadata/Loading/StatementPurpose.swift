/// What a statement of the declared schema is there for, as far as its first words tell.
enum StatementPurpose: Sendable, Hashable {
    /// Makes or changes objects; also everything that is not known better.
    case schema
    /// Changes rows; `word` is how it begins.
    case data(word: String)
    /// Changes the session, for the rest of its file.
    case setting
    /// Makes a role, which belongs to the whole server.
    case role(String)
    /// Is not run, and nobody needs to know.
    case ignored
    case skipped(Note.Level, String)
    case refused(String)
}
