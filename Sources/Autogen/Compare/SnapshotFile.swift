import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads a snapshot that a person names by its path.
enum SnapshotFile {
    static func read(_ path: String) throws -> Catalog {
        guard FileManager.default.fileExists(atPath: path) else { throw AutogenError.noSource(path) }
        guard let data = FileManager.default.contents(atPath: path) else {
            throw SnapshotError("\(path): the file can't be read")
        }
        do {
            return try Snapshot.catalog(parsing: String(decoding: data, as: UTF8.self))
        } catch {
            throw SnapshotError("\(path): \(error)")
        }
    }
}
