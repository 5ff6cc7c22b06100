import AutogenDrift

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Reads the file of known findings.
enum BaselineFile {
    static func read(_ file: String, mayBeMissing: Bool) throws -> Baseline {
        guard let data = FileManager.default.contents(atPath: file) else {
            guard mayBeMissing, !FileManager.default.fileExists(atPath: file) else {
                throw BaselineError("\(file): there is no such file, or it can't be read")
            }
            return Baseline()
        }
        return try Baseline(parsing: String(decoding: data, as: UTF8.self), file: file)
    }
}
