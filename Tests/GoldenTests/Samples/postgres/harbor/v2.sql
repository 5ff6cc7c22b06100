-- A container port: ships call, boxes move over the quay, customers are billed.
CREATE SCHEMA core;
CREATE SCHEMA quay;
CREATE SCHEMA yard;
CREATE SCHEMA billing;
CREATE SCHEMA crew;
CREATE SCHEMA reporting;
CREATE SCHEMA "Log Büro";

CREATE SCHEMA gate;
COMMENT ON SCHEMA core IS 'Shared by all';
COMMENT ON SCHEMA "Log Büro" IS 'The paper trail; it''s kept for ten years';

CREATE EXTENSION btree_gist WITH SCHEMA core;
CREATE EXTENSION pg_trgm WITH SCHEMA core;

CREATE COLLATION core.german (provider = icu, locale = 'de-DE');
CREATE COLLATION core.caseless (provider = icu, locale = 'und-u-ks-level2', deterministic = false);

-- Types

CREATE TYPE core.call_state AS ENUM ('announced', 'at anchor', 'berthed', 'working', 'sailed', 'cancelled');
CREATE TYPE core.box_size AS ENUM ('20', '40');
CREATE TYPE core.wind AS ENUM ('calm', 'storm');
COMMENT ON TYPE core.call_state IS 'The life of a call';

CREATE DOMAIN core.mail AS text COLLATE "C" CHECK (VALUE ~ '^[^@ ]+@[^@ ]+$');
CREATE DOMAIN core.money_amount AS numeric(14, 2) DEFAULT 0 CONSTRAINT not_negative CHECK (VALUE >= 0) CONSTRAINT bounded CHECK (VALUE < 1000000000);
CREATE DOMAIN core.container_number AS character(11) CONSTRAINT iso_6346 CHECK (VALUE ~ '^[A-Z]{3}[UJZ][0-9]{7}$');
CREATE DOMAIN core.percentage AS integer CONSTRAINT in_range CHECK (VALUE BETWEEN 0 AND 100);
COMMENT ON DOMAIN core.container_number IS 'ISO 6346';
COMMENT ON CONSTRAINT iso_6346 ON DOMAIN core.container_number IS 'owner, category, serial and check digit';

CREATE TYPE core.address AS (street text, house_number text, town character varying(80) COLLATE "C", code character varying(12));
CREATE TYPE core.position AS (block character(2), bay smallint, tier smallint, turned boolean);
COMMENT ON TYPE core.position IS 'A place in the yard';
CREATE FUNCTION core.draught_gap(a numeric, b numeric) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT AS 'SELECT (a - b)::double precision';
CREATE TYPE core.draught_range AS RANGE (subtype = numeric, subtype_diff = core.draught_gap);
CREATE FUNCTION core.hours_between(a time, b time) RETURNS double precision
    LANGUAGE sql IMMUTABLE STRICT AS 'SELECT extract(epoch FROM a - b)::double precision';
CREATE TYPE core.shift_hours AS RANGE (subtype = time, multirange_type_name = core.shift_plan, subtype_diff = core.hours_between);

-- Sequences

CREATE SEQUENCE core.voyage_number START WITH 2000 INCREMENT BY 20 MINVALUE 1000 MAXVALUE 9999990;
CREATE SEQUENCE billing.invoice_number;
COMMENT ON SEQUENCE billing.invoice_number IS 'Has gaps; that is legal';

-- Functions

CREATE FUNCTION core.touch() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
    NEW.changed_at := clock_timestamp();
    RETURN NEW;
END
$f$;
COMMENT ON FUNCTION core.touch() IS 'Keeps changed_at';

CREATE FUNCTION core.check_digit(number text) RETURNS integer
    LANGUAGE plpgsql IMMUTABLE STRICT PARALLEL SAFE COST 50 AS $f$
DECLARE
    total integer := 0;
BEGIN
    FOR i IN 1..10 LOOP
        total := total + ascii(substr(number, i, 1)) * (2 ^ (i - 1))::integer;
    END LOOP;
    RETURN total % 11 % 10;
END
$f$;

