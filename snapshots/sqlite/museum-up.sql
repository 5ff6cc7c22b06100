PRAGMA foreign_keys = OFF;
BEGIN;
-- by hand: trigger main.building.building_moved: is left unable to run: table building_place has 6 columns but 5 values were supplied
PRAGMA legacy_alter_table = ON;
CREATE TABLE temp.autogen_broken AS
SELECT 'absence' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('absence', 'main') GROUP BY 2
UNION ALL SELECT 'alarm' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('alarm', 'main') GROUP BY 2
UNION ALL SELECT 'appraisal' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('appraisal', 'main') GROUP BY 2
UNION ALL SELECT 'artefact' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('artefact', 'main') GROUP BY 2
UNION ALL SELECT 'artefact_material' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('artefact_material', 'main') GROUP BY 2
UNION ALL SELECT 'artefact_style' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('artefact_style', 'main') GROUP BY 2
UNION ALL SELECT 'artefact_technique' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('artefact_technique', 'main') GROUP BY 2
UNION ALL SELECT 'artist_portrait' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('artist_portrait', 'main') GROUP BY 2
UNION ALL SELECT 'biography' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('biography', 'main') GROUP BY 2
UNION ALL SELECT 'building' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('building', 'main') GROUP BY 2
UNION ALL SELECT 'catalogue' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('catalogue', 'main') GROUP BY 2
UNION ALL SELECT 'cleaning' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('cleaning', 'main') GROUP BY 2
UNION ALL SELECT 'damage' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('damage', 'main') GROUP BY 2
UNION ALL SELECT 'dimension' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('dimension', 'main') GROUP BY 2
UNION ALL SELECT 'employee' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('employee', 'main') GROUP BY 2
UNION ALL SELECT 'employee_role' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('employee_role', 'main') GROUP BY 2
UNION ALL SELECT 'exhibit' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('exhibit', 'main') GROUP BY 2
UNION ALL SELECT 'exhibition' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('exhibition', 'main') GROUP BY 2
UNION ALL SELECT 'loan' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('loan', 'main') GROUP BY 2
UNION ALL SELECT 'move' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('move', 'main') GROUP BY 2
UNION ALL SELECT 'photo' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('photo', 'main') GROUP BY 2
UNION ALL SELECT 'provenance' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('provenance', 'main') GROUP BY 2
UNION ALL SELECT 'pseudonym' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('pseudonym', 'main') GROUP BY 2
UNION ALL SELECT 'restoration' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('restoration', 'main') GROUP BY 2
UNION ALL SELECT 'review' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('review', 'main') GROUP BY 2
UNION ALL SELECT 'room' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('room', 'main') GROUP BY 2
UNION ALL SELECT 'sensor' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('sensor', 'main') GROUP BY 2
UNION ALL SELECT 'shift' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('shift', 'main') GROUP BY 2
UNION ALL SELECT 'showcase' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('showcase', 'main') GROUP BY 2
UNION ALL SELECT 'sponsor' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('sponsor', 'main') GROUP BY 2
UNION ALL SELECT 'ticket' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('ticket', 'main') GROUP BY 2
UNION ALL SELECT 'tour' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('tour', 'main') GROUP BY 2
UNION ALL SELECT 'transport' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('transport', 'main') GROUP BY 2
UNION ALL SELECT 'visit' AS child, lower(parent) AS parent, count(*) AS n
FROM pragma_foreign_key_check('visit', 'main') GROUP BY 2;
DROP VIEW on_show;
DROP VIEW takings;
ALTER TABLE artefact RENAME TO autogen_old_artefact;
ALTER TABLE artefact_material RENAME TO autogen_old_artefact_material;
ALTER TABLE artist RENAME TO autogen_old_artist;
ALTER TABLE building RENAME TO autogen_old_building;
ALTER TABLE change_log RENAME TO autogen_old_change_log;
ALTER TABLE employee RENAME TO autogen_old_employee;
ALTER TABLE exhibit RENAME TO autogen_old_exhibit;
ALTER TABLE exhibition RENAME TO autogen_old_exhibition;
ALTER TABLE "order" RENAME TO autogen_old_order;
ALTER TABLE restoration RENAME TO autogen_old_restoration;
ALTER TABLE room RENAME TO autogen_old_room;
ALTER TABLE showcase RENAME TO autogen_old_showcase;
ALTER TABLE ticket RENAME TO autogen_old_ticket;
ALTER TABLE transport RENAME TO autogen_old_transport;
ALTER TABLE building_place RENAME TO autogen_old_building_place;
CREATE TABLE temp.autogen_guard (
    suspended CONSTRAINT "foreign keys are off while tables are rebuilt" CHECK (suspended),
    copied CONSTRAINT "every row is copied" CHECK (copied),
    sound CONSTRAINT "no row loses what it refers to" CHECK (sound),
    complete CONSTRAINT "every statement has been run" CHECK (complete)
);
INSERT INTO temp.autogen_guard (suspended) SELECT foreign_keys = 0 FROM pragma_foreign_keys;
DROP TABLE artefact_text;
DROP INDEX booking_tour;
CREATE TABLE artefact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inventory TEXT NOT NULL UNIQUE ON CONFLICT ABORT,
    title TEXT NOT NULL DEFAULT 'untitled',
    artist INTEGER REFERENCES artist ON DELETE SET DEFAULT,
    made_from INT,
    made_to INT,
    worth INTEGER DEFAULT 0 CONSTRAINT worth_positive CHECK (worth >= 0 AND worth < 1e9),
    image BLOB,
    note TEXT DEFAULT (datetime('now')),
    owner INTEGER NOT NULL ON CONFLICT FAIL DEFAULT 1 REFERENCES institution,
    part_of INTEGER REFERENCES artefact (id) MATCH FULL,
    CHECK (made_from <= made_to) CHECK (made_to < 3000)
);
INSERT INTO sqlite_sequence (name, seq)
SELECT 'artefact', seq FROM sqlite_sequence WHERE name = 'autogen_old_artefact';
-- rewrite: copies all rows of artefact to a new table
-- may fail: fails when a row violates CHECK (made_to < 3000)
-- may fail: fails when a row violates FOREIGN KEY (artist) REFERENCES artist ON DELETE SET DEFAULT
-- may fail: fails when a row violates CHECK (worth >= 0 AND worth < 1e9)
-- may fail: fails when a value of worth does not fit as its column is now
INSERT OR ABORT INTO artefact (id, inventory, title, artist, made_from, made_to, worth, image, note, owner, part_of)
SELECT id, inventory, title, artist, made_from, made_to, worth, image, note, owner, part_of FROM autogen_old_artefact;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM artefact) = (SELECT count(*) FROM autogen_old_artefact);
DROP TABLE autogen_old_artefact;
CREATE INDEX artefact_artist ON artefact (artist, title);
-- may fail: fails when two rows have the same values in a unique index
CREATE UNIQUE INDEX artefact_shelf_mark ON artefact (lower(trim(inventory)));
CREATE INDEX artefact_valuable ON artefact (worth) WHERE worth > 10000;
CREATE TABLE artefact_material (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    material TEXT REFERENCES material,
    share REAL CHECK (share <= 1)
);
-- rewrite: copies all rows of artefact_material to a new table
-- may fail: fails when a row violates CHECK (share <= 1)
INSERT OR ABORT INTO artefact_material (id, artefact, material, share)
SELECT id, artefact, material, share FROM autogen_old_artefact_material;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM artefact_material) = (SELECT count(*) FROM autogen_old_artefact_material);
DROP TABLE autogen_old_artefact_material;
CREATE INDEX artefact_material_artefact ON artefact_material (artefact);
CREATE TABLE artist (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_name TEXT GENERATED ALWAYS AS (lower(trim(name))) STORED,
    born TEXT,
    died TEXT,
    nationality TEXT DEFAULT 'unknown',
    UNIQUE (name, born)
);
-- rewrite: copies all rows of artist to a new table
-- data loss: column main.artist.age: drops the column with its values
INSERT OR ABORT INTO artist (id, name, born, died)
SELECT id, name, born, died FROM autogen_old_artist;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM artist) = (SELECT count(*) FROM autogen_old_artist);
DROP TABLE autogen_old_artist;
CREATE INDEX booking_name ON booking (name, people);
CREATE TABLE change_log (at TEXT DEFAULT CURRENT_TIMESTAMP, what TEXT NOT NULL, old, new, by_whom TEXT);
-- rewrite: copies all rows of change_log to a new table
-- needs a decision: column main.change_log.what: fails while rows hold NULL in it, which need a value
INSERT OR ABORT INTO change_log (rowid, at, what, old, new)
SELECT rowid, at, coalesce(what, NULL /* autogen:fill main.change_log.what */), old, new FROM autogen_old_change_log;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM change_log) = (SELECT count(*) FROM autogen_old_change_log);
DROP TABLE autogen_old_change_log;
CREATE TRIGGER artefact_changed BEFORE UPDATE OF title ON artefact FOR EACH ROW WHEN old.title <> new.title BEGIN
    INSERT INTO change_log (what, old, new) VALUES ('title', old.title, new.title);
    UPDATE artefact SET note = NULL WHERE id = new.id;
