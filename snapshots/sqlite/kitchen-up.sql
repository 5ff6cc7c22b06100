PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
ALTER TABLE ingredient RENAME TO autogen_old_ingredient;
ALTER TABLE recipe RENAME TO autogen_old_recipe;
ALTER TABLE unit RENAME TO autogen_old_unit;
CREATE TABLE temp.autogen_guard (copied CHECK (copied));
DROP VIEW light;
DROP VIEW energy;
CREATE TABLE recipe (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    minutes INT NOT NULL DEFAULT 30,
    serves INT DEFAULT 2,
    slow INT GENERATED ALWAYS AS (minutes > 90) STORED,
    cuisine TEXT REFERENCES cuisine ON DELETE SET NULL,
    CONSTRAINT serves_somebody CHECK (serves BETWEEN 1 AND 100)
);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'recipe', seq FROM sqlite_sequence WHERE name = 'autogen_old_recipe';
-- rewrite: copies all rows of recipe to a new table
-- may fail: leaves rows behind that violate FOREIGN KEY (cuisine) REFERENCES cuisine ON DELETE SET NULL, if there are any
-- may fail: fails when a row violates CHECK (serves BETWEEN 1 AND 100)
INSERT OR ROLLBACK INTO recipe (id, name, minutes, serves)
SELECT id, name, coalesce(minutes, '30'), serves FROM autogen_old_recipe;
INSERT OR ROLLBACK INTO temp.autogen_guard
SELECT (SELECT count(*) FROM recipe) = (SELECT count(*) FROM autogen_old_recipe);
DROP TABLE autogen_old_recipe;
CREATE INDEX recipe_name ON recipe (name COLLATE NOCASE);
ALTER TABLE recipe_ingredient ADD COLUMN optional INT;
ALTER TABLE step ADD COLUMN photo BLOB;
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    grams REAL CHECK (grams > 0),
    label TEXT
) STRICT, WITHOUT ROWID;
-- rewrite: copies all rows of unit to a new table
INSERT OR ROLLBACK INTO unit (code, grams)
SELECT code, grams FROM autogen_old_unit;
INSERT OR ROLLBACK INTO temp.autogen_guard
SELECT (SELECT count(*) FROM unit) = (SELECT count(*) FROM autogen_old_unit);
DROP TABLE autogen_old_unit;
-- data loss: drops the table with its rows
DROP TABLE larder;
CREATE TABLE ingredient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    unit TEXT NOT NULL DEFAULT 'g' REFERENCES unit ON UPDATE CASCADE,
    kcal INT,
    vegan INT NOT NULL DEFAULT 0
);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'ingredient', seq FROM sqlite_sequence WHERE name = 'autogen_old_ingredient';
-- rewrite: copies all rows of ingredient to a new table
-- may fail: leaves rows behind that violate FOREIGN KEY (unit) REFERENCES unit ON UPDATE CASCADE, if there are any
INSERT OR ROLLBACK INTO ingredient (id, name, unit, kcal)
SELECT id, name, unit, kcal FROM autogen_old_ingredient;
INSERT OR ROLLBACK INTO temp.autogen_guard
SELECT (SELECT count(*) FROM ingredient) = (SELECT count(*) FROM autogen_old_ingredient);
DROP TABLE autogen_old_ingredient;
CREATE VIEW energy AS
    SELECT r.id, r.name, r.serves, sum(i.kcal * ri.amount / 100) AS kcal FROM recipe r
    JOIN recipe_ingredient ri ON ri.recipe = r.id JOIN ingredient i ON i.id = ri.ingredient GROUP BY r.id;
CREATE VIEW light AS SELECT name FROM energy WHERE kcal / serves < 500;
CREATE TABLE cuisine (name TEXT PRIMARY KEY);
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
PRAGMA foreign_key_check;
COMMIT;
PRAGMA foreign_keys = ON;
