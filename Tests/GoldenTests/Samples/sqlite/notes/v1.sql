-- Notes with tags, found by their words.
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    body TEXT DEFAULT '',
    made TEXT DEFAULT CURRENT_TIMESTAMP
);
CREATE TABLE tag (
    name TEXT PRIMARY KEY COLLATE NOCASE
) WITHOUT ROWID;
CREATE TABLE note_tag (
    note INTEGER NOT NULL REFERENCES note ON DELETE CASCADE,
    tag TEXT NOT NULL REFERENCES tag ON UPDATE CASCADE,
    PRIMARY KEY (note, tag)
);
CREATE VIRTUAL TABLE note_words USING fts5(title, body, content='note', content_rowid='id');
CREATE TRIGGER note_added AFTER INSERT ON note BEGIN
    INSERT INTO note_words (rowid, title, body) VALUES (new.id, new.title, new.body);
END;
CREATE VIEW untagged AS SELECT * FROM note WHERE id NOT IN (SELECT note FROM note_tag);