CREATE FUNCTION core.shorten(value text, length integer DEFAULT 30) RETURNS text
    LANGUAGE sql IMMUTABLE AS $f$ SELECT CASE WHEN length(value) > length THEN left(value, length - 1) || '…' ELSE value END $f$;

CREATE FUNCTION core.shorten(value numeric) RETURNS text
    LANGUAGE sql IMMUTABLE RETURN to_char(value, 'FM999999990.0');

CREATE FUNCTION core.is_weekend(day date) RETURNS boolean
    LANGUAGE sql IMMUTABLE BEGIN ATOMIC SELECT extract(isodow FROM day) >= 6; END;

CREATE FUNCTION core.join_text(state text, value text) RETURNS text
    LANGUAGE sql IMMUTABLE AS $f$ SELECT concat_ws(', ', state, value) $f$;
CREATE AGGREGATE core.list(text) (SFUNC = core.join_text, STYPE = text, INITCOND = '');
CREATE AGGREGATE core.greatest(numeric) (SFUNC = numeric_larger, STYPE = numeric, SORTOP = >);

-- Core

CREATE TABLE core.country (
    code character(2) PRIMARY KEY,
    name text COLLATE core.german NOT NULL,
    phone_prefix text[] DEFAULT '{1}'::text[],
    in_union boolean DEFAULT true NOT NULL,
    population bigint
);
COMMENT ON TABLE core.country IS 'ISO 3166-1';
COMMENT ON COLUMN core.country.phone_prefix IS 'Without the plus';
COMMENT ON COLUMN core.country.population IS 'Estimated';

CREATE TABLE core.company (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name character varying(200) NOT NULL,
    country character(2) REFERENCES core.country ON UPDATE CASCADE ON DELETE SET NULL,
    mail core.mail,
    seat core.address,
    parent bigint,
    tax_number character varying(20),
    credit core.money_amount,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    search tsvector GENERATED ALWAYS AS (to_tsvector('german'::regconfig, name::text)) STORED,
    CONSTRAINT company_parent FOREIGN KEY (parent) REFERENCES core.company (id) ON DELETE SET NULL,
    CONSTRAINT company_tax_number UNIQUE (country, tax_number),
    CONSTRAINT company_name_given CHECK (length(name::text) > 1),
    CONSTRAINT company_not_its_own_parent CHECK (parent <> id) NO INHERIT
);
CREATE INDEX company_search ON core.company USING gin (search);
CREATE UNIQUE INDEX company_mail ON core.company (upper(mail::text));
COMMENT ON INDEX core.company_mail IS 'One account a mail address';
CREATE TRIGGER company_touch BEFORE UPDATE ON core.company FOR EACH ROW
    EXECUTE FUNCTION core.touch();
COMMENT ON TRIGGER company_touch ON core.company IS 'only when something changed';

CREATE TABLE core.person (
    id integer GENERATED ALWAYS AS IDENTITY (START WITH 100 INCREMENT BY 2) PRIMARY KEY,
    company bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    given_name text NOT NULL,
    family_name text COLLATE core.german NOT NULL,
    born timestamp without time zone,
    preferences jsonb DEFAULT '{}'::jsonb NOT NULL,
    full_name text GENERATED ALWAYS AS (given_name || ' '::text || family_name) STORED,
    badge text NOT NULL UNIQUE,
    nickname text DEFAULT 'none',
    CONSTRAINT person_age CHECK (born > '1920-01-01'::date)
);
ALTER TABLE core.person ALTER COLUMN preferences SET STORAGE MAIN;
ALTER TABLE core.person ALTER COLUMN family_name SET STATISTICS 100;
ALTER TABLE core.company ADD COLUMN contact integer REFERENCES core.person ON DELETE SET NULL DEFERRABLE;
CREATE INDEX person_by_name ON core.person (family_name, given_name DESC);
CREATE INDEX person_preferences ON core.person USING gin (preferences jsonb_path_ops);

CREATE TABLE core.port (
    code character(5) PRIMARY KEY,
    country character(2) NOT NULL REFERENCES core.country,
    name text NOT NULL,
    place point,
    kinds text[]
);
CREATE INDEX port_place ON core.port USING gist (place);
CREATE INDEX port_name ON core.port (name text_pattern_ops);

