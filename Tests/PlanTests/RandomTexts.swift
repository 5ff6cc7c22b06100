import AutogenDiff
import AutogenPlan
import AutogenSchema
import TestSupport
import Testing

/// Stands for each text of a database's another one, always the same.
struct RandomTexts {
    private var generator: SplitMix
    private var texts: [String: String] = [:]
    /// Of texts that are taken apart, the whole, which no script holds.
    private var wholes: [String: String] = [:]
    private let names: [Kind: Set<String>]
    private let pieces: [String]
    static let pieces = [
        "'", "\"", "(", ")", "[", "::", "--", "/*", "$$", ";", "\n", " ", ",", "=", "é", " NO INHERIT", " NOT VALID",
        " WITH (", " WHERE ", " DEFERRABLE", " INCLUDE (", "DEFAULT", "CREATE ", "CONSTRAINT TRIGGER ", "ONLY ", "NULL",
        "id", "PRIMARY KEY", " INITIALLY DEFERRED", " NOT ENFORCED", "INDEX i ON ", "(ARRAY[", " BEGIN ATOMIC",
        "RANGE (",
    ]

    /// - Parameter names: the attributes that are text of the database's, by kind.
    init(seed: UInt64, names: [Kind: Set<String>], pieces: [String] = Self.pieces) {
        generator = SplitMix(state: seed)
        self.names = names
        self.pieces = pieces
    }

    /// Expects the same plans between two catalogs whose texts are others, in both directions; false when they are not.
    mutating func changeNothing(_ from: Catalog, _ to: Catalog, _ planner: Planner) throws -> Bool {
        let (strangeFrom, strangeTo) = (scrambled(from), scrambled(to))
        for (start, goal, strangeStart, strangeGoal) in [
            (from, to, strangeFrom, strangeTo), (to, from, strangeTo, strangeFrom),
        ] {
            let plan = try planner.plan(from: start, to: goal)
            let strange = try planner.plan(from: strangeStart, to: strangeGoal)
            #expect(strange.changes.map(\.id) == plan.changes.map(\.id))
            #expect(strange.statements.map(\.role) == plan.statements.map(\.role))
            #expect(strange.statements.map(\.isTransactional) == plan.statements.map(\.isTransactional))
            let written = scrambled(plan.script)
            let difference = difference(
                strange.script.split(separator: "\n").map(String.init),
                written.split(separator: "\n").map(String.init))
            #expect(difference == "", "\(plan.script)")
            guard difference == "" else { return false }
        }
        return true
    }

    mutating func scrambled(_ catalog: Catalog) -> Catalog {
        var definitions: [ObjectID: Definition] = [:]
        for id in catalog.ids {
            guard let object = catalog[id] else { continue }
            var fields = Dictionary(object.fields.map { ($0.name, $0.json) }, uniquingKeysWith: { $1 })
            for name in (names[id.kind] ?? []).sorted() {
                guard case .string(let text)? = fields[name], !text.isEmpty else { continue }
                let isTakenApart = ["clause", "keys"].contains { fields[$0]?.string?.isEmpty == false }
                if name == "definition", isTakenApart {
                    let other = wholes[text] ?? random(wholes.count)
                    wholes[text] = other
                    fields[name] = .string(other)
                } else {
                    fields[name] = .string(scrambled(whole: text))
                }
            }
            var reader = Reader(fields: fields)
            definitions[id] = Definition(id.kind, reading: &reader)
        }
        return catalog.mapped(ids: { $0 }, definitions: { definitions[$0.id] ?? $0.definition })
    }

    /// A script with the other texts in it.
    func scrambled(_ script: String) -> String {
        var result = script
        // Longer ones may hold shorter ones, and no other text holds a mark.
        let ordered = texts.keys.sorted { ($0.utf8.count, $0) > ($1.utf8.count, $1) }
        for (place, text) in ordered.enumerated() { result = result.replacing(text, with: "\u{1}\(place)\u{2}") }
        for (place, text) in ordered.enumerated() {
            result = result.replacing("\u{1}\(place)\u{2}", with: texts[text] ?? "")
        }
        return result
    }

    /// Without what rules leave out at the ends.
    private mutating func scrambled(whole text: String) -> String {
        var core = text[...]
        while let last = core.last, last == ";" || last.isNewline { core.removeLast() }
        let key = String(core)
        if let known = texts[key] { return known }
        let other = random(texts.count)
        texts[key] = other
        return other
    }

    /// At its ends nothing can be taken away.
    private mutating func random(_ number: Int) -> String {
        var text = "<\(number)"
        for _ in 0..<12 { text += pieces[Int(generator.next() % UInt64(pieces.count))] }
        return text + ">"
    }

    private struct Reader: FieldVisitor {
        let fields: [String: JSON]
        mutating func field<Value: FieldValue>(_ name: String, _ value: inout Value) {
            if let json = fields[name], let read = Value(json: json) { value = read }
        }
    }
}

private struct SplitMix: RandomNumberGenerator {
    var state: UInt64
    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var z = state
        z = (z ^ (z >> 30)) &* 0xBF58_476D_1CE4_E5B9
        z = (z ^ (z >> 27)) &* 0x94D0_49BB_1331_11EB
        return z ^ (z >> 31)
    }
}
