/// A part of the history, as a person names it: `FROM:TO`. Either end may be left out.
///
/// ```swift
/// try RevisionRange("3f2a:head")
/// try RevisionRange("-3:")         // the latest three steps: relative ends count from the other one
/// ```
public struct RevisionRange: Sendable, Hashable, CustomStringConvertible {
    /// `nil` is the base.
    public let lower: RevisionReference?
    /// `nil` are the heads.
    public let upper: RevisionReference?
    /// The text it was read from.
    public let description: String

    /// Reads `FROM:TO`; throws ``RevisionReferenceError`` where there is no colon or an end is malformed.
    public init(_ text: String) throws(RevisionReferenceError) {
        let parts = text.split(separator: ":", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .malformedRange(text) }
        lower = parts[0].isEmpty ? nil : try RevisionReference(String(parts[0]))
        upper = parts[1].isEmpty ? nil : try RevisionReference(String(parts[1]))
        description = text
    }

    /// Whether an end is `current`, which only a database tells.
    public var needsDatabase: Bool {
        [lower, upper].contains { $0?.anchor == .current && $0?.isRelative == false }
    }
}