CREATE TABLE core.setting (
    "group" text NOT NULL,
    "order" integer DEFAULT 0 NOT NULL,
    "Key" text NOT NULL,
    "Wert in €" text,
    value jsonb,
    PRIMARY KEY ("group", "Key")
) WITH (fillfactor = 90, autovacuum_vacuum_threshold = 100);
COMMENT ON COLUMN core.setting."Wert in €" IS 'a "quoted" name';

CREATE TABLE core.session (
    token uuid PRIMARY KEY,
    person integer REFERENCES core.person ON DELETE CASCADE,
    address inet,
    expires timestamp with time zone DEFAULT now() + '08:00:00'::interval NOT NULL
);
CREATE INDEX session_expires ON core.session USING brin (expires) WITH (pages_per_range = 64);

-- Ships and calls

CREATE TABLE quay.ship (
    imo integer PRIMARY KEY,
    name character varying(120) NOT NULL,
    flag character(2) REFERENCES core.country,
    length_m numeric(7, 3) NOT NULL,
    draught core.draught_range,
    built smallint,
    owner bigint REFERENCES core.company,
    length_ft numeric,
    CONSTRAINT ship_length CHECK (length_m > 0::numeric AND length_m < 500::numeric)
);
COMMENT ON TABLE quay.ship IS 'Every ship that ever called';

CREATE TABLE quay.berth (
    id smallint PRIMARY KEY,
    label text NOT NULL,
    depth numeric(4, 1) NOT NULL,
    closed boolean DEFAULT false NOT NULL,
    UNIQUE (label)
);

CREATE TABLE quay.call (
    voyage integer DEFAULT nextval('core.voyage_number'::regclass) PRIMARY KEY,
    ship integer NOT NULL REFERENCES quay.ship,
    berth smallint REFERENCES quay.berth,
    state core.call_state DEFAULT 'announced' NOT NULL,
    stay tstzrange NOT NULL,
    from_port character(5) REFERENCES core.port,
    to_port character(5) REFERENCES core.port,
    agent bigint REFERENCES core.company,
    remarks character varying(500),
    pilot integer REFERENCES core.person MATCH FULL,
    changed_at timestamp with time zone DEFAULT now() NOT NULL,
    CONSTRAINT call_berth_free EXCLUDE USING gist (berth WITH =, stay WITH &&) WHERE (state <> 'cancelled'::core.call_state AND state <> 'announced'::core.call_state),
    CONSTRAINT call_somewhere CHECK (from_port IS NOT NULL OR to_port IS NOT NULL)
);
ALTER TABLE quay.call ADD CONSTRAINT call_old_data CHECK (lower(stay) > '2000-01-01 00:00:00+00'::timestamptz);
CREATE INDEX call_open ON quay.call (ship, berth) WHERE state IN ('announced', 'berthed', 'working');
COMMENT ON CONSTRAINT call_berth_free ON quay.call IS 'One ship at a berth at a time';
CREATE TRIGGER call_touch BEFORE UPDATE ON quay.call FOR EACH ROW EXECUTE FUNCTION core.touch();

CREATE TABLE quay.crane (
    id integer GENERATED BY DEFAULT AS IDENTITY PRIMARY KEY,
    berth smallint NOT NULL REFERENCES quay.berth,
    name text NOT NULL UNIQUE DEFERRABLE INITIALLY DEFERRED,
    maker bigint REFERENCES core.company,
    reach_m double precision DEFAULT 50,
    serves core.box_size[] DEFAULT '{20,40}'::core.box_size[] NOT NULL,
    hours core.shift_plan
);

CREATE TABLE quay.crane_outage (
    crane integer REFERENCES quay.crane ON DELETE CASCADE,
    during tsrange,
    reason text NOT NULL,
    PRIMARY KEY (crane, during),
    EXCLUDE USING gist (crane WITH =, during WITH &&)
);

-- Boxes

CREATE TABLE yard.block (
    code character(2) PRIMARY KEY,
    bays smallint NOT NULL,
    tiers smallint DEFAULT 5 NOT NULL,
    reefer boolean DEFAULT false NOT NULL
);