END;
CREATE TABLE exhibit (
    exhibition INTEGER REFERENCES exhibition ON DELETE CASCADE,
    artefact INTEGER REFERENCES artefact ON DELETE RESTRICT,
    showcase TEXT REFERENCES showcase ON UPDATE SET DEFAULT ON DELETE NO ACTION,
    caption TEXT,
    PRIMARY KEY (exhibition, artefact)
);
-- rewrite: copies all rows of exhibit to a new table
INSERT OR ABORT INTO exhibit (rowid, exhibition, artefact, showcase, caption)
SELECT rowid, exhibition, artefact, showcase, caption FROM autogen_old_exhibit;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM exhibit) = (SELECT count(*) FROM autogen_old_exhibit);
DROP TABLE autogen_old_exhibit;
ALTER TABLE institution ADD COLUMN website TEXT;
CREATE TABLE "order" (
    "select" INTEGER PRIMARY KEY DESC,
    [group by] TEXT COLLATE RTRIM,
    `from` TEXT DEFAULT 'a ''quoted'' text',
    "größe" REAL
);
-- rewrite: copies all rows of order to a new table
INSERT OR ABORT INTO "order" (rowid, "select", "group by", "from", "größe")
SELECT rowid, "select", "group by", "from", "größe" FROM autogen_old_order;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM "order") = (SELECT count(*) FROM autogen_old_order);
DROP TABLE autogen_old_order;
CREATE INDEX "order größe" ON "order" ("größe");
CREATE TABLE restoration (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    began TEXT,
    ended TEXT,
    cost NUMERIC DEFAULT 0,
    CHECK (began <= ended)
);
-- rewrite: copies all rows of restoration to a new table
INSERT OR ABORT INTO restoration (id, artefact, began, ended, cost)
SELECT id, artefact, began, ended, cost FROM autogen_old_restoration;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM restoration) = (SELECT count(*) FROM autogen_old_restoration);
DROP TABLE autogen_old_restoration;
CREATE INDEX restoration_artefact ON restoration (artefact);
CREATE TABLE room (
    building INTEGER NOT NULL REFERENCES building,
    number TEXT NOT NULL,
    area_m2 REAL,
    climate TEXT DEFAULT 'none' CHECK (climate IN ('none', 'dry', 'humid', 'cold')),
    PRIMARY KEY (building, number)
);
-- rewrite: copies all rows of room to a new table
-- may fail: fails when a row violates CHECK (climate IN ('none', 'dry', 'humid', 'cold'))
INSERT OR ABORT INTO room (building, number, area_m2, climate)
SELECT building, number, area_m2, climate FROM autogen_old_room;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM room) = (SELECT count(*) FROM autogen_old_room);
DROP TABLE autogen_old_room;
CREATE TABLE showcase (
    code TEXT PRIMARY KEY NOT NULL,
    building INTEGER,
    room TEXT,
    locked INTEGER NOT NULL DEFAULT 1,
    FOREIGN KEY (building, room) REFERENCES room (building, number) DEFERRABLE INITIALLY DEFERRED
) STRICT;
-- rewrite: copies all rows of showcase to a new table
INSERT OR ABORT INTO showcase (code, building, room, locked)
SELECT code, building, room, locked FROM autogen_old_showcase;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM showcase) = (SELECT count(*) FROM autogen_old_showcase);
DROP TABLE autogen_old_showcase;
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    kind TEXT REFERENCES ticket_kind,
    sold TEXT,
    price NUMERIC NOT NULL DEFAULT 8,
    reduced INT
);
-- rewrite: copies all rows of ticket to a new table
INSERT OR ABORT INTO ticket (id, exhibition, kind, sold, price)
SELECT id, exhibition, kind, sold, price FROM autogen_old_ticket;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM ticket) = (SELECT count(*) FROM autogen_old_ticket);
DROP TABLE autogen_old_ticket;
CREATE INDEX ticket_exhibition ON ticket (exhibition);
CREATE TABLE transport (
    id INTEGER PRIMARY KEY,
    loan INTEGER NOT NULL REFERENCES loan ON DELETE CASCADE,
    carrier TEXT NOT NULL DEFAULT 'own',
    crates INT,
    kilometres REAL
);
-- rewrite: copies all rows of transport to a new table
-- fill: column main.transport.carrier: rows in which it is NULL get the default 'own'
INSERT OR ABORT INTO transport (id, loan, carrier, crates)
SELECT id, loan, coalesce(carrier, 'own'), crates FROM autogen_old_transport;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM transport) = (SELECT count(*) FROM autogen_old_transport);
DROP TABLE autogen_old_transport;
CREATE INDEX transport_loan ON transport (loan);
CREATE VIRTUAL TABLE artefact_text USING fts5(title, note, content='artefact', content_rowid='id', tokenize='unicode61');
-- rewrite: reads all rows of artefact for the full-text index artefact_text
INSERT INTO artefact_text (artefact_text) VALUES ('rebuild');
CREATE TRIGGER artefact_indexed AFTER INSERT ON artefact BEGIN
    INSERT INTO artefact_text (rowid, title, note) VALUES (new.id, new.title, new.note);
