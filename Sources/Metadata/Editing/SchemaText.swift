import AutogenSQLText
package import AutogenSchema

/// The files of a declared schema as text: where each object stands in them, and what becomes of them when objects come,
/// go and change, as a person would write it.
///
/// ```swift
/// var text = SchemaText(declared, loaded.catalog)
/// text.add("CREATE INDEX users_email_idx ON users (email);", for: index, besides: table)
/// text.edited  // schema/users.sql with the index below the table
/// ```
///
/// Each edit says whether it could be made; whether the files then declare what is wanted is for the database to tell.
package struct SchemaText: Sendable {
    struct Place: Hashable {
        let file: String
        let number: Int
    }

    let files: [SourceFile]
    let statements: [String: [SourceStatement]]
    let catalog: Catalog
    /// The statement that made each object, and what each made.
    let makers: [ObjectID: Place]
    let made: [Place: Set<ObjectID>]

    var lists: [Place: MemberList] = [:]
    var removed: Set<Place> = []
    var rewritten: [Place: String] = [:]
    /// What comes behind a statement.
    var added: [Place: [String]] = [:]
    var created: [String: [String]] = [:]
    /// Comments that are put beside what they are about.
    var notes: [String: [TextEdit]] = [:]
    /// Whether the project's sources reach a path.
    let covers: @Sendable (String) -> Bool
    let root: String

    /// - Parameter catalog: what the files declare, as it was loaded from them.
    package init(_ declared: DeclaredSchema, _ catalog: Catalog, sources: [String]) {
        files = declared.files
        self.catalog = catalog
        statements = declared.statementsByFile
        var places: [FileLocation: Place] = [:]
        for file in files {
            let lines = LineTable(file)
            for (number, statement) in (statements[file.name] ?? []).enumerated() {
                places[lines.location(of: statement.range.lowerBound)] = Place(file: file.name, number: number)
            }
        }
        let makers = catalog.provenance.locations.compactMapValues { places[$0] }
        self.makers = makers
        made = makers.reduce(into: [:]) { $0[$1.value, default: []].insert($1.key) }
        covers = { SourceFinder.reaches($0, from: sources) }
        root = sources.first { !$0.hasSuffix(".sql") && !Glob.isPattern($0) } ?? "."
    }

    /// Whether the statement that made an object names things without their schema.
    package func isUnqualified(_ id: ObjectID) -> Bool {
        // The first statement of all where it has none.
        let first = files.lazy.flatMap { file in
            (self.statements[file.name] ?? []).indices.map { Place(file: file.name, number: $0) }
        }.first { made[$0] != nil }
        let own = makers[id] ?? catalog.parent(of: id).flatMap { makers[$0] } ?? first
        guard let own, let statement = statement(own) else { return false }
        let usual = catalog.dialect.naming.usualSchema
        return !statement.sql.tokens.contains { statement.sql.reader.name(of: $0) == usual }
    }

    /// The text of the statement that made an object, when that made nothing else of its own.
    package func statement(of id: ObjectID) -> String? {
        guard let place = makers[id], catalog.parent(of: id).map({ makers[$0] != place }) ?? true else { return nil }
        return statement(place)?.text
    }

    func statement(_ place: Place) -> SourceStatement? {
        let own = statements[place.file] ?? []
        return own.indices.contains(place.number) ? own[place.number] : nil
    }

    /// Where an object is declared: a member of a table in the line that defines it.
    package func place(of id: ObjectID) -> FileLocation? {
        let own = id.kind == .comment ? id.target.flatMap(comment) : nil
        guard let place = own ?? makers[id] ?? makers[ObjectID(.column, path: id.path)],
            let statement = statement(place)
        else {
            return nil
        }
        let member = catalog[id].flatMap { MemberList(statement)?.range(of: $0)?.lowerBound }
        return LineTable(statement.file).location(of: member ?? statement.range.lowerBound)
    }
}
