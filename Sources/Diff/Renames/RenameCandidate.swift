public import AutogenSchema

/// Something that is gone, and something new of its kind that is much like it.
public struct RenameCandidate: Sendable, Hashable, CustomStringConvertible {
    /// The rename that it would be.
    public let rename: Rename
    /// How much alike the two are, from 0 to 1.
    public let score: Double

    /// `column public.users.nm -> name (87 % alike)`
    public var description: String { "\(rename) (\(percent) % alike)" }

    /// The score, in hundredths.
    public var percent: Int { Int((score * 100).rounded()) }
}