CREATE TABLE yard.container (
    number core.container_number PRIMARY KEY,
    owner bigint NOT NULL REFERENCES core.company,
    size core.box_size NOT NULL,
    tare_kg integer,
    full_kg integer,
    place core.position,
    net_kg bigint GENERATED ALWAYS AS (full_kg - coalesce(tare_kg, 0)) STORED,
    filled core.percentage,
    dangerous boolean DEFAULT false NOT NULL,
    CONSTRAINT container_weight CHECK (full_kg IS NULL OR full_kg >= tare_kg)
);
ALTER TABLE yard.container ENABLE ROW LEVEL SECURITY;
CREATE POLICY container_all ON yard.container FOR SELECT USING (size = '20'::core.box_size);
CREATE POLICY container_dangerous ON yard.container AS RESTRICTIVE FOR UPDATE
    USING (NOT dangerous) WITH CHECK (full_kg < 32000 AND net_kg > 0);
COMMENT ON POLICY container_dangerous ON yard.container IS 'Only the office may touch these';
CREATE INDEX container_block ON yard.container (((place).block), size);

CREATE TABLE yard.movement (
    id bigint GENERATED ALWAYS AS IDENTITY,
    container core.container_number NOT NULL,
    moved timestamp with time zone NOT NULL,
    kind text NOT NULL,
    crane integer REFERENCES quay.crane,
    "from" core.position,
    "to" core.position,
    PRIMARY KEY (id, moved, kind),
    FOREIGN KEY (container) REFERENCES yard.container ON UPDATE CASCADE,
    CONSTRAINT movement_kind CHECK (kind IN ('load', 'discharge', 'shift', 'inspect'))
) PARTITION BY RANGE (moved);
CREATE TABLE yard.movement_2025 PARTITION OF yard.movement FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE TABLE yard.movement_2026 PARTITION OF yard.movement FOR VALUES FROM ('2026-01-01 00:00:00+00') TO ('2027-01-01 00:00:00+00')
    PARTITION BY LIST (kind);
CREATE TABLE yard.movement_2026_ship PARTITION OF yard.movement_2026 FOR VALUES IN ('load', 'discharge', 'inspect');
CREATE TABLE yard.movement_2026_rest PARTITION OF yard.movement_2026 DEFAULT;
CREATE TABLE yard.movement_rest PARTITION OF yard.movement DEFAULT;
CREATE INDEX movement_container ON yard.movement (container) INCLUDE (moved);
CREATE TABLE yard.movement_2027 PARTITION OF yard.movement FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');
CREATE INDEX movement_2025_crane ON yard.movement_2025 (crane);
COMMENT ON TABLE yard.movement_2025 IS 'closed';

CREATE TABLE yard.temperature (
    container core.container_number NOT NULL,
    taken timestamp without time zone NOT NULL,
    celsius numeric(5, 2)
) PARTITION BY HASH (container);
CREATE TABLE yard.temperature_0 PARTITION OF yard.temperature FOR VALUES WITH (MODULUS 3, REMAINDER 0);
CREATE TABLE yard.temperature_1 PARTITION OF yard.temperature FOR VALUES WITH (MODULUS 3, REMAINDER 1);
CREATE TABLE yard.temperature_2 PARTITION OF yard.temperature FOR VALUES WITH (MODULUS 3, REMAINDER 2);
CREATE UNIQUE INDEX temperature_key ON yard.temperature (container, taken);

-- Paper trail: inheritance

CREATE TABLE "Log Büro".entry (
    id bigserial PRIMARY KEY,
    at timestamp with time zone DEFAULT now() NOT NULL,
    "user" text DEFAULT CURRENT_USER NOT NULL,
    note text DEFAULT '' NOT NULL,
    level smallint,
    CONSTRAINT entry_note CHECK (length(note) < 2000)
);
CREATE TABLE "Log Büro"."Zollmeldung" (
    container core.container_number,
    office text NOT NULL,
    CHECK (office <> '')
) INHERITS ("Log Büro".entry);
CREATE TABLE "Log Büro"."Unfall" (injured integer DEFAULT 1) INHERITS ("Log Büro".entry);
CREATE INDEX "Unfall nach Zeit" ON "Log Büro"."Unfall" (at);
COMMENT ON TABLE "Log Büro"."Unfall" IS 'Accidents';
CREATE RULE entry_keep AS ON DELETE TO "Log Büro".entry WHERE OLD.note <> '' DO INSTEAD NOTHING;
COMMENT ON RULE entry_keep ON "Log Büro".entry IS 'Paper is patient';

