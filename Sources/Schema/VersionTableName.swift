/// The table in which autogen keeps the applied revisions; reflection leaves it out.
package enum VersionTableName {
    package static let standard = "autogen_version"
    package static let standardSchema = "public"
}
