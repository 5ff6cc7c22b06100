import AutogenRevisions
import AutogenSchema

/// Puts environment variables, and values given with `-x`, into a value of the configuration.
package struct Variables {
    let environment: [String: String]
    /// Those of `-x key=value`.
    var values: [String: String] = [:]

    package init(environment: [String: String], values: [String: String] = [:]) {
        self.environment = environment
        self.values = values
    }

    /// Replaces each `${NAME}` and `${x.KEY}`; one that is not set is an error.
    func expanded(_ node: ConfigurationNode, _ name: String) throws(ConfigurationError) -> String {
        let text = try node.string(name)
        var result = ""
        var rest = Substring(text)
        while let start = rest.firstRange(of: "${") {
            result += rest[..<start.lowerBound]
            let offset = text.unicodeScalars.distance(from: text.startIndex, to: start.lowerBound)
            guard let end = rest[start.upperBound...].firstIndex(of: "}") else {
                throw node.error("a \"${\" without its \"}\"", offset: offset)
            }
            let variable = String(rest[start.upperBound..<end])
            if variable.hasPrefix("x."), values[String(variable.dropFirst(2))] == nil {
                let key = variable.dropFirst(2)
                throw node.error("${\(variable)} has no value", offset: offset, missingValue: String(key))
            }
            let given = variable.hasPrefix("x.") ? values[String(variable.dropFirst(2))] : environment[variable]
            guard let value = given else {
                let nearest = NearestName.find(variable, among: environment.keys).map { "; did you mean \($0)?" }
                throw node.error("the variable \(variable) is not set\(nearest ?? "")", offset: offset)
            }
            result += value
            rest = rest[rest.index(after: end)...]
        }
        return result + rest
    }
}