-- Billing

CREATE TABLE billing.currency (
    code character(3) PRIMARY KEY,
    digits smallint DEFAULT 2 NOT NULL
);
CREATE TABLE billing.tariff (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    service text NOT NULL,
    size core.box_size,
    valid daterange DEFAULT daterange(CURRENT_DATE, NULL) NOT NULL,
    price core.money_amount,
    currency character(3) DEFAULT 'EUR' NOT NULL REFERENCES billing.currency,
    UNIQUE (service, size, valid)
);
CREATE TABLE billing.invoice (
    number integer DEFAULT nextval('billing.invoice_number') PRIMARY KEY,
    customer bigint NOT NULL REFERENCES core.company ON DELETE RESTRICT,
    call integer REFERENCES quay.call ON DELETE NO ACTION,
    issued date DEFAULT CURRENT_DATE NOT NULL,
    due date GENERATED ALWAYS AS (issued + 14) STORED,
    total core.money_amount,
    paid boolean DEFAULT false NOT NULL,
    currency character(3) DEFAULT 'EUR' NOT NULL REFERENCES billing.currency ON DELETE SET DEFAULT,
    UNIQUE (number, currency)
);
ALTER SEQUENCE billing.invoice_number OWNED BY billing.invoice.number;
CREATE TABLE billing.line (
    invoice integer,
    currency character(3),
    place smallint,
    tariff integer REFERENCES billing.tariff,
    quantity numeric(10, 3) DEFAULT 1 NOT NULL,
    price core.money_amount,
    text text,
    PRIMARY KEY (invoice, place),
    CONSTRAINT line_invoice FOREIGN KEY (invoice, currency) REFERENCES billing.invoice (number, currency) ON DELETE CASCADE ON UPDATE CASCADE
);
CREATE TABLE billing.payment (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    invoice integer NOT NULL,
    received date NOT NULL,
    amount core.money_amount,
    reference text COLLATE "C",
    method text DEFAULT 'transfer' NOT NULL CHECK (method IN ('transfer', 'card'))
);
ALTER TABLE billing.payment ADD CONSTRAINT payment_invoice FOREIGN KEY (invoice) REFERENCES billing.invoice;
ALTER TABLE billing.invoice ENABLE ROW LEVEL SECURITY;
CREATE POLICY invoice_unpaid ON billing.invoice FOR SELECT USING (NOT paid OR issued > CURRENT_DATE - 30);
CREATE POLICY invoice_new ON billing.invoice FOR INSERT WITH CHECK (total > 0);

CREATE FUNCTION billing.total(number integer) RETURNS numeric STABLE LANGUAGE sql
    BEGIN ATOMIC SELECT coalesce(sum(l.quantity * l.price), 0) FROM billing.line l WHERE l.invoice = total.number; END;
CREATE PROCEDURE billing.settle(number integer, INOUT rest numeric DEFAULT 0) LANGUAGE plpgsql AS $f$
BEGIN
    UPDATE billing.invoice i SET paid = true WHERE i.number = settle.number;
    rest := 0;
END
$f$;
CREATE FUNCTION billing.recount() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER SET search_path = billing AS $f$
BEGIN
    UPDATE billing.invoice SET total = billing.total(number) WHERE number IN (SELECT invoice FROM changed);
    RETURN NULL;
END
$f$;
CREATE TRIGGER line_recount AFTER UPDATE ON billing.line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION billing.recount();
CREATE FUNCTION billing.check_total() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN NULL; END $f$;
CREATE CONSTRAINT TRIGGER invoice_total AFTER INSERT ON billing.invoice DEFERRABLE INITIALLY DEFERRED
    FOR EACH ROW EXECUTE FUNCTION billing.check_total();
