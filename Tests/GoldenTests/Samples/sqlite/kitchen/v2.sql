-- Recipes and what is in the larder.
CREATE TABLE unit (
    code TEXT PRIMARY KEY,
    grams REAL CHECK (grams > 0),
    label TEXT
) STRICT, WITHOUT ROWID;
CREATE TABLE ingredient (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL UNIQUE COLLATE NOCASE,
    unit TEXT NOT NULL DEFAULT 'g' REFERENCES unit ON UPDATE CASCADE,
    kcal INT,
    vegan INT NOT NULL DEFAULT 0
);
CREATE TABLE cuisine (name TEXT PRIMARY KEY);
CREATE TABLE recipe (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL,
    minutes INT NOT NULL DEFAULT 30,
    serves INT DEFAULT 2,
    slow INT GENERATED ALWAYS AS (minutes > 90) STORED,
    cuisine TEXT REFERENCES cuisine ON DELETE SET NULL,
    CONSTRAINT serves_somebody CHECK (serves BETWEEN 1 AND 100)
);
CREATE TABLE step (
    recipe INTEGER REFERENCES recipe ON DELETE CASCADE,
    place INT,
    text TEXT NOT NULL,
    photo BLOB,
    UNIQUE (recipe, place) ON CONFLICT REPLACE
);
CREATE TABLE recipe_ingredient (
    recipe INTEGER REFERENCES recipe ON DELETE CASCADE,
    ingredient INTEGER REFERENCES ingredient ON DELETE RESTRICT,
    amount REAL NOT NULL,
    optional INT,
    PRIMARY KEY (recipe, ingredient)
) WITHOUT ROWID;
CREATE INDEX recipe_name ON recipe (name COLLATE NOCASE);
CREATE VIEW energy AS
    SELECT r.id, r.name, r.serves, sum(i.kcal * ri.amount / 100) AS kcal FROM recipe r
    JOIN recipe_ingredient ri ON ri.recipe = r.id JOIN ingredient i ON i.id = ri.ingredient GROUP BY r.id;
CREATE VIEW light AS SELECT name FROM energy WHERE kcal / serves < 500;
