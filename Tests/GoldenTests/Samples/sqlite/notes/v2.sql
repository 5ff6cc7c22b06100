-- Notes with tags in folders, found by their words.
CREATE TABLE folder (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    inside INTEGER REFERENCES folder,
    UNIQUE (inside, name)
);
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT DEFAULT '',
    made TEXT DEFAULT CURRENT_TIMESTAMP,
    folder INTEGER REFERENCES folder
);
CREATE INDEX note_folder ON note (folder);
CREATE TABLE tag (
    name TEXT PRIMARY KEY COLLATE NOCASE,
    colour TEXT NOT NULL DEFAULT 'grey' CHECK (colour <> '')
) WITHOUT ROWID;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
    tag TEXT NOT NULL REFERENCES tag ON UPDATE CASCADE ON DELETE CASCADE,
    PRIMARY KEY (note, tag)
) WITHOUT ROWID;
CREATE VIRTUAL TABLE note_words USING fts5(title, body, content='note', content_rowid='id');
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_words (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE TRIGGER note_removed AFTER DELETE ON note BEGIN
    INSERT INTO note_words (note_words, rowid, title, body) VALUES ('delete', old.id, old.title, old.body);
END;
CREATE VIEW untagged AS SELECT n.id, n.title FROM note n WHERE n.id NOT IN (SELECT note FROM note_tag);
