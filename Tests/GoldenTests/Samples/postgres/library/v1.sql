-- A lending library: books, readers, loans.
CREATE TYPE medium AS ENUM ('book', 'disc', 'map');

CREATE TABLE author (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    born smallint
);

CREATE TABLE title (
    isbn character(13) PRIMARY KEY,
    name text NOT NULL,
    author integer REFERENCES author ON DELETE SET NULL,
    kind medium DEFAULT 'book' NOT NULL,
    pages integer CHECK (pages > 0)
);
CREATE INDEX title_author ON title (author);
COMMENT ON TABLE title IS 'What can be lent, in one copy or many';

CREATE TABLE reader (
    card serial PRIMARY KEY,
    name varchar(60) NOT NULL,
    mail varchar(120) UNIQUE,
    joined date DEFAULT CURRENT_DATE NOT NULL
);

CREATE TABLE loan (
    id bigserial PRIMARY KEY,
    isbn character(13) NOT NULL REFERENCES title,
    reader integer NOT NULL REFERENCES reader ON DELETE CASCADE,
    lent date DEFAULT CURRENT_DATE NOT NULL,
    back date,
    CONSTRAINT loan_dates CHECK (back >= lent)
);

CREATE VIEW on_loan AS
    SELECT t.name, r.name AS reader, l.lent FROM loan l JOIN title t USING (isbn) JOIN reader r ON r.card = l.reader
    WHERE l.back IS NULL;