ALTER TABLE billing.invoice ENABLE ALWAYS TRIGGER invoice_total;
CREATE FUNCTION billing.open_invoices(customer bigint) RETURNS TABLE(number integer, due date)
    LANGUAGE sql STABLE ROWS 50 AS $f$ SELECT number, due FROM billing.invoice i WHERE i.customer = $1 AND NOT paid $f$;

-- The catalogues of the offices: a key and a few facts each

CREATE TABLE crew.trade (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT trade_code CHECK (code = upper(code))
);
COMMENT ON TABLE crew.trade IS 'Professions';

CREATE TABLE crew.licence_class (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT licence_class_code CHECK (code = upper(code))
);
COMMENT ON TABLE crew.licence_class IS 'Of the driving kind';

CREATE TABLE crew.absence_reason (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT absence_reason_code CHECK (code = upper(code))
);
COMMENT ON TABLE crew.absence_reason IS 'Why somebody is away';

CREATE TABLE yard.damage_code (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT damage_code_code CHECK (code = upper(code))
);
COMMENT ON TABLE yard.damage_code IS 'What can be wrong with a box';

CREATE TABLE yard.seal_kind (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT seal_kind_code CHECK (code = upper(code))
);
COMMENT ON TABLE yard.seal_kind IS 'Who sealed it';

CREATE TABLE yard.hazard_class (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT hazard_class_code CHECK (code = upper(code))
);

CREATE TABLE billing.cost_centre (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT cost_centre_code CHECK (code = upper(code))
);
COMMENT ON TABLE billing.cost_centre IS 'Of the controllers';

CREATE TABLE billing.discount_reason (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT discount_reason_code CHECK (code = upper(code))
);
COMMENT ON TABLE billing.discount_reason IS 'Why it got cheaper';

CREATE TABLE billing.dunning_level (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT dunning_level_code CHECK (code = upper(code))
);
COMMENT ON TABLE billing.dunning_level IS 'How unfriendly the letter is';

CREATE TABLE quay.service_kind (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT service_kind_code CHECK (code = upper(code))
);
COMMENT ON TABLE quay.service_kind IS 'What a ship can order';

CREATE TABLE quay.delay_reason (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT delay_reason_code CHECK (code = upper(code))
);
COMMENT ON TABLE quay.delay_reason IS 'Why a ship waits';

CREATE TABLE quay.tug_operator (
    code text PRIMARY KEY,
    title text NOT NULL,
    sort_order smallint DEFAULT 0 NOT NULL,
    retired_on date,
    CONSTRAINT tug_operator_code CHECK (code = upper(code))
);
COMMENT ON TABLE quay.tug_operator IS 'Who pulls';

CREATE TABLE crew.gang (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent smallint NOT NULL REFERENCES quay.berth ON DELETE CASCADE,
    name text NOT NULL UNIQUE,
    foreman integer REFERENCES core.person ON DELETE SET NULL
);
CREATE INDEX gang_parent ON crew.gang (parent);

CREATE TABLE crew.shift (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    day date NOT NULL,
    hours core.shift_hours NOT NULL,
    UNIQUE (parent, day)
);
CREATE INDEX shift_parent ON crew.shift (parent);

CREATE TABLE crew.absence (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    first_day date NOT NULL,
    last_day date NOT NULL,
    reason text REFERENCES crew.absence_reason,
    CHECK (first_day <= last_day)
);
CREATE INDEX absence_days ON crew.absence (first_day, last_day);

CREATE TABLE crew.licence (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    class text NOT NULL REFERENCES crew.licence_class,
    granted date NOT NULL,
    until date
);
CREATE INDEX licence_parent ON crew.licence (parent);

CREATE TABLE crew.training (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    course character varying(80) NOT NULL,
    passed boolean DEFAULT false NOT NULL,
    points core.percentage
);
CREATE INDEX training_parent ON crew.training (parent);

CREATE TABLE crew.payslip (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    month date NOT NULL,
    gross core.money_amount,
    net core.money_amount
);
CREATE INDEX payslip_parent ON crew.payslip (parent);

CREATE TABLE yard.damage (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent core.container_number NOT NULL REFERENCES yard.container ON DELETE CASCADE,
    code text NOT NULL REFERENCES yard.damage_code,
    photo bytea,
    seen_at timestamp with time zone DEFAULT now()
);
CREATE INDEX damage_parent ON yard.damage (parent);

