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
