import CSQLite

/// Keeps the statements of a connection from reaching any file but its own.
///
/// SQLite asks it while it compiles a statement (<https://www.sqlite.org/c3ref/set_authorizer.html>), so what a trigger, a
/// view or a computed name would do is seen as well as what stands in the text.
///
/// Used on the thread of one connection only.
final class Confinement {
    /// What the statement at hand was refused for.
    private var refused: String?

    func install(on handle: OpaquePointer?) {
        sqlite3_set_authorizer(
            handle,
            { context, action, first, second, _, _ in
                guard let context else { return SQLITE_DENY }
                let confinement = Unmanaged<Confinement>.fromOpaque(context).takeUnretainedValue()
                return confinement.allows(
                    action, first.map { String(cString: $0) }, second.map { String(cString: $0) })
                    ? SQLITE_OK : SQLITE_DENY
            }, Unmanaged.passUnretained(self).toOpaque())
    }

    /// Takes what was refused last, so that the next error is not explained by it.
    func takeRefused() -> String? {
        defer { refused = nil }
        return refused
    }

    private func allows(_ action: Int32, _ first: String?, _ second: String?) -> Bool {
        let reach: String? =
            switch action {
            case SQLITE_ATTACH: Self.attaching(first)
            case SQLITE_FUNCTION: Self.calling(second?.lowercased() ?? "")
            case SQLITE_PRAGMA: Self.setting(first?.lowercased() ?? "", second)
            default: nil
            }
        if let reach { refused = reach }
        return reach == nil
    }

    /// One loads a library, the other takes an address in memory for that of a tokenizer
    /// (<https://www.sqlite.org/fts3.html#custom_application_defined_tokenizers>).
    private static func calling(_ function: String) -> String? {
        ["load_extension", "fts3_tokenizer"].contains(function) ? "\(function)()" : nil
    }

    /// A plain VACUUM attaches `''`, VACUUM INTO the file it writes; a computed name is told as none.
    private static func attaching(_ name: String?) -> String? {
        switch name {
        case "", ":memory:": nil
        case let name?: "the file \(name)"
        case nil: "a file whose name is computed"
        }
    }

    /// The folder of temporary files and the limits of memory are those of the whole process; a schema table that can
    /// be written says what no file ever said.
    private static func setting(_ name: String, _ value: String?) -> String? {
        switch name {
        case "temp_store_directory", "data_store_directory", "soft_heap_limit", "hard_heap_limit":
            value == nil ? nil : "PRAGMA \(name)"
        case "writable_schema":
            value == nil || value?.lowercased() == "reset" ? nil : "PRAGMA \(name)"
        default: nil
        }
    }
}
