-- revision: r1
-- down-revision: none
-- message: first
-- created: 2026-11-28T14:52:50Z
-- dialect: postgresql
-- transaction: yes

-- upgrade
CREATE SCHEMA shop;

CREATE TABLE shop.item (
    id bigint NOT NULL,
    name text,
    CONSTRAINT item_pkey PRIMARY KEY (id)
);

ALTER TABLE shop.item ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.item TO earlier_owner USING (true);
REVOKE DELETE ON TABLE shop.item FROM earlier_owner;
GRANT SELECT ON TABLE shop.item TO earlier_reader;

CREATE VIEW shop.names AS
 SELECT item.name
   FROM shop.item;

GRANT SELECT ON TABLE shop.names TO earlier_reader;
ALTER DEFAULT PRIVILEGES FOR ROLE earlier_owner IN SCHEMA shop GRANT SELECT ON TABLES TO earlier_reader;

-- downgrade
ALTER DEFAULT PRIVILEGES FOR ROLE earlier_owner IN SCHEMA shop REVOKE SELECT ON TABLES FROM earlier_reader;
DROP VIEW shop.names;

-- hazard (data loss): deletes all rows of table item
DROP TABLE shop.item;

DROP SCHEMA shop;
