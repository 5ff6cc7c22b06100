extension ProjectTemplate {
    /// Two databases, each with a schema and revisions of its own.
    static let multidb = ProjectTemplate(
        name: "multidb",
        abstract: "Several databases in one project, each with its own schema and revisions, run by one command.",
        files: [
            File(path: NewProject.configurationFile, text: databases),
            File(path: "schema/main/", text: ""), File(path: "schema/reports/", text: ""),
            File(path: "revisions/main/", text: ""), File(path: "revisions/reports/", text: ""),
            File(path: "snapshots/main/", text: ""), File(path: "snapshots/reports/", text: ""),
        ])

    private static let databases = """
        # The settings of autogen; all paths start from this file's folder.
        # autogen --env main upgrade works on one database, autogen --env all upgrade on each of them.
        environments:
          main:
            url: {{url}}
            source: [schema/main]
            directory: [revisions/main]
            snapshots: snapshots/main
          reports:
            url: sqlite:reports.db
            source: [schema/reports]
            directory: [revisions/reports]
            snapshots: snapshots/reports

        """
}

extension ProjectTemplate {
    /// SQL and a configuration, and nothing to build.
    static let generic = ProjectTemplate(
        name: "generic", abstract: "SQL files and a configuration; the default.",
        files: [File(path: NewProject.configurationFile, text: configuration)])

    static let configuration = """
        # The settings of autogen; all paths start from this file's folder.
        schema:
          source: [schema]              # files, folders and patterns of SQL: how the schema should be
        revisions:
          directory: revisions
        environments:                   # autogen --env NAME chooses one
          default:
            url: {{url}}
            scratch: auto               # where trial databases are made: auto, same-server, local or a URL

        """
}
