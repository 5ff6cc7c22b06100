import AutogenConnection
import AutogenReflection
import AutogenSchema

/// Statements that would make what another one has made.
struct Duplicates {
    private let origins: StatementOrigins
    private let locations: [ObjectID: FileLocation]
    private let objects: [ObjectID]

    /// What the database has after the statements that ran.
    init(after statements: [SourceStatement], on connection: any Connection) async throws {
        let numbered = try await Reflector.numberedCatalog(of: connection)
        self.init(
            numbered.catalog, try await StatementOrigins(of: numbered, madeBy: statements, on: connection))
    }

    init(_ catalog: Catalog, _ origins: StatementOrigins) {
        self.origins = origins
        locations = origins.locations
        objects = catalog.objects.ids.filter { id in
            id.target == nil && id.kind != .column && id.kind != .columnDefault
        }
    }

    /// Where what a statement makes is declared before, in words of a hint: `declared twice: a.sql:3 and b.sql:9`.
    func hint(for statement: SourceStatement) -> String? {
        guard let first = place(of: statement) else { return nil }
        let second = statement.file.position(of: statement.range.lowerBound)
        return "declared twice: \(Self.text(first)) and \(statement.file.name):\(second.line)"
    }

    /// The warning about a statement that is there in vain, since what it makes is there.
    func note(on statement: SourceStatement) -> Note? {
        let words = Array(statement.keywords.prefix(6))
        guard words.first == "CREATE", origins.objects(madeBy: statement).isEmpty,
            words.indices.contains(where: { words[$0...].starts(with: ["IF", "NOT", "EXISTS"]) }),
            let first = place(of: statement)
        else { return nil }
        return Note(
            .warning, statement.file, at: statement.range.lowerBound,
            "is ignored, since \(Self.text(first)) declares it already: one of the two is to go")
    }

    private static func text(_ place: FileLocation) -> String { "\(place.file)\(place.line.map { ":\($0)" } ?? "")" }

    /// The place of the object that the statement names first.
    private func place(of statement: SourceStatement) -> FileLocation? {
        let isMember = statement.starts(with: "ALTER")
        let own = objects.filter { ($0.kind == .constraint) == isMember && locations[$0] != nil }
        let names = NamesInStatement(statement)
        guard let found = names.first(of: own.map { Address($0) }, in: names) else { return nil }
        let alike = own.filter { Address($0).ownName == found.ownName && Address($0).kind == found.kind }
        let named = alike.filter { id in
            names.all.contains { names.isSame($0, Address(id).path.dropLast().last ?? "") }
        }
        // Of several that are called so, such as those of two schemas, nothing tells which one is meant.
        let meant = alike.count == 1 ? alike : named
        return meant.count == 1 ? locations[meant[0]] : nil
    }
}
