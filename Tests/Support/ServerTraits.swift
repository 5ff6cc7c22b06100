import AutogenSchema
public import Testing

extension Trait where Self == ConditionTrait {
    /// Runs on servers of these major versions alone: `.postgres(18...)`.
    public static func postgres(_ majors: PartialRangeFrom<Int>) -> Self {
        .enabled("needs PostgreSQL \(majors.lowerBound) or later") {
            majors.contains(try await TestServer.version().major)
        }
    }

    /// Runs on servers before a major version alone: `.postgres(..<17)`.
    public static func postgres(_ majors: PartialRangeUpTo<Int>) -> Self {
        .enabled("needs PostgreSQL before \(majors.upperBound)") {
            majors.contains(try await TestServer.version().major)
        }
    }

    /// Runs on servers of one major version alone, for a stated reason.
    public static func postgres(_ major: Int, _ reason: Testing.Comment) -> Self {
        .enabled(reason) { try await TestServer.version().major == major }
    }

    /// Runs where the server's installation has these extensions.
    public static func extensions(_ names: String...) -> Self {
        .enabled("needs a server with the extensions \(names.joined(separator: ", "))") {
            try await TestServer.has(extensions: names)
        }
    }
}
