/// `timestamp` says what a clock showed and not where it hung: the same moment is another value for each time
/// zone. `timestamptz` is the moment, takes as much room, and is shown in the zone of who asks.
enum TimestampWithoutZone: ColumnRule {
    static let code = "timestamp-without-zone"
    static let advice = "timestamp with time zone, unless the time is meant to be the same everywhere"
    static func fault(_ type: String) -> String? {
        type.hasPrefix("timestamp") && type.hasSuffix("without time zone")
            ? "which moment it is depends on the reader" : nil
    }
}
