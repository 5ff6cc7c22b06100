import Autogen
import ArgumentParser

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// Where a result goes that can go to a file.
enum OutputFile {
    static func write(_ text: String, to path: String?, _ terminal: Terminal) throws {
        guard let path else { return terminal.printRaw(text) }
        do {
            try Data(text.utf8).write(to: URL(filePath: path), options: .atomic)
        } catch {
            throw ConfigurationError(file: path, message: "the file can't be written")
        }
    }
}
