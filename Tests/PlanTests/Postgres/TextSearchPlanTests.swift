import Testing

@Suite struct TextSearchPlanTests {
    @Test(arguments: [
        PlanCase(
            "a dictionary and the configuration that uses it",
            from: """
                CREATE TEXT SEARCH DICTIONARY short (TEMPLATE = simple, STOPWORDS = english);
                CREATE TEXT SEARCH CONFIGURATION letters (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION letters ADD MAPPING FOR asciiword, word WITH short, english_stem;
                """,
            to: """
                CREATE TEXT SEARCH DICTIONARY short (TEMPLATE = simple, ACCEPT = false);
                CREATE TEXT SEARCH CONFIGURATION letters (PARSER = default);
                ALTER TEXT SEARCH CONFIGURATION letters ADD MAPPING FOR asciiword, email WITH english_stem;
                CREATE TEXT SEARCH CONFIGURATION titles (PARSER = default);
                COMMENT ON TEXT SEARCH CONFIGURATION titles IS 'of letters';
                """,
            up: """
                ALTER TEXT SEARCH DICTIONARY public.short (accept = 'false', stopwords);
                ALTER TEXT SEARCH CONFIGURATION public.letters DROP MAPPING FOR word;
                ALTER TEXT SEARCH CONFIGURATION public.letters ALTER MAPPING FOR asciiword WITH english_stem;
                ALTER TEXT SEARCH CONFIGURATION public.letters ADD MAPPING FOR email WITH english_stem;
                CREATE TEXT SEARCH CONFIGURATION public.titles (PARSER = pg_catalog."default");
                COMMENT ON TEXT SEARCH CONFIGURATION public.titles IS 'of letters';
                """,
            down: """
                DROP TEXT SEARCH CONFIGURATION public.titles;
                ALTER TEXT SEARCH DICTIONARY public.short (stopwords = 'english', accept);
                ALTER TEXT SEARCH CONFIGURATION public.letters DROP MAPPING FOR email;
                ALTER TEXT SEARCH CONFIGURATION public.letters ALTER MAPPING FOR asciiword WITH public.short, english_stem;
                ALTER TEXT SEARCH CONFIGURATION public.letters ADD MAPPING FOR word WITH public.short, english_stem;
                """),
        PlanCase(
            "a template and a parser of one's own",
            from: """

                """,
            to: """
                CREATE TEXT SEARCH TEMPLATE plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
                CREATE TEXT SEARCH PARSER words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
                """,
            up: """
                CREATE TEXT SEARCH PARSER public.words (START = prsd_start, GETTOKEN = prsd_nexttoken, END = prsd_end, LEXTYPES = prsd_lextype);
                CREATE TEXT SEARCH TEMPLATE public.plain (INIT = dsimple_init, LEXIZE = dsimple_lexize);
                """,
            down: """
                DROP TEXT SEARCH TEMPLATE public.plain;
                DROP TEXT SEARCH PARSER public.words;
                """),
    ])
    func reachesBothStates(_ planCase: PlanCase) async throws { try await planCase.check() }
}
