CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);
INSERT INTO a VALUES (1, 'one');
CREATE TABLE autogen_version (
    revision text NOT NULL PRIMARY KEY,
    checksum text NOT NULL,
    file text NOT NULL,
    applied_at text NOT NULL,
    applied_by text NOT NULL,
    progress text
);
INSERT INTO autogen_version VALUES (
    'r1', '9cfa21b8bf49f54c67ab64f7fc3b29518cce84a5e3a488473e4e557fbf1d532e',
    'revisions/20261128T080118Z_r1_first.sql', '2026-11-28T08:01:19Z', 'autogen 0.1.0', NULL);
