/// What the files of a declared schema come to.
public struct SourceDigest: Sendable, Hashable {
    /// As ``DeclaredSchema/contentHash``: 64 hexadecimal digits.
    public let text: String
    /// Whether files may be part of it that the sources do not name.
    public let mayIncludeOthers: Bool
}
