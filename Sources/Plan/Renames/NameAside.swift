/// The name of an object that makes way for another.
enum NameAside {
    /// The name with an ending. PostgreSQL cuts off what is longer than 63 bytes; long names that begin alike stay apart by a
    /// number made of the whole (FNV-1a).
    static func name(_ name: String, _ ending: String = "__old") -> String {
        guard name.utf8.count + ending.utf8.count > 60 else { return name + ending }
        let number = name.utf8.reduce(into: UInt32(2_166_136_261)) { $0 = ($0 ^ UInt32($1)) &* 16_777_619 }
        let rest = "_" + String(number, radix: 36) + ending
        var start = name
        while start.utf8.count + rest.utf8.count > 60 { start.removeLast() }
        return start + rest
    }
}
