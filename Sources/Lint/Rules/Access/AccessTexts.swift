extension RuleTexts {
    /// Written from the comments in this folder, as a test demands: AUTOGEN_RECORD=1 writes it anew.
    static let access: [String: String] = [
        "row-security-without-policy": #"""
        Row security is switched on for a table that has no policy which lets rows through: for everybody but its owner it is
        empty from now on.

        Nothing fails: programs read no rows. Make the policies in the same transaction.

        ```sql
        ALTER TABLE orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY orders_of_tenant ON orders USING (tenant_id = current_setting('app.tenant')::int);
        ```
        """#,
        "definer-search-path": #"""
        A function runs with the rights of its owner (`SECURITY DEFINER`) and has no `search_path` of its own: who calls it can
        put a table or an operator of theirs before the one that is meant, and it runs with the owner's rights.

        ```sql
        CREATE FUNCTION total(order_id int) RETURNS numeric LANGUAGE sql SECURITY DEFINER
            SET search_path = ''
            AS $$SELECT sum(amount) FROM app.items WHERE items.order_id = total.order_id$$;
        ```
        """#,
        "dynamic-sql": #"""
        A function joins a statement of texts and runs it: what a caller gives may be read as SQL.

        `format` quotes: `%I` a name, `%L` a value; values need not stand in the text at all.

        ```sql
        EXECUTE format('SELECT count(*) FROM %I WHERE id = $1', table_name) INTO n USING wanted;
        ```
        """#,
        "access-changed": #"""
        Who may do what changes: a grant, an owner, a policy, row security or default privileges of what is there.

        For teams in which somebody is to look at each such change.
        """#,
        "extension-updated": #"""
        An extension becomes another version: its functions, types and operators may do something else from now on.

        Without `TO` it is whichever version the server has, and servers differ.

        ```sql
        ALTER EXTENSION postgis UPDATE TO '3.5.2';
        ```
        """#,
    ]
}
