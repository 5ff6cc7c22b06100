/// The version of this library.
public enum AutogenVersion {
    public static let text = "0.1.0"
}
