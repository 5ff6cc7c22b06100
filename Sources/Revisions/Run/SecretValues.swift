import AutogenSchema

/// The secrets that the environment supplies for the masks in a script, so that no script has to contain them.
public struct SecretValues: Sendable {
    private let values: [String: String]

    /// - Parameter environment: variables as ``MaskedSecret/variable(for:)`` names them; others are left alone.
    public init(environment: [String: String] = [:]) { values = environment }

    /// The text of a statement with the secrets in place of their masks, as parts of string literals.
    func filling(_ text: String, in file: String) throws(MigrationError) -> String {
        var text = text
        for mask in Set(MaskedSecret.masks(in: text).map(String.init)).sorted() {
            let name = MaskedSecret.variable(for: mask)
            guard let value = values[name] else { throw .missingSecret(file: file, variable: name, mask: mask) }
            text = text.replacing(mask, with: value.replacing("'", with: "''"))
        }
        return text
    }
}
