CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL CHECK (text <> ''),
    created TEXT NOT NULL DEFAULT ''
);

CREATE TABLE start (
    at TEXT NOT NULL
);