CREATE TABLE yard.cargo (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent core.container_number NOT NULL REFERENCES yard.container ON DELETE CASCADE,
    description text NOT NULL,
    hs_code character varying(10),
    weight_kg numeric(10, 2),
    hazard text REFERENCES yard.hazard_class
);
CREATE INDEX cargo_parent ON yard.cargo (parent);

CREATE TABLE yard.hold (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent core.container_number NOT NULL REFERENCES yard.container ON DELETE CASCADE,
    reason text DEFAULT 'customs' NOT NULL,
    since date NOT NULL,
    lifted date
);
CREATE INDEX hold_parent ON yard.hold (parent);

CREATE TABLE yard.weighing (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent core.container_number NOT NULL REFERENCES yard.container ON DELETE CASCADE,
    kg numeric(8, 1) NOT NULL,
    scale smallint NOT NULL,
    at time with time zone
);
CREATE INDEX weighing_parent ON yard.weighing (parent);

CREATE TABLE yard.truck_visit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    plate character varying(12) COLLATE "C" NOT NULL,
    entered timestamp with time zone NOT NULL,
    left_at timestamp with time zone
);
CREATE INDEX truck_visit_parent ON yard.truck_visit (parent);

CREATE TABLE yard.rail_visit (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    train text NOT NULL,
    wagons integer[] NOT NULL,
    track bit(4)
);
CREATE INDEX rail_visit_parent ON yard.rail_visit (parent);

CREATE TABLE quay.service_order (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES quay.call ON DELETE CASCADE,
    kind text REFERENCES quay.service_kind,
    wanted interval hour to minute,
    done boolean
);
CREATE INDEX service_order_parent ON quay.service_order (parent);

CREATE TABLE quay.delay (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES quay.call ON DELETE CASCADE,
    reason text REFERENCES quay.delay_reason,
    minutes smallint NOT NULL,
    CHECK (minutes >= 5)
);
CREATE INDEX delay_parent ON quay.delay (parent);

CREATE TABLE quay.stowage_plan (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES quay.call ON DELETE CASCADE,
    plan xml,
    version integer DEFAULT 1 NOT NULL,
    UNIQUE (parent, version)
);
CREATE INDEX stowage_plan_parent ON quay.stowage_plan (parent);

CREATE TABLE quay.tug_order (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES quay.call ON DELETE CASCADE,
    operator text REFERENCES quay.tug_operator,
    tugs smallint DEFAULT 2
);
CREATE INDEX tug_order_parent ON quay.tug_order (parent);

CREATE TABLE billing.discount (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES billing.invoice ON DELETE CASCADE,
    reason text REFERENCES billing.discount_reason,
    percent core.percentage
);
CREATE INDEX discount_parent ON billing.discount (parent);

CREATE TABLE billing.dunning (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES billing.invoice ON DELETE CASCADE,
    level text REFERENCES billing.dunning_level,
    sent date DEFAULT CURRENT_DATE
);
CREATE INDEX dunning_parent ON billing.dunning (parent);

CREATE TABLE billing.booking (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES billing.invoice ON DELETE CASCADE,
    cost_centre text NOT NULL REFERENCES billing.cost_centre,
    amount numeric(12, 2)
);
CREATE INDEX booking_parent ON billing.booking (parent);

CREATE TABLE core.note (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    written timestamp without time zone DEFAULT now() NOT NULL,
    body text NOT NULL,
    author integer REFERENCES core.person
);
CREATE INDEX note_parent ON core.note (parent);

CREATE TABLE core.phone (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent integer NOT NULL REFERENCES core.person ON DELETE CASCADE,
    number text NOT NULL,
    mobile boolean
);
CREATE INDEX phone_parent ON core.phone (parent);

CREATE TABLE core.document (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    title text NOT NULL,
    content bytea,
    tags text[],
    digest character(64)
);
CREATE INDEX document_parent ON core.document (parent);

CREATE TABLE core.contract (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    parent bigint NOT NULL REFERENCES core.company ON DELETE CASCADE,
    runs daterange NOT NULL,
    signed date,
    terms jsonb DEFAULT '{}'::jsonb
);
CREATE INDEX contract_parent ON core.contract (parent);

