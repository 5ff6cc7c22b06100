/// The version of this library.
public enum AutogenVersion {
    /// As `autogen --version` prints it and the version table records it.
    public static let text = "0.1.0"
}
