extension Catalog {
    /// The catalog with the secrets in the options of foreign objects and in the connections of subscriptions masked.
    package func maskingSecrets() -> Catalog {
        var secrets = secrets
        var copy = replacingSecrets { place, secret in secrets.mask(secret, salt: place) }
        copy.secrets = secrets
        return copy
    }

    /// The catalog with its secrets as they are, as far as they are known.
    package func revealing(_ secrets: Secrets) -> Catalog {
        replacingSecrets { _, mask in secrets.revealed(mask) }
    }

    private func replacingSecrets(_ replace: (_ place: String, _ secret: String) -> String) -> Catalog {
        var copy = self
        for object in objects {
            let id = object.id
            func options(_ options: [String]) -> [String] {
                let place = id.description
                return options.map { Self.replacing(in: $0, at: place, replace) }
            }
            if case .foreignDataWrapper(var body) = object.definition {
                body.options = options(body.options)
                copy.replace(id, .foreignDataWrapper(body))
            } else if case .server(var body) = object.definition {
                body.options = options(body.options)
                copy.replace(id, .server(body))
            } else if case .userMapping(var body) = object.definition {
                body.options = options(body.options)
                copy.replace(id, .userMapping(body))
            } else if case .table(var body) = object.definition, !body.serverOptions.isEmpty {
                body.serverOptions = options(body.serverOptions)
                copy.replace(id, .table(body))
            } else if case .subscription(var body) = object.definition {
                body.connection = ConnectionSecrets.replacing(in: body.connection) { replace("\(id) password", $0) }
                copy.replace(id, .subscription(body))
            }
        }
        return copy
    }

    /// A `name=value` option, its value replaced if it is a secret.
    private static func replacing(
        in option: String, at place: String, _ replace: (_ place: String, _ secret: String) -> String
    ) -> String {
        guard let sign = option.firstIndex(of: "=") else { return option }
        let name = String(option[..<sign])
        guard MaskedSecret.isSecret(option: name) else { return option }
        return "\(name)=\(replace("\(place) \(name)", String(option[option.index(after: sign)...])))"
    }
}
