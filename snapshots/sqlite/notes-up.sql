PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
ALTER TABLE note_tag RENAME TO autogen_old_note_tag;
CREATE TABLE temp.autogen_guard (copied CHECK (copied));
DROP VIEW untagged;
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
-- may fail: leaves rows behind that violate FOREIGN KEY (tag) REFERENCES tag ON DELETE CASCADE ON UPDATE CASCADE, if there are any
INSERT OR ROLLBACK INTO note_tag (note, tag)
SELECT note, tag FROM autogen_old_note_tag;
INSERT OR ROLLBACK INTO temp.autogen_guard
SELECT (SELECT count(*) FROM note_tag) = (SELECT count(*) FROM autogen_old_note_tag);
DROP TABLE autogen_old_note_tag;
-- may fail: fails when a row does not satisfy the constraints of the new column
ALTER TABLE tag ADD COLUMN colour TEXT NOT NULL DEFAULT 'grey' CHECK (colour <> '');
CREATE VIEW untagged AS SELECT n.id, n.title FROM note n WHERE n.id NOT IN (SELECT note FROM note_tag);
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    inside INTEGER REFERENCES folder,
    UNIQUE (inside, name)
);
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