END;
CREATE VIRTUAL TABLE building_place USING rtree(id, min_lat, max_lat, min_lon, max_lon, +name);
-- rewrite: copies all rows of building_place to a new table
INSERT INTO building_place (id, min_lat, max_lat, min_lon, max_lon)
SELECT id, min_lat, max_lat, min_lon, max_lon FROM autogen_old_building_place;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM building_place) = (SELECT count(*) FROM autogen_old_building_place);
DROP TABLE autogen_old_building_place;
CREATE VIRTUAL TABLE review_text USING fts5(text, content='review');
-- rewrite: reads all rows of review for the full-text index review_text
INSERT INTO review_text (review_text) VALUES ('rebuild');
-- data loss: table main.key_ring: drops the table with its rows
DROP TABLE key_ring;
CREATE TABLE employee (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    mail TEXT UNIQUE,
    favourite INTEGER REFERENCES exhibition,
    wage REAL,
    hired TEXT
) STRICT;
-- rewrite: copies all rows of employee to a new table
-- data loss: column main.employee.wage: makes numbers of its texts that look like one: '007' becomes 7.0, and rounds large integers
-- may fail: fails when a value of mail does not fit as its column is now
-- may fail: fails when a value of wage does not fit as its column is now
INSERT OR ABORT INTO employee (id, name, mail, favourite, wage)
SELECT id, name, mail, favourite, wage FROM autogen_old_employee;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM employee) = (SELECT count(*) FROM autogen_old_employee);
DROP TABLE autogen_old_employee;
-- data loss: table main.lift: drops the table with its rows
DROP TABLE lift;
CREATE TABLE building (
    id INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution (id) ON DELETE CASCADE ON UPDATE CASCADE,
    name TEXT NOT NULL,
    "floors above" INT DEFAULT 2,
    floors_below INT NOT NULL DEFAULT 0,
    lat REAL, lon REAL,
    CONSTRAINT on_earth CHECK (lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180),
    UNIQUE (institution, name)
);
-- rewrite: copies all rows of building to a new table
-- fill: column main.building.floors_below: rows get the default 0
-- may fail: fails when a row violates UNIQUE (institution, name)
INSERT OR ABORT INTO building (id, institution, name, "floors above", lat, lon)
SELECT id, institution, name, "floors above", lat, lon FROM autogen_old_building;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM building) = (SELECT count(*) FROM autogen_old_building);
DROP TABLE autogen_old_building;
CREATE TRIGGER building_moved AFTER UPDATE ON building WHEN new.lat IS NOT NULL BEGIN
    INSERT INTO building_place VALUES (new.id, new.lat, new.lat, new.lon, new.lon);
