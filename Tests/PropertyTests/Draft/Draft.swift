/// A random schema as SQL, with what later genes must know of the objects made so far.
struct Draft: Sendable {
    private(set) var statements: [String] = []
    /// The keys of the choices that each gene made.
    var drawn: [Gene.Place: Set<String>] = [:]

    var schemas = ["public"]
    var collations: [String] = []
    var types = TypeFact.builtIn
    var sequences: [[String]] = []
    var ownedSequences: Set<[String]> = []
    var functions: [FunctionFact] = []
    var relations: [RelationFact] = []
    var dictionaries: [String] = []
    var things: [Thing] = []
    /// Names that are taken, in a namespace of the writer's own making.
    private var taken: Set<String> = []

    var script: String { statements.map { $0 + ";\n" }.joined() }
    var tables: [RelationFact] { relations.filter(\.isTable) }

    mutating func add(_ statement: String) { statements.append(statement) }

    mutating func add(_ thing: Thing) { things.append(thing) }

    /// Whether the name was free; it is taken from now on.
    mutating func take(_ name: String) -> Bool { taken.insert(name).inserted }

    /// The place of a new object: a name of its own in one of the schemas.
    func path(_ word: String, _ dice: inout Dice, number: Int? = nil) -> [String] {
        let schema = dice.pick("schema", schemas) { $0 } ?? "public"
        return [schema, Names.name(word, number ?? dice.gene.number)]
    }

    mutating func update(_ path: [String], _ change: (inout RelationFact) -> Void) {
        if let index = relations.firstIndex(where: { $0.path == path }) { change(&relations[index]) }
    }
}
