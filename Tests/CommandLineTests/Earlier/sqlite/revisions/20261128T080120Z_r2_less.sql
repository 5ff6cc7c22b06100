-- revision: r2
-- down-revision: r1
-- message: less
-- created: 2026-11-28T08:01:20Z
-- dialect: sqlite
-- transaction: yes

-- upgrade
-- hazard (data loss): drops the column with its values
ALTER TABLE a DROP COLUMN x;

-- downgrade
ALTER TABLE a ADD COLUMN x TEXT;
