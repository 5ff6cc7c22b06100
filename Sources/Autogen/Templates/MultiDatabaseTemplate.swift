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
