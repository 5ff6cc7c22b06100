-- revision: r1
-- down-revision: none
-- message: first
-- created: 2026-11-28T08:01:18Z
-- dialect: sqlite
-- transaction: yes

-- upgrade
CREATE TABLE a (id INTEGER PRIMARY KEY, x TEXT);

-- downgrade
-- hazard (data loss): drops the table with its rows
DROP TABLE a;
