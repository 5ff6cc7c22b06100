-- A museum: objects, where they are, who has seen them.
CREATE TABLE institution (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    name TEXT NOT NULL COLLATE NOCASE UNIQUE,
    country TEXT CHECK (length(country) = 2),
    founded INT
);
CREATE TABLE building (
    id INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution (id) ON DELETE CASCADE ON UPDATE CASCADE,
    name TEXT NOT NULL,
    "floors above" INT DEFAULT 1,
    lat REAL, lon REAL,
    CONSTRAINT on_earth CHECK (lat BETWEEN -90 AND 90 AND lon BETWEEN -180 AND 180)
);
CREATE TABLE room (
    building INTEGER NOT NULL REFERENCES building,
    number TEXT NOT NULL,
    area_m2 REAL,
    climate TEXT DEFAULT 'none' CHECK (climate IN ('none', 'dry', 'humid')),
    PRIMARY KEY (building, number)
) WITHOUT ROWID;
CREATE TABLE showcase (
    code TEXT PRIMARY KEY NOT NULL,
    building INTEGER,
    room TEXT,
    locked INTEGER NOT NULL DEFAULT 1,
    FOREIGN KEY (building, room) REFERENCES room (building, number) DEFERRABLE INITIALLY DEFERRED
) STRICT, WITHOUT ROWID;
CREATE TABLE artist (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    sort_name TEXT GENERATED ALWAYS AS (lower(name)) STORED,
    born TEXT,
    died TEXT,
    age INT AS (strftime('%Y', died) - strftime('%Y', born)) VIRTUAL,
    UNIQUE (name, born) ON CONFLICT IGNORE
);
CREATE TABLE artefact (
    id INTEGER PRIMARY KEY AUTOINCREMENT,
    inventory TEXT NOT NULL UNIQUE ON CONFLICT ABORT,
    title TEXT NOT NULL DEFAULT 'untitled',
    artist INTEGER REFERENCES artist ON DELETE SET NULL,
    made_from INT,
    made_to INT,
    worth NUMERIC DEFAULT 0 CONSTRAINT worth_positive CHECK (worth >= 0),
    image BLOB,
    note TEXT DEFAULT (datetime('now')),
    owner INTEGER NOT NULL ON CONFLICT FAIL DEFAULT 1 REFERENCES institution,
    part_of INTEGER REFERENCES artefact (id) MATCH FULL,
    CHECK (made_from <= made_to)
);
CREATE INDEX artefact_artist ON artefact (artist, title COLLATE NOCASE DESC);
CREATE INDEX artefact_valuable ON artefact (worth) WHERE worth > 1000;
CREATE UNIQUE INDEX artefact_shelf_mark ON artefact (upper(trim(inventory)));
CREATE TABLE exhibition (
    id INTEGER PRIMARY KEY,
    title TEXT NOT NULL,
    opens TEXT NOT NULL,
    closes TEXT,
    curator INTEGER REFERENCES employee (id) DEFERRABLE INITIALLY DEFERRED
) STRICT;
CREATE TABLE employee (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    mail TEXT UNIQUE COLLATE NOCASE,
    favourite INTEGER REFERENCES exhibition,
    wage ANY
) STRICT;
CREATE TABLE exhibit (
    exhibition INTEGER REFERENCES exhibition ON DELETE CASCADE,
    artefact INTEGER REFERENCES artefact ON DELETE RESTRICT,
    showcase TEXT REFERENCES showcase ON UPDATE SET DEFAULT ON DELETE NO ACTION,
    caption TEXT,
    PRIMARY KEY (exhibition, artefact) ON CONFLICT REPLACE
);
CREATE TABLE "order" (
    "select" INTEGER PRIMARY KEY DESC,
    [group by] TEXT,
    `from` TEXT DEFAULT 'a ''quoted'' text',
    "größe" REAL
);
CREATE INDEX "order größe" ON "order" ("größe");
CREATE VIRTUAL TABLE artefact_text USING fts5(title, note, content='artefact', content_rowid='id', tokenize='porter unicode61');
CREATE VIRTUAL TABLE building_place USING rtree(id, min_lat, max_lat, min_lon, max_lon);
CREATE TABLE change_log (at TEXT DEFAULT CURRENT_TIMESTAMP, what TEXT, old, new);
CREATE TABLE material (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE technique (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE period (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE style (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE genre (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE currency (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE language (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE damage_kind (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE visitor_kind (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE ticket_kind (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE media_kind (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE room_kind (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE role (
    code TEXT PRIMARY KEY,
    label TEXT NOT NULL,
    rank INT DEFAULT 0
) WITHOUT ROWID;
CREATE TABLE artefact_material (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    material TEXT REFERENCES material,
    share REAL
);
CREATE INDEX artefact_material_artefact ON artefact_material (artefact);
CREATE TABLE artefact_technique (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    technique TEXT REFERENCES technique
);
CREATE INDEX artefact_technique_artefact ON artefact_technique (artefact);
CREATE TABLE artefact_style (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    style TEXT REFERENCES style
);
CREATE INDEX artefact_style_artefact ON artefact_style (artefact);
CREATE TABLE dimension (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    axis TEXT NOT NULL,
    cm REAL NOT NULL
) STRICT;
CREATE INDEX dimension_artefact ON dimension (artefact);
CREATE TABLE photo (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    file TEXT NOT NULL,
    taken TEXT,
    pixels INTEGER
) STRICT;
CREATE INDEX photo_artefact ON photo (artefact);
CREATE TABLE damage (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    kind TEXT REFERENCES damage_kind,
    seen TEXT DEFAULT CURRENT_DATE
);
CREATE INDEX damage_artefact ON damage (artefact);
CREATE TABLE restoration (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    began TEXT,
    ended TEXT,
    cost NUMERIC,
    CHECK (began <= ended)
);
CREATE INDEX restoration_artefact ON restoration (artefact);
CREATE TABLE provenance (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    owner TEXT NOT NULL,
    since TEXT,
    price NUMERIC,
    currency TEXT REFERENCES currency
);
CREATE INDEX provenance_artefact ON provenance (artefact);
CREATE TABLE loan (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    to_whom INTEGER REFERENCES institution,
    back_on TEXT,
    insured INT NOT NULL DEFAULT 0
);
CREATE INDEX loan_artefact ON loan (artefact);
CREATE TABLE transport (
    id INTEGER PRIMARY KEY,
    loan INTEGER NOT NULL REFERENCES loan ON DELETE CASCADE,
    carrier TEXT,
    crates INT
);
CREATE INDEX transport_loan ON transport (loan);
CREATE TABLE appraisal (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    value INTEGER NOT NULL,
    by_whom TEXT
) STRICT;
CREATE INDEX appraisal_artefact ON appraisal (artefact);
CREATE TABLE move (
    id INTEGER PRIMARY KEY,
    artefact INTEGER NOT NULL REFERENCES artefact ON DELETE CASCADE,
    showcase TEXT REFERENCES showcase,
    at TEXT NOT NULL DEFAULT CURRENT_TIMESTAMP
);
CREATE INDEX move_artefact ON move (artefact);
CREATE TABLE biography (
    id INTEGER PRIMARY KEY,
    artist INTEGER NOT NULL REFERENCES artist ON DELETE CASCADE,
    language TEXT REFERENCES language,
    body TEXT
);
CREATE INDEX biography_artist ON biography (artist);
CREATE TABLE pseudonym (
    id INTEGER PRIMARY KEY,
    artist INTEGER NOT NULL REFERENCES artist ON DELETE CASCADE,
    name TEXT NOT NULL COLLATE NOCASE
);
CREATE INDEX pseudonym_artist ON pseudonym (artist);
CREATE TABLE artist_portrait (
    id INTEGER PRIMARY KEY,
    artist INTEGER NOT NULL REFERENCES artist ON DELETE CASCADE,
    image BLOB
) STRICT;
CREATE INDEX artist_portrait_artist ON artist_portrait (artist);
CREATE TABLE tour (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    starts TEXT NOT NULL,
    places INTEGER NOT NULL DEFAULT 20
) STRICT;
CREATE INDEX tour_exhibition ON tour (exhibition);
CREATE TABLE poster (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    file TEXT,
    printed INT
);
CREATE INDEX poster_exhibition ON poster (exhibition);
CREATE TABLE catalogue (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    isbn TEXT UNIQUE,
    price NUMERIC
);
CREATE INDEX catalogue_exhibition ON catalogue (exhibition);
CREATE TABLE review (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    stars INT CHECK (stars BETWEEN 1 AND 5),
    text TEXT
);
CREATE INDEX review_exhibition ON review (exhibition);
CREATE TABLE sponsor (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    name TEXT NOT NULL,
    amount NUMERIC
);
CREATE INDEX sponsor_exhibition ON sponsor (exhibition);
CREATE TABLE ticket (
    id INTEGER PRIMARY KEY,
    exhibition INTEGER NOT NULL REFERENCES exhibition ON DELETE CASCADE,
    kind TEXT REFERENCES ticket_kind,
    sold TEXT,
    price NUMERIC NOT NULL
);
CREATE INDEX ticket_exhibition ON ticket (exhibition);
CREATE TABLE visit (
    id INTEGER PRIMARY KEY,
    ticket INTEGER NOT NULL REFERENCES ticket ON DELETE CASCADE,
    entered TEXT,
    left_at TEXT
);
CREATE INDEX visit_ticket ON visit (ticket);
CREATE TABLE booking (
    id INTEGER PRIMARY KEY,
    tour INTEGER NOT NULL REFERENCES tour ON DELETE CASCADE,
    name TEXT NOT NULL,
    people INT DEFAULT 1
);
CREATE INDEX booking_tour ON booking (tour);
CREATE TABLE shift (
    id INTEGER PRIMARY KEY,
    employee INTEGER NOT NULL REFERENCES employee ON DELETE CASCADE,
    day TEXT NOT NULL,
    hours REAL
) STRICT;
CREATE INDEX shift_employee ON shift (employee);
CREATE TABLE absence (
    id INTEGER PRIMARY KEY,
    employee INTEGER NOT NULL REFERENCES employee ON DELETE CASCADE,
    first TEXT,
    last TEXT
);
CREATE INDEX absence_employee ON absence (employee);
CREATE TABLE employee_role (
    id INTEGER PRIMARY KEY,
    employee INTEGER NOT NULL REFERENCES employee ON DELETE CASCADE,
    role TEXT REFERENCES role
);
CREATE INDEX employee_role_employee ON employee_role (employee);
CREATE TABLE key_ring (
    id INTEGER PRIMARY KEY,
    employee INTEGER NOT NULL REFERENCES employee ON DELETE CASCADE,
    number TEXT UNIQUE
);
CREATE INDEX key_ring_employee ON key_ring (employee);
CREATE TABLE sensor (
    id INTEGER PRIMARY KEY,
    building INTEGER NOT NULL REFERENCES building ON DELETE CASCADE,
    name TEXT,
    unit TEXT DEFAULT 'C'
);
CREATE INDEX sensor_building ON sensor (building);
CREATE TABLE reading (
    id INTEGER PRIMARY KEY,
    sensor INTEGER NOT NULL REFERENCES sensor ON DELETE CASCADE,
    at TEXT NOT NULL,
    value REAL
) STRICT;
CREATE INDEX reading_sensor ON reading (sensor);
CREATE TABLE alarm (
    id INTEGER PRIMARY KEY,
    building INTEGER NOT NULL REFERENCES building ON DELETE CASCADE,
    at TEXT,
    false_alarm INT
);
CREATE INDEX alarm_building ON alarm (building);
CREATE TABLE cleaning (
    id INTEGER PRIMARY KEY,
    building INTEGER NOT NULL REFERENCES building ON DELETE CASCADE,
    day TEXT,
    firm TEXT
);
CREATE INDEX cleaning_building ON cleaning (building);
CREATE TABLE lift (
    id INTEGER PRIMARY KEY,
    building INTEGER NOT NULL REFERENCES building ON DELETE CASCADE,
    persons INT
);
CREATE INDEX lift_building ON lift (building);
CREATE TABLE shop_item (
    id INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution ON DELETE CASCADE,
    name TEXT NOT NULL,
    price NUMERIC,
    stock INT DEFAULT 0
);
CREATE INDEX shop_item_institution ON shop_item (institution);
CREATE TABLE shop_sale (
    id INTEGER PRIMARY KEY,
    shop_item INTEGER NOT NULL REFERENCES shop_item ON DELETE CASCADE,
    at TEXT,
    pieces INT
);
CREATE INDEX shop_sale_shop_item ON shop_sale (shop_item);
CREATE TABLE donation (
    id INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution ON DELETE CASCADE,
    giver TEXT,
    amount NUMERIC
);
CREATE INDEX donation_institution ON donation (institution);
CREATE TABLE newsletter (
    id INTEGER PRIMARY KEY,
    institution INTEGER NOT NULL REFERENCES institution ON DELETE CASCADE,
    mail TEXT COLLATE NOCASE NOT NULL
);
CREATE INDEX newsletter_institution ON newsletter (institution);

CREATE VIEW on_show AS SELECT a.id, a.title, e.exhibition, e.showcase FROM artefact a JOIN exhibit e ON e.artefact = a.id;
CREATE VIEW on_show_now AS SELECT s.* FROM on_show s JOIN exhibition x ON x.id = s.exhibition WHERE date('now') BETWEEN x.opens AND x.closes;
CREATE VIEW takings (day, total) AS SELECT date(sold), sum(price) FROM ticket GROUP BY 1;
CREATE TRIGGER artefact_indexed AFTER INSERT ON artefact BEGIN
    INSERT INTO artefact_text (rowid, title, note) VALUES (new.id, new.title, new.note);
END;
CREATE TRIGGER artefact_changed AFTER UPDATE OF title, worth ON artefact FOR EACH ROW WHEN old.title <> new.title BEGIN
    INSERT INTO change_log (what, old, new) VALUES ('title', old.title, new.title);
    UPDATE artefact SET note = NULL WHERE id = new.id;
END;
CREATE TRIGGER on_show_moved INSTEAD OF UPDATE ON on_show BEGIN
    UPDATE exhibit SET showcase = new.showcase WHERE artefact = old.id AND exhibition = old.exhibition;
END;
CREATE TRIGGER building_known AFTER INSERT ON building WHEN new.lat IS NOT NULL BEGIN
    INSERT INTO building_place VALUES (new.id, new.lat, new.lat, new.lon, new.lon);
END;
