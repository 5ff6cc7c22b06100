/// The table in which autogen keeps the applied revisions; reflection leaves it out.
public enum VersionTableName {
    public static let standard = "autogen_version"
    public static let standardSchema = "public"
}
