extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let clients: [String: String] = [
        "rename-breaks-clients": #"""
        Programs that run now ask by the old name, and fail the moment the new one is there.

        Either the programs are stopped meanwhile, or the old name goes on as a view for as long as they run. So it is with
        tables and their columns, with schemas, types and their values, functions and sequences.

        ```sql
        ALTER TABLE users RENAME TO people;
        CREATE VIEW users AS SELECT * FROM people;
        ```
        """#,
        "drop-breaks-clients": #"""
        Programs that run now still ask for a table or a column that goes.

        Two steps are safe: first no program asks for it any more, then it goes, in a later revision. A table can be given
        another name in between: what still asks for it is heard of while the rows are there.

        ```sql
        ALTER TABLE drafts RENAME TO drafts_going;
        -- a week later
        DROP TABLE drafts_going;
        ```
        """#,
        "drop-breaks-callers": #"""
        Programs that run now still ask for a view, a function, a type, a sequence or an extension that goes.

        What the database itself uses can't be dropped without a word; what programs call can. Drop it in a revision that is
        applied once none of them does.
        """#,
        "insert-needs-column": #"""
        A table gets a column that must have a value and has no default, or one that must have a value loses its default:
        programs that don't name it can't write a row any more.

        They run for as long as the new release is on its way, and often longer. Give the column a default, or demand the
        value only when all programs write it.

        ```sql
        ALTER TABLE orders ADD COLUMN channel text NOT NULL DEFAULT 'web';
        -- once all programs write it
        ALTER TABLE orders ALTER COLUMN channel DROP DEFAULT;
        ```
        """#,
        "writes-restricted": #"""
        A table that programs write to takes less than it did: a new check, key or restrictive policy, or a column that takes
        no NULL any more.

        Who still writes what is now refused fails. Let the programs go first, and the constraint come after them.
        """#,
        "null-comes": #"""
        A column may be NULL that never was: programs that read it may not expect that.

        Nothing fails at once. It fails with the first row that has no value, in whoever reads it.
        """#,
        "default-changed": #"""
        A column has another default, or none: programs that leave it out write other rows than they did.
        """#,
        "enum-value-added": #"""
        An enum has one more value: programs that know all values by heart meet one that they don't know.

        Let the programs go first. Without `BEFORE` or `AFTER` the new value is the greatest, which counts where rows are
        sorted or compared by it.

        ```sql
        ALTER TYPE mood ADD VALUE 'so so' BEFORE 'fine';
        ```
        """#,
        "guarantee-dropped": #"""
        What a constraint, a unique index, a trigger or a policy made sure of is no longer so.

        Programs that rely on it don't fail; they read rows that there never were.
        """#,
    ]
}
