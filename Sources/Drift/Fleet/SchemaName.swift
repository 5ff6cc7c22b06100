import AutogenSchema

/// Rewrites everything that is said of one schema so that it speaks of another.
struct SchemaName: Sendable {
    let old: String
    let new: String
    private let oldPrefix: String
    private let newPrefix: String

    init(_ old: String, to new: String) {
        self.old = old
        self.new = new
        oldPrefix = SQL.quoted(name: old) + "."
        newPrefix = SQL.quoted(name: new) + "."
    }

    func id(_ id: ObjectID) -> ObjectID {
        let place = id.kind == .defaultPrivileges ? 1 : 0
        guard id.path.count > place, id.path[place] == old else { return id }
        var path = id.path
        path[place] = new
        guard let target = id.target else { return ObjectID(id.kind, path: path) }
        let moved = ObjectID(target.kind, path: Array(path.prefix(target.path.count)))
        let isNamed = path.count > target.path.count
        return isNamed ? ObjectID(id.kind, on: moved, id.name) : ObjectID(id.kind, on: moved)
    }

    func definition(_ definition: Definition) -> Definition { definition.mappingTexts(text) }

    /// A name of its own, or each `old.` that no letter, digit or quote stands before.
    func text(_ text: String) -> String {
        if text == old { return new }
        guard text.contains(oldPrefix) else { return text }
        var result = ""
        var rest = Substring(text)
        while let found = rest.firstRange(of: oldPrefix) {
            let before = rest[..<found.lowerBound].last ?? result.last
            let isWord = before.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "\"" || $0 == "." } ?? false
            result += rest[..<found.lowerBound]
            result += isWord ? oldPrefix : newPrefix
            rest = rest[found.upperBound...]
        }
        return result + rest
    }
}
