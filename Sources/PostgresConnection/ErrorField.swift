/// The fields of an error report by the letter that the protocol gives them
/// (<https://www.postgresql.org/docs/current/protocol-error-fields.html>).
enum ErrorField: Character {
    case severity = "V"
    case sqlState = "C"
    case message = "M"
    case detail = "D"
    case hint = "H"
    case position = "P"
    case internalQuery = "q"
    case context = "W"
}
