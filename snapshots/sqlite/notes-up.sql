PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
CREATE TABLE temp.autogen_broken AS
SELECT 'note_tag' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('note_tag', 'main') GROUP BY 2;
DROP VIEW untagged;
ALTER TABLE note_tag RENAME TO autogen_old_note_tag;
CREATE TABLE temp.autogen_guard (
    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
    copied CONSTRAINT "every row is copied" CHECK (copied),
    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
    complete CONSTRAINT "every statement has been run" CHECK (complete)
);
INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
ALTER TABLE note ADD COLUMN folder INTEGER REFERENCES folder;
CREATE INDEX note_folder ON note (folder);
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
    INSERT INTO note_words (note_words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
    tag TEXT NOT NULL REFERENCES tag ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (note, tag)
) WITHOUT ROWID;
-- rewrite: copies all rows of note_tag to a new table
-- may fail: fails when a row violates FOREIGN KEY (tag) REFERENCES tag ON DELETE CASCADE ON UPDATE CASCADE
INSERT OR ABORT INTO note_tag (note, tag)
SELECT note, tag FROM autogen_old_note_tag;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM note_tag) = (SELECT count(*) FROM autogen_old_note_tag);
DROP TABLE autogen_old_note_tag;
-- may fail: fails when a row does not satisfy the constraints of the new column
-- fill: column main.tag.colour: rows get the default 'grey'
ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey' CHECK (colour <> '');
CREATE VIEW untagged AS SELECT n.id, n.title FROM note n WHERE n.id NOT IN (SELECT note FROM note_tag);
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    inside INTEGER REFERENCES folder,
    UNIQUE (inside, name)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('note_tag', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'note_tag' AND b.parent = lower(c.parent)), 0)
);
DROP TABLE temp.autogen_broken;
INSERT OR ROLLBACK INTO temp.autogen_guard (complete)
SELECT (SELECT count(*) FROM temp.autogen_guard) = 3
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index note_folder', 'table folder', 'table note_tag', 'trigger note_removed', 'view untagged')) = 5
    AND (SELECT count(*) FROM pragma_table_xinfo('note', 'main') WHERE name IN ('folder')) = 1
    AND (SELECT count(*) FROM pragma_table_xinfo('tag', 'main') WHERE name IN ('colour')) = 1;
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
COMMIT;
PRAGMA foreign_keys = ON;
