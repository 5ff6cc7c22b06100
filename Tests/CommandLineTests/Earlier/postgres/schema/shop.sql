CREATE SCHEMA shop;
ALTER DEFAULT PRIVILEGES FOR ROLE earlier_owner IN SCHEMA shop GRANT SELECT ON TABLES TO earlier_reader;
CREATE TABLE shop.item (id bigint PRIMARY KEY, name text);
REVOKE DELETE ON shop.item FROM earlier_owner;
ALTER TABLE shop.item ENABLE ROW LEVEL SECURITY;
CREATE POLICY own ON shop.item TO earlier_owner USING (true);
CREATE VIEW shop.names AS SELECT name FROM shop.item;
CREATE TABLE shop.line (id bigint PRIMARY KEY, item bigint REFERENCES shop.item);
