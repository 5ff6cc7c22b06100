extension ObjectID {
    var jsonMembers: [JSON.Member] {
        var members = [JSON.Member("kind", .string(kind.rawValue)), JSON.Member("path", .array(path.map(JSON.string)))]
        if let on { members.append(JSON.Member("on", .string(on.rawValue))) }
        return members
    }

    public var json: JSON { .object(jsonMembers) }

    public init?(json: JSON) {
        guard let members = json.members, let kind = members["kind"]?.string.flatMap(Kind.init(rawValue:)),
            let items = members["path"]?.items
        else { return nil }
        let path = items.compactMap(\.string)
        guard path.count == items.count, !path.isEmpty else { return nil }
        self.init(kind: kind, path: path, on: members["on"]?.string.flatMap(Kind.init(rawValue:)))
    }
}
