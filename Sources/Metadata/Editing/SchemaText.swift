import AutogenSQLText
package import AutogenSchema

/// The files of a declared schema as text: where each object stands in them, and what becomes of them when objects come,
/// go and change, as a person would write it.
///
/// ```swift
/// var text = SchemaText(declared, loaded.catalog)
/// text.add("CREATE INDEX users_email_idx ON users (email);", for: index, besides: table)
/// text.edited()  // schema/users.sql with the index below the table
/// ```
///
/// Each edit says whether it could be made; whether the files then declare what is wanted is for the database to tell.
package struct SchemaText: Sendable {
    struct Place: Hashable {
        let file: String
        let number: Int
    }

    private let files: [SourceFile]
    let statements: [String: [SourceStatement]]
    private let catalog: Catalog
    /// The statement that made each object, and what each made.
    let makers: [ObjectID: Place]
    private let made: [Place: Set<ObjectID>]

    private var lists: [Place: MemberList] = [:]
    private var removed: Set<Place> = []
    private var rewritten: [Place: String] = [:]
    /// What comes behind a statement.
    private var added: [Place: [String]] = [:]
    private var created: [String: [String]] = [:]
    /// Comments that are put beside what they are about.
    var notes: [String: [TextEdit]] = [:]
    /// Whether the project's sources reach a path.
    private let covers: @Sendable (String) -> Bool
    private let root: String

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

    // MARK: Members of tables

    /// Edits the list in which a table is declared.
    private mutating func change(_ table: ObjectID, _ edit: (inout MemberList) -> Bool) -> Bool {
        guard let place = makers[table], !removed.contains(place), rewritten[place] == nil,
            var list = lists[place] ?? statement(place).flatMap({ MemberList($0) }), edit(&list), list.edits != nil
        else { return false }
        lists[place] = list
        return true
    }

    package mutating func addColumn(_ text: String, to table: ObjectID) -> Bool {
        change(table) { $0.add(text, isColumn: true) }
    }

    package mutating func addConstraint(_ text: String, to table: ObjectID) -> Bool {
        change(table) { $0.add(text, isColumn: false) }
    }

    package mutating func removeColumn(_ id: ObjectID, of table: ObjectID) -> Bool {
        change(table) { $0.removeColumn(id.name) }
    }

    package mutating func removeConstraint(_ id: ObjectID, _ body: Constraint, of table: ObjectID) -> Bool {
        change(table) { $0.removeConstraint(id.name, body) }
    }

    package mutating func replaceConstraint(
        _ id: ObjectID, _ body: Constraint, of table: ObjectID, by text: String
    ) -> Bool {
        change(table) { $0.replaceConstraint(id.name, body, by: text) }
    }

    package mutating func replaceColumn(_ id: ObjectID, of table: ObjectID, by text: String) -> Bool {
        change(table) { $0.replaceColumn(id.name, by: text) }
    }

    /// Says anew what of a column differs.
    package mutating func changeColumn(_ id: ObjectID, of table: ObjectID, from: Column, to: Column) -> Bool {
        var plain = to
        (plain.type, plain.notNull, plain.position) = (from.type, from.notNull, from.position)
        guard plain == from else { return false }
        return change(table) { list in
            list.changeColumn(id.name) { column in
                if from.type != to.type { column.setType(to.type) }
                if from.notNull != to.notNull { column.setNotNull(to.notNull) }
                return true
            }
        }
    }

    /// Puts labels into the list of an enum, each behind the one that it follows.
    package mutating func addLabels(_ labels: [(label: String, previous: String)], to type: ObjectID) -> Bool {
        change(type) { list in
            labels.allSatisfy { list.add(Self.quoted($0.label), behind: Self.quoted($0.previous)) }
        }
    }

    private static func quoted(_ label: String) -> String { "'\(label.replacing("'", with: "''"))'" }

    /// Puts attributes behind those of a composite type, and takes others away.
    package mutating func changeAttributes(
        of type: ObjectID, adding new: [String], removing old: [String], retyping types: [(name: String, type: String)]
    ) -> Bool {
        change(type) { list in
            old.allSatisfy { list.removeColumn($0) } && new.allSatisfy { list.add($0, isColumn: true) }
                && types.allSatisfy { attribute in
                    list.changeColumn(attribute.name) { column in
                        column.setType(attribute.type)
                        return true
                    }
                }
        }
    }

    package mutating func setDefault(_ expression: String?, of column: ObjectID, in table: ObjectID) -> Bool {
        change(table) { list in
            list.changeColumn(column.name) { column in
                column.setDefault(expression)
                return true
            }
        }
    }

    // MARK: Statements

    /// Takes the statements away that made an object and its parts, when all they made goes.
    package mutating func remove(_ id: ObjectID, with parts: [ObjectID]) -> Bool {
        if id.kind == .comment, let target = id.target {
            guard let place = comment(on: target) else { return false }
            removed.insert(place)
            return true
        }
        let gone = Set(parts).union([id])
        guard makers[id] != nil else { return false }
        let places = Set(gone.compactMap { makers[$0] })
        guard places.allSatisfy({ lists[$0] == nil && (made[$0] ?? []).isSubset(of: gone) }) else { return false }
        removed.formUnion(places)
        removed.formUnion(gone.compactMap(\.target).compactMap(comment))
        return true
    }

    /// The last statement that gives an object its comment.
    private func comment(on id: ObjectID) -> Place? {
        for file in files.reversed() {
            let own = statements[file.name] ?? []
            if let number = own.lastIndex(where: { CommentStatement($0)?.isAbout(id) ?? false }) {
                return Place(file: file.name, number: number)
            }
        }
        return nil
    }

    /// Writes the statement anew that made an object and nothing else.
    package mutating func rewrite(_ id: ObjectID, as text: String) -> Bool {
        if id.kind == .comment, let target = id.target {
            guard let place = comment(on: target) else { return false }
            rewritten[place] = text
            return true
        }
        guard let place = makers[id], let all = made[place], lists[place] == nil, !removed.contains(place) else {
            return false
        }
        guard all.allSatisfy({ $0 == id || isPart($0, of: id) }) else { return false }
        rewritten[place] = text
        return true
    }

    private func isPart(_ id: ObjectID, of whole: ObjectID) -> Bool {
        var current = catalog.parent(of: id)
        while let parent = current {
            if parent == whole { return true }
            current = catalog.parent(of: parent)
        }
        return false
    }

    /// Writes a statement where its kind belongs: by the table that it is about where others stand so, in a file of its
    /// own, or at the end of the file that holds all of its kind.
    package mutating func add(_ text: String, for id: ObjectID, besides whole: ObjectID?) -> Bool {
        let homes = SchemaHomes(catalog: catalog, files: makers.mapValues(\.file))
        switch homes.home(of: id, besides: whole, under: root) {
        case .beside(let object):
            guard let place = lastStatement(about: object) else { return false }
            added[place, default: []].append(text)
        case .file(let name):
            if let last = (statements[name]?.indices ?? 0..<0).last {
                added[Place(file: name, number: last), default: []].append(text)
            } else if covers(name) || files.contains(where: { $0.name == name }) {
                created[name, default: []].append(text)
            } else {
                // Where the sources reach no new file, the one with most in it takes it.
                let counts = Dictionary(grouping: makers.values, by: \.file).mapValues(\.count)
                let fullest = counts.max { ($0.value, $1.key) < ($1.value, $0.key) }?.key
                guard let fullest, let last = statements[fullest]?.indices.last else { return false }
                added[Place(file: fullest, number: last), default: []].append(text)
            }
        }
        return true
    }

    /// Writes a statement behind all that name an object.
    package mutating func addChange(_ text: String, of id: ObjectID) -> Bool {
        let hasArguments = id.kind == .function || id.kind == .aggregate
        let name = (hasArguments ? id.path.dropLast() : id.path[...]).last ?? ""
        for file in files.reversed() {
            let own = statements[file.name] ?? []
            guard
                let number = own.lastIndex(where: { statement in
                    let names = NamesInStatement(statement)
                    return names.all.contains { names.isSame($0, name) }
                })
            else { continue }
            added[Place(file: file.name, number: number), default: []].append(text)
            return true
        }
        return false
    }

    /// The last statement of the file that holds an object which is about it.
    private func lastStatement(about id: ObjectID) -> Place? {
        guard let first = makers[id] else { return nil }
        let about = makers.filter { other, place in
            place.file == first.file
                && (other == id || isPart(other, of: id)
                    || other.target.map { $0 == id || isPart($0, of: id) } ?? false)
        }
        return about.values.max { $0.number < $1.number } ?? first
    }

    // MARK: Comments

    /// Puts a comment of a line beside the declaration of something: behind a member that has a line for itself, over a
    /// statement. Nothing is written where it stands nowhere.
    package mutating func annotate(_ object: Address, _ comment: String) {
        let kinds = [object.kind, Kind.table.rawValue, Kind.enumType.rawValue, Kind.compositeType.rawValue]
        let ids = catalog.objects.ids.filter { kinds.contains($0.kind.rawValue) }
        let own = ids.first { Address($0) == object && makers[$0] != nil }
        let whole = ids.first { $0.kind.rawValue != object.kind && $0.path == Array(object.path.dropLast()) }
        guard let place = (own ?? whole).flatMap({ makers[$0] }), let statement = statement(place) else { return }
        let isMember = own == nil || whole.map { makers[$0] == place } ?? false
        let edit =
            isMember
            ? memberNote(comment, on: object, own, in: statement) : statementNote(comment, over: statement)
        notes[place.file, default: []].append(edit)
    }

    private func statementNote(_ comment: String, over statement: SourceStatement) -> TextEdit {
        let lines = Lines(bytes: statement.file.bytes)
        let start = statement.range.lowerBound
        guard lines.beginsLine(start) else { return TextEdit(at: start, "/* \(comment) */ ") }
        return TextEdit(at: start, "-- \(comment)\n\(lines.indent(of: start))")
    }

    private func memberNote(
        _ comment: String, on object: Address, _ id: ObjectID?, in statement: SourceStatement
    ) -> TextEdit {
        let member = id.flatMap { catalog[$0] }.flatMap { MemberList(statement)?.range(of: $0) }
        let named = statement.sql.tokens.last { token in
            let names = NamesInStatement([token], of: statement)
            return names.all.contains { names.isSame($0, object.ownName) }
        }
        guard let range = member ?? named?.range else { return statementNote(comment, over: statement) }
        let lines = Lines(bytes: statement.file.bytes)
        let end = lines.end(of: range.upperBound)
        let tokens = statement.sql.tokens
        let following = tokens.first { $0.range.lowerBound >= range.upperBound }
        let isComma = following.map { statement.sql.text(of: $0) == "," } ?? false
        let behind = isComma ? following?.range.upperBound ?? range.upperBound : range.upperBound
        // Where something else stands in the line, the comment stands right behind.
        guard lines.beginsLine(range.lowerBound), lines.isBlank(behind..<end) else {
            return TextEdit(at: range.upperBound, " /* \(comment) */")
        }
        return TextEdit(at: behind, "  -- \(comment)")
    }

    // MARK: The files

    /// A file with its new text; `nil` where nothing is left of it.
    package struct EditedFile: Sendable, Hashable {
        package let name: String
        /// What it is made of; empty for a new one.
        package let original: [UInt8]
        package let text: String?
        package let isNew: Bool

        /// The same made of the files as they were before other edits.
        package func made(of sources: DeclaredSchema) -> EditedFile {
            let original = sources.files.first { $0.name == name }
            return EditedFile(name: name, original: original?.bytes ?? [], text: text, isNew: original == nil)
        }
    }

    package var edited: [EditedFile] {
        var edited: [EditedFile] = []
        for file in files {
            var edits = edits(in: file) + (notes[file.name] ?? [])
            if let texts = created[file.name] {
                edits.append(TextEdit(at: file.bytes.count, "\n" + texts.joined(separator: "\n\n") + "\n"))
            }
            guard !edits.isEmpty else { continue }
            if Lines(bytes: file.bytes).hasReturns {
                edits = edits.map { TextEdit($0.range, $0.text.replacing("\n", with: "\r\n")) }
            }
            let bytes = TextEdit.applied(edits, to: file.bytes)
            let text = String(decoding: bytes, as: UTF8.self)
            let isEmpty = text.trimmingSpaces.isEmpty
            edited.append(EditedFile(name: file.name, original: file.bytes, text: isEmpty ? nil : text, isNew: false))
        }
        let there = Set(files.map(\.name))
        for (name, texts) in created.sorted(by: { $0.key < $1.key }) where !there.contains(name) {
            edited.append(
                EditedFile(name: name, original: [], text: texts.joined(separator: "\n\n") + "\n", isNew: true))
        }
        return edited
    }

    private func edits(in file: SourceFile) -> [TextEdit] {
        let lines = Lines(bytes: file.bytes)
        let own = statements[file.name] ?? []
        let goes = own.indices.map { removed.contains(Place(file: file.name, number: $0)) }
        var added = own.indices.map { self.added[Place(file: file.name, number: $0)] ?? [] }
        // What was to stand behind something that goes stands behind what is before that, or in its place.
        for number in own.indices where goes[number] && !added[number].isEmpty {
            guard let before = goes[..<number].lastIndex(of: false) else { continue }
            added[before] += added[number]
            added[number] = []
        }
        return own.indices.flatMap { number -> [TextEdit] in
            let place = Place(file: file.name, number: number)
            let range = own[number].range
            guard !goes[number] || added[number].isEmpty else {
                return [TextEdit(range, added[number].joined(separator: "\n\n"))]
            }
            var edits: [TextEdit] = lists[place]?.edits ?? []
            let next = own.indices.contains(number + 1) ? own[number + 1].range.lowerBound : lines.bytes.count
            if goes[number] { edits = [TextEdit(removal(of: range, before: next, in: lines), "")] }
            if let text = rewritten[place] { edits = [TextEdit(range, text)] }
            if !added[number].isEmpty, lines.bytes[range].last != UInt8(ascii: ";") {
                edits.append(TextEdit(at: range.upperBound, ";"))
            }
            for text in added[number] {
                let isClose = isTight(number, own, lines) && !text.contains("\n")
                let end = lines.end(of: range.upperBound)
                let isShared = own.indices.contains(number + 1) && own[number + 1].range.lowerBound < end
                edits.append(TextEdit(at: isShared ? range.upperBound : end, (isClose ? "\n" : "\n\n") + text))
            }
            return edits
        }
    }

    /// Whether statements of one line follow one another without a line between.
    private func isTight(_ number: Int, _ own: [SourceStatement], _ lines: Lines) -> Bool {
        func isLine(_ statement: SourceStatement) -> Bool {
            !lines.bytes[statement.range].contains(UInt8(ascii: "\n"))
        }
        guard isLine(own[number]), number > 0, isLine(own[number - 1]) else { return false }
        return lines.bytes[own[number - 1].range.upperBound..<own[number].range.lowerBound]
            .count { $0 == UInt8(ascii: "\n") } == 1
    }

    /// The lines of a statement with the comments over it and the empty line that parts it from the next.
    private func removal(of range: Range<Int>, before following: Int, in lines: Lines) -> Range<Int> {
        let end = lines.end(of: range.upperBound)
        if following < end { return range.lowerBound..<following }
        guard lines.beginsLine(range.lowerBound) else { return range }
        let start = lines.startOfComments(above: range.lowerBound)
        guard end < lines.bytes.count else {
            // The last of the file takes the empty line above along.
            var first = start
            while first > 0, lines.isBlank((first - 1)..<first) { first -= 1 }
            return first..<end
        }
        var next = lines.next(after: end)
        while next < lines.bytes.count, lines.isBlank(next..<lines.end(of: next)) { next = lines.next(after: next) }
        return start..<next
    }
}