END;
-- data loss: table main.poster: drops the table with its rows
DROP TABLE poster;
CREATE TABLE exhibition (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT NOT NULL DEFAULT '9999-12-31',
    curator INTEGER REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
-- rewrite: copies all rows of exhibition to a new table
-- fill: column main.exhibition.closes: rows in which it is NULL get the default '9999-12-31'
INSERT OR ABORT INTO exhibition (id, title, opens, closes, curator)
SELECT id, title, opens, coalesce(closes, '9999-12-31'), curator FROM autogen_old_exhibition;
INSERT INTO temp.autogen_guard (copied)
SELECT (SELECT count(*) FROM exhibition) = (SELECT count(*) FROM autogen_old_exhibition);
DROP TABLE autogen_old_exhibition;
CREATE VIEW on_show AS SELECT a.id, a.title, a.inventory, e.exhibition, e.showcase FROM artefact a JOIN exhibit e ON e.artefact = a.id;
CREATE TRIGGER on_show_moved INSTEAD OF UPDATE ON on_show BEGIN
    UPDATE exhibit SET showcase = new.showcase WHERE artefact = old.id AND exhibition = old.exhibition;
END;
CREATE TABLE audio_guide (
    artefact INTEGER REFERENCES artefact,
    language TEXT REFERENCES language,
    seconds INTEGER NOT NULL CHECK (seconds > 0),
    PRIMARY KEY (artefact, language)
) STRICT, WITHOUT ROWID;
CREATE TABLE takings (day TEXT PRIMARY KEY, total NUMERIC);
-- data loss: table main.genre: drops the table with its rows
DROP TABLE genre;
-- data loss: table main.media_kind: drops the table with its rows
DROP TABLE media_kind;
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('absence', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'absence' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('alarm', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'alarm' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('appraisal', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'appraisal' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('artefact', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'artefact' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('artefact_material', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'artefact_material' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('artefact_style', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'artefact_style' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('artefact_technique', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'artefact_technique' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('artist_portrait', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'artist_portrait' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('biography', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'biography' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('building', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'building' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('catalogue', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'catalogue' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('cleaning', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'cleaning' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('damage', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'damage' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('dimension', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'dimension' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('employee', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'employee' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('employee_role', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'employee_role' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('exhibit', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'exhibit' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('exhibition', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'exhibition' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('loan', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'loan' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('move', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'move' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('photo', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'photo' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('provenance', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'provenance' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('pseudonym', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'pseudonym' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('restoration', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'restoration' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('review', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'review' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('room', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'room' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('sensor', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'sensor' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('shift', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'shift' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('showcase', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'showcase' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('sponsor', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'sponsor' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('ticket', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'ticket' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('tour', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'tour' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('transport', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'transport' AND b.parent = lower(c.parent)), 0)
);
INSERT INTO temp.autogen_guard (sound)
SELECT NOT EXISTS (
    SELECT 1 FROM pragma_foreign_key_check('visit', 'main') c GROUP BY lower(c.parent)
    HAVING count(*) > coalesce((SELECT n FROM temp.autogen_broken b WHERE child = 'visit' AND b.parent = lower(c.parent)), 0)
);
DROP TABLE temp.autogen_broken;
INSERT OR ROLLBACK INTO temp.autogen_guard (complete)
SELECT (SELECT count(*) FROM temp.autogen_guard) = 50
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index artefact_artist', 'index artefact_material_artefact', 'index artefact_shelf_mark', 'index artefact_valuable', 'index booking_name', 'index order größe', 'index restoration_artefact', 'index ticket_exhibition', 'index transport_loan', 'table artefact', 'table artefact_material', 'table artefact_text', 'table artist', 'table audio_guide', 'table building', 'table building_place', 'table change_log', 'table employee', 'table exhibit', 'table exhibition', 'table order', 'table restoration', 'table review_text', 'table room', 'table showcase', 'table takings', 'table ticket', 'table transport', 'trigger artefact_changed', 'trigger artefact_indexed', 'trigger building_moved', 'trigger on_show_moved', 'view on_show')) = 33
    AND (SELECT count(*) FROM main.sqlite_schema WHERE type || ' ' || name IN ('index booking_tour', 'index key_ring_employee', 'index lift_building', 'index poster_exhibition', 'table genre', 'table key_ring', 'table lift', 'table media_kind', 'table poster', 'trigger building_known', 'view takings')) = 0
    AND (SELECT count(*) FROM pragma_table_xinfo('institution', 'main') WHERE name IN ('website')) = 1;
DROP TABLE temp.autogen_guard;
PRAGMA legacy_alter_table = OFF;
COMMIT;
PRAGMA foreign_keys = ON;