CREATE TABLE gate.lane (
    id smallint PRIMARY KEY,
    inbound boolean NOT NULL
);
CREATE TABLE gate.passage (
    id bigserial PRIMARY KEY,
    lane smallint REFERENCES gate.lane,
    visit bigint REFERENCES yard.truck_visit,
    at timestamp with time zone DEFAULT now() NOT NULL,
    weather core.wind
);
CREATE INDEX passage_at ON gate.passage USING brin (at);
CREATE VIEW gate.today AS SELECT * FROM gate.passage WHERE at > CURRENT_DATE;

-- Views

CREATE VIEW quay.open_call AS
    SELECT c.voyage, c.ship, s.name, c.berth, c.state, c.stay, c.agent FROM quay.call c JOIN quay.ship s ON s.imo = c.ship
    WHERE c.state IN ('announced', 'berthed', 'working');
CREATE VIEW quay.next_call AS SELECT voyage, name, lower(stay) AS arrives, upper(stay) AS leaves FROM quay.open_call WHERE state IN ('announced', 'at anchor');
CREATE VIEW reporting.berth_plan AS
    SELECT b.label, b.depth, n.name AS ship, n.arrives FROM quay.berth b JOIN quay.call c ON c.berth = b.id JOIN quay.next_call n USING (voyage);
COMMENT ON VIEW reporting.berth_plan IS 'Printed every morning';
COMMENT ON COLUMN reporting.berth_plan.ship IS 'by name';
CREATE VIEW core.client WITH (security_invoker = true) AS
    SELECT id, name, country, mail FROM core.company WHERE parent IS NULL WITH CASCADED CHECK OPTION;
ALTER VIEW core.client ALTER COLUMN name SET DEFAULT 'nobody';
CREATE FUNCTION core.client_gone() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN RETURN OLD; END $f$;
CREATE TRIGGER client_gone INSTEAD OF DELETE ON core.client FOR EACH ROW EXECUTE FUNCTION core.client_gone();
CREATE VIEW billing.debtor AS
    SELECT c.id, core.shorten(c.name) AS name, max(i.total) AS owed, core.list(i.number::text) AS invoices
    FROM core.company c JOIN billing.invoice i ON i.customer = c.id WHERE NOT i.paid GROUP BY c.id;
CREATE RULE debtor_insert AS ON INSERT TO billing.debtor DO INSTEAD INSERT INTO core.company (name) VALUES (NEW.name);
CREATE MATERIALIZED VIEW reporting.month AS
    SELECT date_trunc('month', issued::timestamp) AS month, currency, sum(total) AS total
    FROM billing.invoice GROUP BY 1, 2 WITH NO DATA;
CREATE UNIQUE INDEX month_key ON reporting.month (month, currency);
COMMENT ON MATERIALIZED VIEW reporting.month IS 'Refreshed at night';
CREATE MATERIALIZED VIEW reporting.dwell WITH (fillfactor = 80) AS
    SELECT container, max(moved) - min(moved) AS dwell, count(*) AS moves FROM yard.movement GROUP BY container;
CREATE VIEW reporting.long_dwell AS SELECT * FROM reporting.dwell WHERE dwell > '14 days'::interval;

-- Statistics of the server's own events

CREATE FUNCTION core.note_ddl() RETURNS event_trigger LANGUAGE plpgsql AS $f$ BEGIN RAISE DEBUG 'ddl'; END $f$;
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX') EXECUTE FUNCTION core.note_ddl();
COMMENT ON EVENT TRIGGER note_ddl IS 'for the auditors';
ALTER EVENT TRIGGER note_ddl ENABLE REPLICA;

-- Rights

REVOKE ALL ON FUNCTION core.check_digit(text) FROM PUBLIC;
REVOKE USAGE ON TYPE core.box_size FROM PUBLIC;
GRANT SELECT ON quay.open_call TO PUBLIC;
GRANT SELECT (code, in_union) ON core.country TO PUBLIC;
GRANT INSERT ON core.country TO PUBLIC;
GRANT USAGE ON SCHEMA quay TO PUBLIC;
