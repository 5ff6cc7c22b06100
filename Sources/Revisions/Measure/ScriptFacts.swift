public import AutogenPlan
import AutogenSQLText
package import AutogenSchema

/// What a scratch database has shown of the statements of a script, one after the other.
public struct ScriptFacts: Sendable, Hashable {
    /// The engine that showed it, as the header names it: `postgresql 15`.
    public let engine: String
    /// A line for each statement of the upgrade, in order.
    public let upgrade: [StatementFacts]
    /// A line for each statement of the downgrade, in order.
    public let downgrade: [StatementFacts]
}

/// What the header of a script says of the facts over its statements: `-- measured: postgresql 15, 3f2a9c81d0be`.
public struct Measurement: Sendable, Hashable, CustomStringConvertible {
    /// The engine with its major version.
    public let engine: String
    /// Of the statements that were measured; when theirs is another, they were edited since.
    public let digest: String

    /// As it stands in the header.
    public var description: String { "\(engine), \(digest)" }

    init(engine: String, digest: String) {
        self.engine = engine
        self.digest = digest
    }

    init?(_ text: String) {
        guard let comma = text.lastIndex(of: ",") else { return nil }
        let digest = text[text.index(after: comma)...].trimmingSpaces
        guard comma > text.startIndex, !digest.isEmpty, digest.allSatisfy(\.isHexDigit) else { return nil }
        self.init(engine: text[..<comma].trimmingSpaces, digest: digest)
    }

    /// That of a script's statements as they are.
    static func digest(of revision: Revision) -> String {
        let sections = Direction.allCases.map { direction in
            // Neither blanks nor comments make other statements.
            SQLStatement.all(in: revision.sql(direction), revision.dialect.syntax)
                .map { statement in statement.tokens.map { statement.text(of: $0) }.joined(separator: " ") }
                .joined(separator: ";\n")
        }
        return String(SHA256.hexadecimal(sections.joined(separator: "\n-- downgrade\n")).prefix(12))
    }
}

extension Revision {
    /// Whether its statements are not those that were measured.
    public var isMeasuredBeforeEdit: Bool { measured.map { $0.digest != Measurement.digest(of: self) } ?? false }

    /// The same with a line of facts over each statement that clients notice, in the place of what was only assumed.
    package func withFacts(_ facts: ScriptFacts) -> Revision {
        var result = self
        result.upgrade = MeasuredText(upgrade, dialect.syntax).text(with: facts.upgrade)
        result.downgrade = MeasuredText(downgrade, dialect.syntax).text(with: facts.downgrade)
        result.measured = Measurement(engine: facts.engine, digest: Measurement.digest(of: result))
        return result
    }
}

/// A statement of a script, with the facts that stand over it.
public struct MeasuredStatement: Sendable, Hashable {
    /// Without the closing semicolon.
    public let text: String
    /// The line of the file on which it begins, counted from 1.
    public let line: Int
    /// What of it clients notice.
    public let facts: StatementFacts
}

extension RevisionScript {
    /// Whether the lines over its statements are of these.
    package var isAsMeasured: Bool { revision.measured != nil && !revision.isMeasuredBeforeEdit }

    /// The statements of a section over which facts stand, in order.
    public func measuredStatements(_ direction: Direction) -> [MeasuredStatement] {
        let facts = MeasuredText(revision.sql(direction), syntax).facts
        return zip(statements(direction), facts).compactMap { statement, facts in
            facts.map { MeasuredStatement(text: statement.text, line: statement.line, facts: $0) }
        }
    }

    /// The relations whose size says how long the upgrade or the downgrade takes.
    package func measuredRelations(_ direction: Direction) -> [Address] {
        measuredStatements(direction).flatMap { $0.facts.uses }.filter { $0.effect?.growsWithRows == true }
            .map(\.relation)
    }

    /// A section with the sizes at hand behind what takes the longer the more there is.
    package func sql(_ direction: Direction, with sizes: [Address: RelationSize]) -> String {
        MeasuredText(revision.sql(direction), syntax).text(with: sizes)
    }
}
