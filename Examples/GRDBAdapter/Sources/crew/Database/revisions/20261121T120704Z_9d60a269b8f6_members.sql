-- revision: 9d60a269b8f6
-- down-revision: none
-- message: members
-- created: 2026-11-21T12:07:04Z
-- dialect: sqlite
-- transaction: yes

-- upgrade
CREATE TABLE member (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    role TEXT NOT NULL
);

-- downgrade
-- hazard (data loss): drops the table with its rows
DROP TABLE member;
