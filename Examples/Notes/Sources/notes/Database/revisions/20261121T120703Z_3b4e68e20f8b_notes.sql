-- revision: 3b4e68e20f8b
-- down-revision: none
-- message: notes
-- created: 2026-11-21T12:07:03Z
-- dialect: sqlite
-- transaction: yes

-- upgrade
CREATE TABLE note (
    id INTEGER PRIMARY KEY,
    text TEXT NOT NULL CHECK (text <> '')
);

-- downgrade
-- hazard (data loss): drops the table with its rows
DROP TABLE note;
