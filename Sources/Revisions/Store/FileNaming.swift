public import AutogenSchema

#if canImport(FoundationEssentials)
    import FoundationEssentials
#else
    import Foundation
#endif

/// How the files of new revisions are named.
///
/// ```swift
/// FileNaming()                                              // 20261120T101500Z_3f2a9c81d0be_add_users.sql
/// try FileNaming(template: "{year}/{month}{day}-{slug}")    // 2026/1120-add_users.sql
/// ```
///
/// A template has `{id}`, `{slug}`, `{stamp}`, `{year}`, `{month}`, `{day}`, `{hour}`, `{minute}`, `{second}` and
/// `{epoch}`; a `/` makes folders.
public struct FileNaming: Sendable, Hashable {
    /// The template of a project that names none.
    public static let standardTemplate = "{stamp}_{id}_{slug}"
    static let fields = ["id", "slug", "stamp", "year", "month", "day", "hour", "minute", "second", "epoch"]

    let template: String
    let timeZone: TimeZone
    let slugLength: Int
    /// Values of a person's own, which a template names as `{x.KEY}`.
    let values: [String: String]

    var makesFolders: Bool { template.contains("/") }

    /// The name in UTC with at most 40 characters of the message.
    public init() {
        template = Self.standardTemplate
        timeZone = .gmt
        slugLength = 40
        values = [:]
    }

    /// - Parameter timeZone: a name such as `Europe/Berlin`; UTC where it is `nil`.
    public init(
        template: String = Self.standardTemplate, timeZone: String? = nil, slugLength: Int = 40,
        values: [String: String] = [:]
    ) throws(FileNamingError) {
        for field in Self.names(in: template) where !Self.fields.contains(field) {
            if field.hasPrefix("x.") {
                guard values[String(field.dropFirst(2))] == nil else { continue }
                throw .missingValue(String(field.dropFirst(2)))
            }
            throw .unknownField(field, nearest: NearestName.find(field, among: Self.fields))
        }
        guard Self.names(in: template).contains(where: { $0 == "id" || $0 == "stamp" || $0 == "epoch" || $0 == "slug" })
        else { throw .notDistinct(template) }
        guard !template.hasPrefix("/"), !template.split(separator: "/").contains("..") else {
            throw .outside(template)
        }
        guard (1...200).contains(slugLength) else { throw .slugLength(slugLength) }
        self.template = template
        self.slugLength = slugLength
        self.values = values
        guard let timeZone else {
            self.timeZone = .gmt
            return
        }
        guard let zone = TimeZone(identifier: timeZone) else { throw .unknownTimeZone(timeZone) }
        self.timeZone = zone
    }

    /// The path below the folder of scripts.
    package func fileName(of revision: Revision) -> String {
        let slug = Slug.text(of: revision.message, limit: slugLength)
        var name = template
        if slug.isEmpty { name = name.replacing("_{slug}", with: "").replacing("-{slug}", with: "") }
        for (field, value) in values(of: revision) { name = name.replacing("{\(field)}", with: value) }
        for (key, value) in self.values {
            name = name.replacing("{x.\(key)}", with: Slug.text(of: value, limit: slugLength))
        }
        return name.replacing("{slug}", with: slug) + ".sql"
    }

    private func values(of revision: Revision) -> [(String, String)] {
        let date = revision.created.date
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = timeZone
        let parts = calendar.dateComponents([.year, .month, .day, .hour, .minute, .second], from: date)
        func two(_ number: Int?) -> String { Self.padded(number ?? 0, 2) }
        let day = (Self.padded(parts.year ?? 0, 4), two(parts.month), two(parts.day))
        let time = two(parts.hour) + two(parts.minute) + two(parts.second)
        let stamp = "\(day.0)\(day.1)\(day.2)T\(time)\(timeZone.secondsFromGMT(for: date) == 0 ? "Z" : "")"
        return [
            ("id", revision.id.text), ("stamp", stamp), ("year", day.0), ("month", day.1), ("day", day.2),
            ("hour", two(parts.hour)), ("minute", two(parts.minute)), ("second", two(parts.second)),
            ("epoch", String(Int(date.timeIntervalSince1970))),
        ]
    }

    private static func padded(_ number: Int, _ width: Int) -> String {
        let text = String(number)
        return String(repeating: "0", count: max(0, width - text.count)) + text
    }

    private static func names(in template: String) -> [String] {
        template.split(separator: "{").dropFirst(template.hasPrefix("{") ? 0 : 1)
            .compactMap { part in part.firstIndex(of: "}").map { String(part[..<$0]) } }
    }
}

/// What is wrong with how files are to be named.
public enum FileNamingError: ExplainedError, Sendable, Hashable {
    /// The template has a field that does not exist; the nearest one follows.
    case unknownField(String, nearest: String?)
    /// The template has `{x.KEY}`, and no value was given for this key.
    case missingValue(String)
    /// The template has nothing in it that tells one revision from another.
    case notDistinct(String)
    /// The template leads out of the folder of scripts, by `..` or a leading `/`.
    case outside(String)
    /// The system knows no time zone of this name.
    case unknownTimeZone(String)
    /// So many characters of the message can't be asked for.
    case slugLength(Int)

    /// Always `usage`.
    public var category: ErrorCategory { .usage }
    /// The part of the setting that is wrong, and what could stand there.
    public var explanation: Explanation { Explanation(text) }

    private var text: String {
        switch self {
        case .unknownField(let field, let nearest):
            "unknown field {\(field)}; "
                + (nearest.map { "did you mean {\($0)}?" }
                    ?? "known are \(FileNaming.fields.map { "{\($0)}" }.joined(separator: ", "))")
        case .missingValue(let key): "{x.\(key)} has no value"
        case .notDistinct(let template): "\"\(template)\" gives every revision the same name; it lacks {id}"
        case .outside(let template): "\"\(template)\" leads out of the folder of scripts"
        case .unknownTimeZone(let name): "there is no time zone \"\(name)\"; names are such as Europe/Berlin"
        case .slugLength(let length): "\(length) is no length: 1 to 200"
        }
    }
}

/// The part of a file's name that says what a revision does.
enum Slug {
    /// Lower-case letters and digits of any script, everything else as single underscores; at most `limit` characters.
    ///
    /// ```swift
    /// Slug.text(of: "Add users & e-mail")  // add_users_e_mail
    /// ```
    static func text(of message: String, limit: Int = 40) -> String {
        let words = message.lowercased().split { !($0.isLetter || $0.isNumber) }
        var slug = ""
        for word in words {
            let longer = slug.isEmpty ? String(word) : "\(slug)_\(word)"
            guard longer.count <= limit else { return slug.isEmpty ? String(longer.prefix(limit)) : slug }
            slug = longer
        }
        return slug
    }
}
