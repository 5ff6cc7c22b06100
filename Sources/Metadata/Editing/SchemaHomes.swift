import AutogenSchema

/// Where in the files of a declared schema a new object belongs, by where the others are.
struct SchemaHomes {
    enum Home: Equatable {
        /// In the file that holds this object, behind what is about it.
        case beside(ObjectID)
        case file(String)
    }

    let catalog: Catalog
    /// The file of each object.
    let files: [ObjectID: String]

    /// - Parameters:
    ///   - whole: the table or other object that it is about; `nil` where it stands for itself.
    ///   - root: the folder for a file where no other object tells.
    func home(of id: ObjectID, besides whole: ObjectID?, under root: String) -> Home {
        let alike = files.keys.filter { $0.kind == id.kind && $0 != id }
        if let whole, files[whole] != nil {
            let together = alike.filter { other in
                about(other).map { files[$0] == files[other] } ?? false
            }
            if together.count * 2 >= alike.count { return .beside(whole) }
        }
        if let file = own(id, among: alike.filter { catalog.parent(of: $0) == nil || whole != nil }) {
            return .file(file)
        }
        let roots = files.keys.filter { catalog.parent(of: $0) == nil && $0.kind != .namespace }
        return .file(own(id, among: roots) ?? "\(root)/\(name(of: id)).sql")
    }

    private func about(_ id: ObjectID) -> ObjectID? { id.target ?? catalog.parent(of: id) }

    /// The file that holds all of these, or one of its own beside theirs.
    private func own(_ id: ObjectID, among others: [ObjectID]) -> String? {
        var counts: [String: Int] = [:]
        for other in others { if let file = files[other] { counts[file, default: 0] += 1 } }
        guard let common = counts.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }) else { return nil }
        if counts.count == 1, common.value > 1 || files.values.allSatisfy({ $0 == common.key }) { return common.key }
        var folders: [String: Int] = [:]
        for file in counts.keys { folders[FilePath.folder(of: file), default: 0] += 1 }
        guard let folder = folders.max(by: { ($0.value, $1.key) < ($1.value, $0.key) })?.key else { return nil }
        return FilePath.simplified(FilePath.join(folder, name(of: id) + ".sql"))
    }

    /// The name alone, as a file may have it.
    private func name(of id: ObjectID) -> String {
        let path = id.target?.path ?? id.path
        let hasArguments = id.kind == .function || id.kind == .aggregate
        let name = (hasArguments ? path.dropLast() : path[...]).last ?? id.kind.rawValue
        return String(name.map { $0.isLetter || $0.isNumber || $0 == "_" || $0 == "-" ? $0 : "_" })
    }
}
