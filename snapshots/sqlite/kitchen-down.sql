PRAGMA foreign_keys = OFF;
BEGIN;
PRAGMA legacy_alter_table = ON;
CREATE TABLE temp.autogen_broken AS
SELECT 'ingredient' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('ingredient', 'main') GROUP BY 2
UNION ALL SELECT 'recipe' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('recipe', 'main') GROUP BY 2
UNION ALL SELECT 'recipe_ingredient' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('recipe_ingredient', 'main') GROUP BY 2
UNION ALL SELECT 'step' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('step', 'main') GROUP BY 2;
DROP VIEW light;
DROP VIEW energy;
ALTER TABLE ingredient RENAME TO autogen_old_ingredient;
ALTER TABLE recipe RENAME TO autogen_old_recipe;
ALTER TABLE unit RENAME TO autogen_old_unit;
CREATE TABLE temp.autogen_guard (
    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
    copied CONSTRAINT "every row is copied" CHECK (copied),
    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
    complete CONSTRAINT "every statement has been run" CHECK (complete)
);
INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
-- data loss: column main.recipe_ingredient.optional: drops the column with its values
ALTER TABLE recipe_ingredient DROP COLUMN optional;
-- data loss: column main.step.photo: drops the column with its values
ALTER TABLE step DROP COLUMN photo;
CREATE TABLE ingredient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    unit TEXT NOT NULL DEFAULT 'g' REFERENCES unit,
    kcal INT
);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'ingredient', seq FROM sqlite_sequence WHERE name = 'autogen_old_ingredient';
-- rewrite: copies all rows of ingredient to a new table
-- data loss: column main.ingredient.vegan: drops the column with its values
-- may fail: fails when a row violates FOREIGN KEY (unit) REFERENCES unit
INSERT OR ABORT INTO ingredient (id, name, unit, kcal)
SELECT id, name, unit, kcal FROM autogen_old_ingredient;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM ingredient) = (SELECT count(*) FROM autogen_old_ingredient);
DROP TABLE autogen_old_ingredient;
CREATE TABLE recipe (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    minutes INT,
    serves INT DEFAULT 4,
    slow INT GENERATED ALWAYS AS (minutes > 60) VIRTUAL,
    CONSTRAINT serves_somebody CHECK (serves > 0)
);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'recipe', seq FROM sqlite_sequence WHERE name = 'autogen_old_recipe';
-- rewrite: copies all rows of recipe to a new table
-- data loss: column main.recipe.cuisine: drops the column with its values
-- may fail: fails when a row violates CHECK (serves > 0)
INSERT OR ABORT INTO recipe (id, name, minutes, serves)
SELECT id, name, minutes, serves FROM autogen_old_recipe;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM recipe) = (SELECT count(*) FROM autogen_old_recipe);
DROP TABLE autogen_old_recipe;
CREATE INDEX recipe_name ON recipe (lower(name));
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    grams REAL CHECK (grams > 0)
) STRICT;
-- rewrite: copies all rows of unit to a new table
-- data loss: column main.unit.label: drops the column with its values
INSERT OR ABORT INTO unit (code, grams)
SELECT code, grams FROM autogen_old_unit;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM unit) = (SELECT count(*) FROM autogen_old_unit);
DROP TABLE autogen_old_unit;
CREATE VIEW energy AS
    SELECT r.id, r.name, sum(i.kcal * ri.amount / 100) AS kcal FROM recipe r
    JOIN recipe_ingredient ri ON ri.recipe = r.id JOIN ingredient i ON i.id = ri.ingredient GROUP BY r.id;
CREATE VIEW light AS SELECT name FROM energy WHERE kcal < 500;
CREATE TABLE larder (
    ingredient INTEGER REFERENCES ingredient DEFERRABLE INITIALLY DEFERRED,
    amount REAL,
    best_before TEXT
);
CREATE INDEX larder_soon ON larder (best_before) WHERE best_before IS NOT NULL;
CREATE TRIGGER cook INSTEAD OF DELETE ON energy BEGIN
    UPDATE larder SET amount = amount - 1 WHERE ingredient IN (SELECT ingredient FROM recipe_ingredient WHERE recipe = old.id);
END;
-- data loss: table main.cuisine: drops the table with its rows
DROP TABLE cuisine;
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('ingredient', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'ingredient' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('recipe', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'recipe' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('recipe_ingredient', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'recipe_ingredient' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('step', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'step' AND b.parent = lower(c.parent)), 0)
);
DROP TABLE temp.autogen_broken;
INSERT OR ROLLBACK INTO temp.autogen_guard (complete)
SELECT (SELECT count(*) FROM temp.autogen_guard) = 8
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index larder_soon', 'index recipe_name', 'table ingredient', 'table larder', 'table recipe', 'table unit', 'trigger cook', 'view energy', 'view light')) = 9
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('table cuisine')) = 0
    AND (SELECT count(*) FROM pragma_table_xinfo('recipe_ingredient', 'main') WHERE name IN ('optional')) = 0
    AND (SELECT count(*) FROM pragma_table_xinfo('step', 'main') WHERE name IN ('photo')) = 0;
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
COMMIT;
PRAGMA foreign_keys = ON;
