CREATE TABLE autogen_version (
    revision text NOT NULL PRIMARY KEY,
    checksum text NOT NULL,
    file text NOT NULL,
    applied_at timestamptz NOT NULL,
    applied_by text NOT NULL,
    progress text
);
INSERT INTO autogen_version VALUES (
    'r1', '8a7404d2b23ab262303d7f58426e96914ff0bb814bd05a08eac3bd688e3aeec2',
    'revisions/20261128T145250Z_r1_first.sql', '2026-11-28 14:52:51.385513+00', 'autogen 0.1.0', NULL);
