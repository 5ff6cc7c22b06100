PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
CREATE TABLE temp.autogen_broken AS
SELECT 'note' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('note', 'main') GROUP BY 2
UNION ALL SELECT 'note_tag' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('note_tag', 'main') GROUP BY 2;
DROP VIEW untagged;
DROP TRIGGER note_removed;
ALTER TABLE note_tag RENAME TO autogen_old_note_tag;
CREATE TABLE temp.autogen_guard (
    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
    copied CONSTRAINT "every row is copied" CHECK (copied),
    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
    complete CONSTRAINT "every statement has been run" CHECK (complete)
);
INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
DROP INDEX note_folder;
-- data loss: column main.note.folder: drops the column with its values
ALTER TABLE note DROP COLUMN folder;
-- data loss: column main.tag.colour: drops the column with its values
ALTER TABLE tag DROP COLUMN colour;
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
SELECT (SELECT count(*) FROM temp.autogen_guard) = 4
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('table note_tag', 'view untagged')) = 2
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index note_folder', 'table folder', 'trigger note_removed')) = 0
    AND (SELECT count(*) FROM pragma_table_xinfo('note', 'main') WHERE name IN ('folder')) = 0
    AND (SELECT count(*) FROM pragma_table_xinfo('tag', 'main') WHERE name IN ('colour')) = 0;
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
COMMIT;
PRAGMA foreign_keys = ON;
