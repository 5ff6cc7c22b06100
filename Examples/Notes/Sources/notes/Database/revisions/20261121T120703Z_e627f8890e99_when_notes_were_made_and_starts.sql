-- revision: e627f8890e99
-- down-revision: 3b4e68e20f8b
-- message: when notes were made, and starts
-- created: 2026-11-21T12:07:03Z
-- dialect: sqlite
-- transaction: yes

-- upgrade
ALTER TABLE note ADD COLUMN created TEXT NOT NULL DEFAULT '';

CREATE TABLE start (
    at TEXT NOT NULL
);

-- downgrade
-- hazard (data loss): drops the column with its values
ALTER TABLE note DROP COLUMN created;

-- hazard (data loss): drops the table with its rows
DROP TABLE start;
