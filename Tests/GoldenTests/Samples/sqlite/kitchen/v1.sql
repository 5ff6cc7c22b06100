-- Recipes and what is in the larder.
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    grams REAL CHECK (grams > 0)
) STRICT;
CREATE TABLE ingredient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    unit TEXT NOT NULL DEFAULT 'g' REFERENCES unit,
    kcal INT
);
CREATE TABLE recipe (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    minutes INT,
    serves INT DEFAULT 4,
    slow INT GENERATED ALWAYS AS (minutes > 60) VIRTUAL,
    CONSTRAINT serves_somebody CHECK (serves > 0)
);
CREATE TABLE step (
    recipe INTEGER REFERENCES recipe ON DELETE CASCADE,
    place INT,
    text TEXT NOT NULL,
    UNIQUE (recipe, place) ON CONFLICT REPLACE
);
CREATE TABLE recipe_ingredient (
    recipe INTEGER REFERENCES recipe ON DELETE CASCADE,
    ingredient INTEGER REFERENCES ingredient ON DELETE RESTRICT,
    amount REAL NOT NULL,
    PRIMARY KEY (recipe, ingredient)
) WITHOUT ROWID;
CREATE TABLE larder (
    ingredient INTEGER REFERENCES ingredient DEFERRABLE INITIALLY DEFERRED,
    amount REAL,
    best_before TEXT
);
CREATE INDEX larder_soon ON larder (best_before) WHERE best_before IS NOT NULL;
CREATE INDEX recipe_name ON recipe (lower(name));
CREATE VIEW energy AS
    SELECT r.id, r.name, sum(i.kcal * ri.amount / 100) AS kcal FROM recipe r
    JOIN recipe_ingredient ri ON ri.recipe = r.id JOIN ingredient i ON i.id = ri.ingredient GROUP BY r.id;
CREATE VIEW light AS SELECT name FROM energy WHERE kcal < 500;
CREATE TRIGGER cook INSTEAD OF DELETE ON energy BEGIN
    UPDATE larder SET amount = amount - 1 WHERE ingredient IN (SELECT ingredient FROM recipe_ingredient WHERE recipe = old.id);
END;
