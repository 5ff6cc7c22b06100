import AutogenSchema

/// Security labels (`pg_seclabel`) on anything but what the system and extensions brought.
enum SecurityLabelQuery {
    static let sql: SQL = """
        SELECT l.classoid, l.objoid, l.objsubid, l.provider, l.label FROM pg_seclabel l WHERE l.objoid >= 16384
        """
}
