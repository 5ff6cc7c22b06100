PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
CREATE TABLE temp.autogen_broken AS
SELECT 'note' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('note', 'main') GROUP BY 2
UNION ALL SELECT 'note_tag' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('note_tag', 'main') GROUP BY 2;
ALTER TABLE note RENAME TO autogen_old_note;
ALTER TABLE note_tag RENAME TO autogen_old_note_tag;
ALTER TABLE tag RENAME TO autogen_old_tag;
CREATE TABLE temp.autogen_guard (
    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
    copied CONSTRAINT "every row is copied" CHECK (copied),
    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
    complete CONSTRAINT "every statement has been run" CHECK (complete)
);
INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
DROP VIEW untagged;
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT DEFAULT '',
    made TEXT DEFAULT CURRENT_TIMESTAMP
);
-- rewrite: copies all rows of note to a new table
-- data loss: column main.note.folder: drops the column with its values
INSERT OR ABORT INTO note (id, title, body, made)
SELECT id, title, body, made FROM autogen_old_note;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM note) = (SELECT count(*) FROM autogen_old_note);
DROP TABLE autogen_old_note;
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_words (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
    tag TEXT NOT NULL REFERENCES tag ON UPDATE CASCADE,
    PRIMARY KEY (note, tag)
);
-- rewrite: copies all rows of note_tag to a new table
-- may fail: fails when a row violates FOREIGN KEY (tag) REFERENCES tag ON UPDATE CASCADE
INSERT OR ABORT INTO note_tag (note, tag)
SELECT note, tag FROM autogen_old_note_tag;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM note_tag) = (SELECT count(*) FROM autogen_old_note_tag);
DROP TABLE autogen_old_note_tag;
CREATE TABLE tag (
    name TEXT PRIMARY KEY COLLATE NOCASE
) WITHOUT ROWID;
-- rewrite: copies all rows of tag to a new table
-- data loss: column main.tag.colour: drops the column with its values
INSERT OR ABORT INTO tag (name)
SELECT name FROM autogen_old_tag;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM tag) = (SELECT count(*) FROM autogen_old_tag);
DROP TABLE autogen_old_tag;
CREATE VIEW untagged AS SELECT * FROM note WHERE id NOT IN (SELECT note FROM note_tag);
-- data loss: table main.folder: drops the table with its rows
DROP TABLE folder;
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('note', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'note' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('note_tag', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'note_tag' AND b.parent = lower(c.parent)), 0)
);
DROP TABLE temp.autogen_broken;
INSERT OR ROLLBACK INTO temp.autogen_guard (complete)
SELECT (SELECT count(*) FROM temp.autogen_guard) = 6
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('table note', 'table note_tag', 'table tag', 'trigger note_added', 'view untagged')) = 5
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index note_folder', 'table folder', 'trigger note_removed')) = 0;
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
COMMIT;
PRAGMA foreign_keys = ON;
