#if canImport(Glibc)
    import Glibc
#else
    import Darwin
#endif

/// What a folder holds, hidden files and folders left out.
///
/// The system says of most entries what they are while it lists them, which spares a question for each.
enum FolderEntries {
    enum Kind {
        case file
        case folder
        /// A symbolic link, a pipe or a device, or what the file system does not tell from them.
        case unknown
    }

    /// Sorted by the bytes of their names.
    static func of(_ path: String) throws(SourceFileError) -> [(name: String, kind: Kind)] {
        guard let folder = opendir(path) else {
            throw SourceFileError(
                .unreadable(path, errno == EACCES ? "permission denied" : String(cString: strerror(errno))))
        }
        defer { closedir(folder) }
        var entries: [(name: String, kind: Kind)] = []
        while let entry = readdir(folder) {
            let (name, isText) = withUnsafePointer(to: &entry.pointee.d_name) { name in
                let letters = UnsafeRawPointer(name).assumingMemoryBound(to: CChar.self)
                return (String(cString: letters), String(validatingCString: letters) != nil)
            }
            guard !name.hasPrefix(".") else { continue }
            // A name that is no UTF-8 leads nowhere once it is a text.
            entries.append((name, isText ? kind(entry.pointee.d_type) : .unknown))
        }
        return entries.sorted { ByteOrder.precedes($0.name, $1.name) }
    }

    private static func kind(_ type: UInt8) -> Kind {
        switch Int(type) {
        case Int(DT_REG): .file
        case Int(DT_DIR): .folder
        default: .unknown
        }
    }
}
