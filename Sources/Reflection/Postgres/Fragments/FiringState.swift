/// The word for when a trigger or rule fires.
enum FiringState {
    static func sql(_ column: String) -> String {
        "CASE \(column) WHEN 'D' THEN 'disabled' WHEN 'R' THEN 'replica' WHEN 'A' THEN 'always' ELSE 'origin' END"
    }
}
