import Testing

@testable import AutogenSchema

@Suite struct MaskedSecretTests {
    @Test func equalInOnePlaceOnly() {
        let mask = MaskedSecret.masked("s3cret", salt: "server ada password")
        #expect(mask == MaskedSecret.masked("s3cret", salt: "server ada password"))
        #expect(mask != MaskedSecret.masked("s3cret", salt: "server bob password"))
        #expect(mask != MaskedSecret.masked("secret", salt: "server ada password"))
        #expect(!mask.contains("s3cret"))
        #expect(MaskedSecret.masked(mask, salt: "elsewhere") == mask)
    }

    @Test(arguments: [
        "password", "PASSWORD", "sslpassword", "api_key", "secret_access_key", "access_token", "pwd", "key",
    ])
    func secretOptions(_ name: String) { #expect(MaskedSecret.isSecret(option: name)) }

    @Test(arguments: ["host", "user", "keepalives", "key_column", "passfile", "sslkeyfile", "fetch_size"])
    func publicOptions(_ name: String) { #expect(!MaskedSecret.isSecret(option: name)) }

    @Test(arguments: [
        ("host=h password=s3cret user=u", "host=h password=* user=u"),
        ("password = 'two \\' words' host=h", "password = '*' host=h"),
        ("host=h sslpassword=x password=''", "host=h sslpassword=* password='*'"),
        (
            "postgresql://ada:s3cret@h:5432/d?sslmode=require&password=x",
            "postgresql://ada:*@h:5432/d?sslmode=require&password=*"
        ),
        ("postgresql://h/d", "postgresql://h/d"),
        ("host=h application_name='password=no'", "host=h application_name='password=no'"),
        ("password=a\\ b host=h", "password=* host=h"),
        ("postgresql://ada:s3c?ret@h/d", "postgresql://ada:*@h/d"),
        (
            "postgresql://h/d?passwrd=x&scram_client_key=x&pass%77ord=x",
            "postgresql://h/d?passwrd=*&scram_client_key=*&pass%77ord=*"
        ),
        ("password=a://b@c host=h", "password=* host=h"), ("host=h password=a\u{A0}b", "host=h password=*"),
        ("host=h passwrd=x oauth_client_secret=x PASSWORD=x", "host=h passwrd=* oauth_client_secret=* PASSWORD=*"),
    ])
    func connections(_ text: String, _ masked: String) {
        #expect(ConnectionSecrets.replacing(in: text) { _ in "*" } == masked)
    }

    @Test func whatIsShownIsWhatWasMasked() {
        var catalog = Catalog(dialect: .postgresql, version: ServerVersion(15, 0))
        var mapping = UserMapping()
        mapping.options = ["user=ada", "password=s3cret"]
        let id = ObjectID(.userMapping, "disk", "PUBLIC")
        catalog.insert(SchemaObject(id, .userMapping(mapping)))
        let masked = catalog.maskingSecrets()
        #expect(masked.body(id, as: UserMapping.self)?.options.first == "user=ada")
        #expect(masked.body(id, as: UserMapping.self)?.options.last?.contains("s3cret") == false)
        #expect(masked.revealing(masked.secrets) == catalog)
        #expect(masked.maskingSecrets() == masked)
        #expect(!Snapshot.text(of: masked).contains("s3cret"))
    }
}
