SET check_function_bodies = off;
ALTER SEQUENCE quay.crane_id_seq RENAME TO crane_id_seq__old;
DROP EVENT TRIGGER note_ddl;
ALTER TABLE ONLY "Log Büro"."Unfall" ALTER COLUMN note DROP DEFAULT;
ALTER TABLE ONLY "Log Büro"."Zollmeldung" ALTER COLUMN note DROP DEFAULT;
ALTER TABLE "Log Büro".entry DROP CONSTRAINT entry_note;
ALTER TABLE ONLY "Log Büro".entry ALTER COLUMN note DROP DEFAULT;
DROP POLICY invoice_new ON billing.invoice;
DROP TRIGGER invoice_total ON billing.invoice;
ALTER TABLE billing.line DROP CONSTRAINT line_invoice;
ALTER TABLE billing.payment DROP CONSTRAINT payment_invoice;
ALTER TABLE billing.tariff DROP CONSTRAINT tariff_service_size_valid_key;
DROP INDEX core.company_mail;
ALTER TABLE core.company
    DROP CONSTRAINT company_tax_number,
    DROP CONSTRAINT company_name_given,
    DROP CONSTRAINT company_country_fkey;
ALTER TABLE ONLY core.contract ALTER COLUMN terms DROP DEFAULT;
REVOKE INSERT ON TABLE core.country FROM PUBLIC;
REVOKE SELECT (code) ON TABLE core.country FROM PUBLIC;
REVOKE SELECT (in_union) ON TABLE core.country FROM PUBLIC;
DROP INDEX core.person_by_name;
ALTER TABLE core.person
    DROP CONSTRAINT person_badge_key,
    DROP CONSTRAINT person_age;
DROP INDEX core.port_name;
DROP INDEX crew.absence_days;
ALTER TABLE ONLY crew.training ALTER COLUMN passed DROP DEFAULT;
ALTER TABLE quay.berth DROP CONSTRAINT berth_label_key;
DROP INDEX quay.call_open;
ALTER TABLE quay.call
    DROP CONSTRAINT call_old_data,
    DROP CONSTRAINT call_berth_free,
    DROP CONSTRAINT call_pilot_fkey;
ALTER TABLE ONLY quay.call ALTER COLUMN state DROP DEFAULT;
ALTER TABLE quay.crane DROP CONSTRAINT crane_name_key;
ALTER TABLE ONLY quay.crane ALTER COLUMN reach_m DROP DEFAULT;
ALTER TABLE quay.crane_outage DROP CONSTRAINT crane_outage_crane_during_excl;
ALTER TABLE quay.delay DROP CONSTRAINT delay_minutes_check;
DROP POLICY container_all ON yard.container;
ALTER TABLE yard.movement
    DROP CONSTRAINT movement_kind,
    DROP CONSTRAINT movement_crane_fkey;
ALTER TABLE ONLY yard.temperature DETACH PARTITION yard.temperature_0;
ALTER TABLE ONLY yard.temperature DETACH PARTITION yard.temperature_1;
ALTER TABLE ONLY yard.temperature DETACH PARTITION yard.temperature_2;
DROP AGGREGATE core."greatest"(numeric);
GRANT EXECUTE ON FUNCTION core.check_digit(text) TO PUBLIC;
ALTER DOMAIN core.mail DROP CONSTRAINT mail_check;
ALTER DOMAIN core.money_amount DROP CONSTRAINT bounded;
ALTER DOMAIN core.percentage DROP CONSTRAINT in_range;
GRANT USAGE ON TYPE core.box_size TO PUBLIC;
COMMENT ON TYPE core.call_state IS NULL;
ALTER TYPE core.shift_hours RENAME TO shift_hours__old;
ALTER TYPE core.shift_plan RENAME TO shift_hours_multi__old;
ALTER FUNCTION core.shift_plan() RENAME TO shift_hours_multi__old;
ALTER FUNCTION core.shift_hours(time without time zone, time without time zone) RENAME TO shift_hours__old;
ALTER FUNCTION core.shift_hours(time without time zone, time without time zone, text) RENAME TO shift_hours__old;
COMMENT ON SCHEMA core IS 'What every other part of the port shares';
CREATE TYPE core."Weekday" AS ENUM ('Mo', 'Di', 'Mi', 'Do', 'Fr', 'Sa', 'So');
ALTER TYPE core.box_size ADD VALUE '45' AFTER '40';
-- may fail: fails if a column of the domain holds another value
ALTER DOMAIN core.mail ADD CONSTRAINT mail_check CHECK ((VALUE ~ '^[^@]+@[^@]+$'::text));
-- data loss: attribute core.address.house_number: deletes its values
ALTER TYPE core.address DROP ATTRIBUTE house_number;
-- data loss: attribute core."position".turned: deletes its values
ALTER TYPE core."position" DROP ATTRIBUTE turned;
CREATE TYPE core.shift_hours AS RANGE (
    subtype = time without time zone,
    multirange_type_name = core.shift_plan
);
ALTER SEQUENCE billing.invoice_number AS integer MINVALUE 1 MAXVALUE 2147483647;
CREATE SEQUENCE core.countdown INCREMENT BY -1 MINVALUE 0 MAXVALUE 100;
ALTER SEQUENCE core.voyage_number START WITH 1000 INCREMENT BY 10 MAXVALUE 999990 CACHE 5 CYCLE;
CREATE SEQUENCE quay.crane_id_seq AS integer;
SELECT setval('quay.crane_id_seq', last_value, is_called) FROM quay.crane_id_seq__old;
CREATE OR REPLACE FUNCTION billing.recount()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'billing', 'pg_temp'
AS $function$
BEGIN
    UPDATE billing.invoice SET total = billing.total(number) WHERE number IN (SELECT invoice FROM changed);
    RETURN NULL;
END
$function$;
REVOKE EXECUTE ON FUNCTION billing.recount() FROM PUBLIC;
CREATE OR REPLACE FUNCTION core.check_digit(number text)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT COST 20
AS $function$
DECLARE
    total integer := 0;
BEGIN
    FOR i IN 1..10 LOOP
        total := total + ascii(substr(number, i, 1)) * (2 ^ (i - 1))::integer;
    END LOOP;
    RETURN total % 11 % 10;
END
$function$;
CREATE OR REPLACE FUNCTION core.is_weekend(day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (EXTRACT(isodow FROM day) > (5)::numeric);
END;
CREATE OR REPLACE FUNCTION core.shorten(value numeric)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN to_char(value, 'FM999999990.00'::text);
CREATE OR REPLACE FUNCTION core.shorten(value text, length integer DEFAULT 20)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE WHEN length(value) > length THEN left(value, length - 1) || '…' ELSE value END $function$;
CREATE OR REPLACE FUNCTION core.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    NEW.changed_at := now();
    RETURN NEW;
END
$function$;
CREATE AGGREGATE core.highest(numeric) (
    SFUNC = numeric_larger,
    STYPE = numeric,
    SORTOP = OPERATOR(pg_catalog.>)
);
-- may fail: fails if rows break entry_note
ALTER TABLE "Log Büro".entry
    ALTER COLUMN note DROP NOT NULL,
    ADD CONSTRAINT entry_note CHECK ((length(note) < 1000));
CREATE OR REPLACE RULE entry_keep AS
    ON DELETE TO "Log Büro".entry DO INSTEAD NOTHING;
-- data loss: column billing.booking.amount: rounds its values
ALTER TABLE billing.booking ALTER COLUMN amount TYPE money;
ALTER POLICY invoice_unpaid ON billing.invoice TO PUBLIC USING ((NOT paid));
-- may fail: fails if rows break line_invoice
ALTER TABLE billing.line ADD CONSTRAINT line_invoice FOREIGN KEY (invoice, currency) REFERENCES billing.invoice(number, currency) MATCH FULL ON DELETE CASCADE;
CREATE OR REPLACE TRIGGER line_recount AFTER INSERT ON billing.line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION billing.recount();
ALTER TABLE billing.payment
    ALTER COLUMN reference TYPE text,
    ADD CONSTRAINT payment_invoice FOREIGN KEY (invoice) REFERENCES billing.invoice(number) NOT VALID;
-- may fail: fails if rows break tariff_service_valid_excl
ALTER TABLE billing.tariff ADD CONSTRAINT tariff_service_valid_excl EXCLUDE USING gist (service WITH =, valid WITH &&) WHERE ((size IS NULL));
-- may fail: fails if rows break company_tax_number
-- may fail: fails if rows break company_country_fkey
ALTER TABLE core.company
    ADD CONSTRAINT company_tax_number UNIQUE NULLS NOT DISTINCT (country, tax_number),
    ADD CONSTRAINT company_country_fkey FOREIGN KEY (country) REFERENCES core.country(code) ON UPDATE CASCADE ON DELETE RESTRICT;
-- may fail: fails if rows are not unique
CREATE UNIQUE INDEX company_mail ON core.company USING btree (lower((mail)::text)) WHERE (mail IS NOT NULL);
COMMENT ON INDEX core.company_mail IS 'One account a mail address';
ALTER TABLE core.contract ALTER COLUMN terms TYPE json USING terms::json;
ALTER TABLE ONLY core.country ALTER COLUMN in_union SET DEFAULT false;
GRANT SELECT (code) ON TABLE core.country TO PUBLIC;
GRANT SELECT (name), UPDATE (name) ON TABLE core.country TO PUBLIC;
COMMENT ON CONSTRAINT country_pkey ON core.country IS 'alpha-2';
-- needs a decision: column core.note.written: its times are taken for those of UTC, the zone that scripts run in
ALTER TABLE core.note ALTER COLUMN written TYPE timestamp with time zone;
-- data loss: column core.person.born: drops the time of day of its values
-- may fail: no assignment cast to uuid, so USING: fails if a value of badge can't be read as one
ALTER TABLE core.person
    ALTER COLUMN born TYPE date,
    ADD COLUMN languages character(2)[] DEFAULT ARRAY['de'::bpchar, 'en'::bpchar],
    ALTER COLUMN preferences SET STORAGE EXTERNAL,
    ALTER COLUMN badge TYPE uuid USING badge::uuid;
ALTER TABLE ONLY core.person ALTER COLUMN badge SET DEFAULT gen_random_uuid();
-- may fail: fails if rows break person_badge_key
-- may fail: fails if rows break person_born_check
ALTER TABLE core.person
    ADD CONSTRAINT person_badge_key UNIQUE (badge),
    ADD CONSTRAINT person_born_check CHECK ((born > '1900-01-01'::date));
-- may fail: fails if rows break port_of_country
ALTER TABLE core.port ADD CONSTRAINT port_of_country CHECK (("left"((code)::text, 2) = (country)::text));
CREATE INDEX port_name ON core.port USING hash (name);
ALTER TABLE core.session SET UNLOGGED;
ALTER INDEX core.session_expires SET (pages_per_range='32');
-- may fail: no assignment cast to numeric, so USING: fails if a value of Wert in € can't be read as one
ALTER TABLE core.setting
    SET (fillfactor='70', autovacuum_enabled='false'),
    RESET (autovacuum_vacuum_threshold),
    ALTER COLUMN "Wert in €" TYPE numeric USING "Wert in €"::numeric;
CREATE INDEX absence_parent ON crew.absence USING btree (parent);
-- may fail: fails if a value of hours is not one of the new core.shift_hours
ALTER TABLE crew.shift ALTER COLUMN hours TYPE core.shift_hours USING hours::text::core.shift_hours;
COMMENT ON TABLE crew.trade IS 'What somebody has learned';
ALTER TABLE crew.training
    ALTER COLUMN course TYPE text,
    ALTER COLUMN passed DROP NOT NULL;
ALTER TABLE quay.call
    ALTER COLUMN remarks TYPE text,
    ADD CONSTRAINT call_old_data CHECK ((lower(stay) > '2000-01-01 00:00:00+00'::timestamp with time zone)) NOT VALID;
ALTER TABLE quay.crane ALTER COLUMN id DROP IDENTITY;
ALTER SEQUENCE quay.crane_id_seq OWNED BY quay.crane.id;
-- may fail: fails if a value of reach_m does not fit real
-- data loss: column quay.crane.reach_m: rounds its values
-- may fail: fails if a value of hours is not one of the new core.shift_plan
ALTER TABLE quay.crane
    ALTER COLUMN reach_m TYPE real,
    ALTER COLUMN hours TYPE core.shift_plan USING hours::text::core.shift_plan;
DROP TYPE core.shift_hours__old;
ALTER TABLE ONLY quay.crane ALTER COLUMN id SET DEFAULT nextval('quay.crane_id_seq'::regclass);
-- may fail: fails if rows break crane_name_key
ALTER TABLE quay.crane ADD CONSTRAINT crane_name_key UNIQUE (name) DEFERRABLE;
-- may fail: fails if rows break crane_outage_crane_during_excl
ALTER TABLE quay.crane_outage ADD CONSTRAINT crane_outage_crane_during_excl EXCLUDE USING gist (crane WITH =, during WITH &&) DEFERRABLE INITIALLY DEFERRED;
-- may fail: fails if rows break delay_minutes_check
ALTER TABLE quay.delay
    ALTER COLUMN minutes TYPE integer,
    ADD CONSTRAINT delay_minutes_check CHECK ((minutes > 0));
-- data loss: column quay.ship.length_m: rounds its values
ALTER TABLE quay.ship ALTER COLUMN length_m TYPE numeric(6,2);
-- may fail: fails if a value of hs_code does not fit character(6)
-- data loss: column yard.cargo.hs_code: drops spaces at the end of its values
ALTER TABLE yard.cargo
    ALTER COLUMN hs_code TYPE character(6),
    ALTER COLUMN weight_kg TYPE double precision;
ALTER TABLE yard.container FORCE ROW LEVEL SECURITY;
CREATE POLICY container_all ON yard.container USING (true);
ALTER POLICY container_dangerous ON yard.container TO PUBLIC USING ((NOT dangerous)) WITH CHECK ((full_kg < 30000));
COMMENT ON TABLE yard.hazard_class IS 'IMDG';
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'DROP TABLE') EXECUTE FUNCTION core.note_ddl();
ALTER EVENT TRIGGER note_ddl DISABLE;
COMMENT ON EVENT TRIGGER note_ddl IS 'for the auditors';
ALTER TABLE gate.passage DROP CONSTRAINT passage_lane_fkey;
DROP INDEX yard.movement_container;
ALTER TABLE ONLY yard.movement DETACH PARTITION yard.movement_2025;
ALTER TABLE ONLY yard.movement DETACH PARTITION yard.movement_2027;
CREATE INDEX movement_2025_container_moved_idx ON yard.movement_2025 USING btree (container, moved DESC);
CREATE INDEX movement_rest_container_moved_idx ON yard.movement_rest USING btree (container, moved DESC);
ALTER TABLE ONLY yard.movement_2026 DETACH PARTITION yard.movement_2026_ship;
CREATE INDEX movement_2026_rest_container_moved_idx ON yard.movement_2026_rest USING btree (container, moved DESC);
-- rewrite: moves the rows of movement_2026_rest that belong to movement_2026_ship
WITH moved AS (DELETE FROM yard.movement_2026_rest WHERE kind IN ('load', 'discharge') RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2026_ship (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_2026_ship that belong to movement_2026_rest
WITH moved AS (DELETE FROM yard.movement_2026_ship WHERE ((kind IN ('load', 'discharge'))) IS NOT TRUE RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2026_rest (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
ALTER TABLE ONLY yard.movement_2026 ATTACH PARTITION yard.movement_2026_ship FOR VALUES IN ('load', 'discharge');
CREATE INDEX movement_2026_container_moved_idx ON ONLY yard.movement_2026 USING btree (container, moved DESC);
ALTER INDEX yard.movement_2026_container_moved_idx ATTACH PARTITION yard.movement_2026_rest_container_moved_idx;
CREATE INDEX movement_2026_ship_container_moved_idx ON yard.movement_2026_ship USING btree (container, moved DESC);
ALTER INDEX yard.movement_2026_container_moved_idx ATTACH PARTITION yard.movement_2026_ship_container_moved_idx;
ALTER DOMAIN core.percentage RENAME TO percentage__old;
CREATE DOMAIN core.percentage AS smallint
    CONSTRAINT in_range CHECK (((VALUE >= 0) AND (VALUE <= 100)));
-- may fail: fails if a value of percent is not one of the new core.percentage
ALTER TABLE billing.discount ALTER COLUMN percent TYPE core.percentage USING percent::text::core.percentage;
-- may fail: fails if a value of points is not one of the new core.percentage
ALTER TABLE crew.training ALTER COLUMN points TYPE core.percentage USING points::text::core.percentage;
-- may fail: fails if a value of filled is not one of the new core.percentage
ALTER TABLE yard.container ALTER COLUMN filled TYPE core.percentage USING filled::text::core.percentage;
DROP DOMAIN core.percentage__old;
CREATE TABLE billing.credit_note (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME billing.credit_note_id_seq) NOT NULL,
    parent integer NOT NULL,
    reason text,
    CONSTRAINT credit_note_pkey PRIMARY KEY (id),
    CONSTRAINT credit_note_parent_fkey FOREIGN KEY (parent) REFERENCES billing.invoice(number) ON DELETE CASCADE
);
CREATE INDEX credit_note_parent ON billing.credit_note USING btree (parent);
ALTER TABLE core.person ALTER COLUMN id SET GENERATED BY DEFAULT SET INCREMENT BY 5 SET CACHE 3;
ALTER TABLE core.company ALTER CONSTRAINT company_contact_fkey DEFERRABLE INITIALLY DEFERRED;
CREATE TABLE crew.device (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME crew.device_id_seq) NOT NULL,
    parent integer NOT NULL,
    mac macaddr NOT NULL,
    handed_out timestamp(0) without time zone DEFAULT LOCALTIMESTAMP(0),
    CONSTRAINT device_pkey PRIMARY KEY (id),
    CONSTRAINT device_parent_fkey FOREIGN KEY (parent) REFERENCES core.person(id) ON DELETE CASCADE
);
CREATE INDEX device_parent ON crew.device USING btree (parent);
CREATE TABLE crew.locker (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME crew.locker_id_seq) NOT NULL,
    parent integer NOT NULL,
    room text NOT NULL,
    number character varying(4) NOT NULL,
    CONSTRAINT locker_pkey PRIMARY KEY (id),
    CONSTRAINT locker_parent_fkey FOREIGN KEY (parent) REFERENCES core.person(id) ON DELETE CASCADE
);
CREATE INDEX locker_parent ON crew.locker USING btree (parent);
CREATE TABLE quay.tide_window (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME quay.tide_window_id_seq) NOT NULL,
    parent integer NOT NULL,
    opens timestamp with time zone NOT NULL,
    height_m real,
    CONSTRAINT tide_window_pkey PRIMARY KEY (id),
    CONSTRAINT tide_window_parent_fkey FOREIGN KEY (parent) REFERENCES quay.call(voyage) ON DELETE CASCADE
);
CREATE INDEX tide_window_parent ON quay.tide_window USING btree (parent);
-- rewrite: moves the rows of movement_2025 that belong to movement_rest
WITH moved AS (DELETE FROM yard.movement_2025 WHERE ((moved >= '2025-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00') OR (moved >= '2026-01-01 00:00:00+00' AND moved < '2027-01-01 00:00:00+00')) IS NOT TRUE RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_rest (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_2027 that belong to movement_2025
WITH moved AS (DELETE FROM yard.movement_2027 WHERE moved >= '2025-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00' RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2025 (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_2027 that belong to movement_rest
WITH moved AS (DELETE FROM yard.movement_2027 WHERE ((moved >= '2025-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00') OR (moved >= '2026-01-01 00:00:00+00' AND moved < '2027-01-01 00:00:00+00')) IS NOT TRUE RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_rest (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_rest that belong to movement_2025
WITH moved AS (DELETE FROM yard.movement_rest WHERE moved >= '2025-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00' RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2025 (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
ALTER TABLE ONLY yard.movement ATTACH PARTITION yard.movement_2025 FOR VALUES FROM ('2025-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
CREATE INDEX movement_container ON ONLY yard.movement USING btree (container, moved DESC);
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_2025_container_moved_idx;
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_2026_container_moved_idx;
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_rest_container_moved_idx;
-- may fail: fails if rows break movement_kind
ALTER TABLE yard.movement ADD CONSTRAINT movement_kind CHECK ((kind = ANY (ARRAY['load'::text, 'discharge'::text, 'shift'::text])));
CREATE TABLE yard.seal (
    id bigint GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME yard.seal_id_seq) NOT NULL,
    parent core.container_number NOT NULL,
    kind text,
    number text NOT NULL,
    broken boolean DEFAULT false NOT NULL,
    CONSTRAINT seal_pkey PRIMARY KEY (id),
    CONSTRAINT seal_kind_fkey FOREIGN KEY (kind) REFERENCES yard.seal_kind(code),
    CONSTRAINT seal_parent_fkey FOREIGN KEY (parent) REFERENCES yard.container(number) ON DELETE CASCADE
);
CREATE INDEX seal_parent ON yard.seal USING btree (parent);
-- rewrite: moves the rows of temperature_0 that belong to temperature_1
WITH moved AS (DELETE FROM yard.temperature_0 WHERE satisfies_hash_partition('yard.temperature'::regclass, 2, 1, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_1 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_1 that belong to temperature_0
WITH moved AS (DELETE FROM yard.temperature_1 WHERE satisfies_hash_partition('yard.temperature'::regclass, 2, 0, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_0 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_2 that belong to temperature_0
WITH moved AS (DELETE FROM yard.temperature_2 WHERE satisfies_hash_partition('yard.temperature'::regclass, 2, 0, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_0 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_2 that belong to temperature_1
WITH moved AS (DELETE FROM yard.temperature_2 WHERE satisfies_hash_partition('yard.temperature'::regclass, 2, 1, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_1 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
ALTER TABLE ONLY yard.temperature ATTACH PARTITION yard.temperature_0 FOR VALUES WITH (modulus 2, remainder 0);
ALTER TABLE ONLY yard.temperature ATTACH PARTITION yard.temperature_1 FOR VALUES WITH (modulus 2, remainder 1);
SET CONSTRAINTS ALL IMMEDIATE;
-- fill: column billing.invoice.total: rows in which it is NULL get the default 0
UPDATE billing.invoice SET total = (0) WHERE total IS NULL;
CREATE CONSTRAINT TRIGGER invoice_total AFTER INSERT OR UPDATE ON billing.invoice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.check_total();
ALTER TABLE billing.invoice DISABLE TRIGGER invoice_total;
-- fill: column billing.line.price: rows in which it is NULL get the default 0
-- fill: column billing.line.price: the UPDATE fires line_recount
UPDATE billing.line SET price = (0) WHERE price IS NULL;
-- fill: column billing.payment.amount: rows in which it is NULL get the default 0
UPDATE billing.payment SET amount = (0) WHERE amount IS NULL;
-- fill: column billing.tariff.price: rows in which it is NULL get the default 0
UPDATE billing.tariff SET price = (0) WHERE price IS NULL;
-- fill: column core.company.credit: rows in which it is NULL get the default 0
-- fill: column core.company.credit: the UPDATE fires company_touch
UPDATE core.company SET credit = (0) WHERE credit IS NULL;
-- fill: column crew.payslip.gross: rows in which it is NULL get the default 0
-- fill: column crew.payslip.net: rows in which it is NULL get the default 0
UPDATE crew.payslip SET gross = coalesce(gross, (0)), net = coalesce(net, (0)) WHERE gross IS NULL OR net IS NULL;
-- may fail: fails if a column of the domain holds NULL
ALTER DOMAIN core.money_amount SET NOT NULL;
ALTER TABLE billing.credit_note ADD COLUMN amount core.money_amount;
-- fill: column "Log Büro"."Unfall".injured: rows in which it is NULL get the default 0
UPDATE "Log Büro"."Unfall" SET injured = (0) WHERE injured IS NULL;
ALTER TABLE "Log Büro"."Unfall" ALTER COLUMN injured SET NOT NULL;
ALTER TABLE ONLY "Log Büro"."Unfall" ALTER COLUMN injured SET DEFAULT 0;
-- fill: column core.country.phone_prefix: rows in which it is NULL get the default '{}'::text[]
UPDATE core.country SET phone_prefix = ('{}'::text[]) WHERE phone_prefix IS NULL;
DROP MATERIALIZED VIEW reporting.month;
DROP VIEW billing.debtor;
DROP VIEW core.client;
DROP VIEW gate.today;
DROP VIEW reporting.berth_plan;
DROP VIEW quay.next_call;
DROP VIEW quay.open_call;
DROP VIEW reporting.long_dwell;
DROP MATERIALIZED VIEW reporting.dwell;
ALTER TABLE billing.invoice DROP COLUMN due;
ALTER TABLE core.company DROP COLUMN search;
ALTER TABLE core.person DROP COLUMN full_name;
-- data loss: column quay.ship.length_ft: drops the column with its values
ALTER TABLE quay.ship DROP COLUMN length_ft;
ALTER TABLE yard.container DROP COLUMN net_kg;
-- data loss: table yard.movement_2027: drops the rows that belong to no other partition
DROP TABLE yard.movement_2027;
-- data loss: table yard.temperature_2: drops the rows that belong to no other partition
DROP TABLE yard.temperature_2;
DROP AGGREGATE core.list(text);
DROP FUNCTION billing.open_invoices(bigint);
DROP PROCEDURE billing.settle(integer, numeric);
DROP FUNCTION core.hours_between(time without time zone, time without time zone);
CREATE OR REPLACE FUNCTION billing.open_invoices(customer bigint)
 RETURNS TABLE(number integer, due date, total numeric)
 LANGUAGE sql
 STABLE ROWS 20
AS $function$ SELECT number, due, total FROM billing.invoice i WHERE i.customer = $1 AND NOT paid $function$;
CREATE OR REPLACE PROCEDURE billing.settle(IN number integer, INOUT open numeric DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$
BEGIN
    UPDATE billing.invoice i SET paid = true WHERE i.number = settle.number;
    open := 0;
END
$procedure$;
CREATE AGGREGATE core.list(text) (
    SFUNC = core.join_text,
    STYPE = text,
    PARALLEL = SAFE
);
COMMENT ON AGGREGATE core.list(text) IS 'Values between commas';
ALTER TABLE billing.invoice ADD COLUMN due date GENERATED ALWAYS AS ((issued + 30)) STORED;
-- may fail: fails if rows break company_name_given
ALTER TABLE core.company
    ALTER COLUMN name TYPE text,
    ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('simple'::regconfig, name)) STORED,
    ADD CONSTRAINT company_name_given CHECK ((name <> ''::text));
CREATE INDEX company_name_like ON core.company USING gin (name core.gin_trgm_ops);
CREATE INDEX company_search ON core.company USING gin (search);
CREATE OR REPLACE TRIGGER company_touch BEFORE UPDATE ON core.company FOR EACH ROW WHEN ((old.name IS DISTINCT FROM new.name)) EXECUTE FUNCTION core.touch();
ALTER TABLE core.country ALTER COLUMN phone_prefix SET NOT NULL;
ALTER TABLE ONLY core.country ALTER COLUMN phone_prefix SET DEFAULT '{}'::text[];
ALTER TABLE core.person
    ALTER COLUMN family_name TYPE text COLLATE core.caseless,
    ALTER COLUMN family_name SET STATISTICS 500,
    ADD COLUMN full_name text GENERATED ALWAYS AS (((given_name || ' '::text) || family_name)) STORED;
CREATE INDEX person_by_name ON core.person USING btree (family_name DESC NULLS LAST, given_name) INCLUDE (born);
-- may fail: fails if a value of name does not fit character varying(60)
ALTER TABLE quay.ship
    ALTER COLUMN name TYPE character varying(60),
    ADD COLUMN length_ft numeric GENERATED ALWAYS AS ((length_m * 3.28084)) STORED;
ALTER TABLE yard.container ADD COLUMN net_kg integer GENERATED ALWAYS AS ((full_kg - tare_kg)) STORED;
-- data loss: column yard.temperature.celsius: rounds its values
-- needs a decision: column yard.temperature.celsius: fails while rows hold NULL in it, which need a value
ALTER TABLE yard.temperature
    ALTER COLUMN celsius TYPE numeric(4,1),
    ALTER COLUMN celsius SET NOT NULL;
CREATE VIEW billing.debtor AS
 SELECT c.id,
    core.shorten(c.name) AS name,
    sum((i.total)::numeric) AS owed,
    core.list((i.number)::text) AS invoices
   FROM (core.company c
     JOIN billing.invoice i ON ((i.customer = c.id)))
  WHERE (NOT i.paid)
  GROUP BY c.id;
CREATE RULE debtor_insert AS
    ON INSERT TO billing.debtor DO INSTEAD  INSERT INTO core.company (name)
  VALUES (new.name);
CREATE VIEW core.client WITH (security_barrier='true', check_option='local') AS
 SELECT company.id,
    company.name,
    company.country,
    company.mail
   FROM core.company
  WHERE (company.parent IS NULL);
ALTER VIEW core.client ALTER COLUMN name SET DEFAULT 'unknown'::text;
CREATE TRIGGER client_gone INSTEAD OF DELETE ON core.client FOR EACH ROW EXECUTE FUNCTION core.client_gone();
CREATE MATERIALIZED VIEW reporting.dwell WITH (fillfactor='90') AS
 SELECT movement.container,
    (max(movement.moved) - min(movement.moved)) AS dwell
   FROM yard.movement
  GROUP BY movement.container;
CREATE VIEW reporting.long_dwell AS
 SELECT dwell.container,
    dwell.dwell
   FROM reporting.dwell
  WHERE (dwell.dwell > '10 days'::interval);
CREATE MATERIALIZED VIEW reporting.month AS
 SELECT date_trunc('month'::text, (invoice.issued)::timestamp without time zone) AS month,
    invoice.currency,
    sum((invoice.total)::numeric) AS total,
    count(*) AS invoices
   FROM billing.invoice
  GROUP BY (date_trunc('month'::text, (invoice.issued)::timestamp without time zone)), invoice.currency;
-- may fail: fails if rows are not unique
CREATE UNIQUE INDEX month_key ON reporting.month USING btree (month, currency);
COMMENT ON MATERIALIZED VIEW reporting.month IS 'Refreshed at night';
-- data loss: column "Log Büro".entry.level: drops the column with its values
ALTER TABLE "Log Büro".entry DROP COLUMN level;
-- data loss: column billing.payment.method: drops the column with its values
ALTER TABLE billing.payment DROP COLUMN method;
-- data loss: column core.country.population: drops the column with its values
ALTER TABLE core.country DROP COLUMN population;
-- data loss: column core.person.nickname: drops the column with its values
ALTER TABLE core.person DROP COLUMN nickname;
-- data loss: column core.port.kinds: drops the column with its values
ALTER TABLE core.port DROP COLUMN kinds;
-- data loss: column quay.call.pilot: drops the column with its values
ALTER TABLE quay.call DROP COLUMN pilot;
-- data loss: column quay.ship.owner: drops the column with its values
ALTER TABLE quay.ship DROP COLUMN owner;
ALTER TYPE core.call_state RENAME TO call_state__old;
-- data loss: label core.call_state."at anchor": drops the label, which no row may hold by then
CREATE TYPE core.call_state AS ENUM ('announced', 'berthed', 'working', 'sailed', 'cancelled');
-- may fail: fails if a value of state is not one of the new core.call_state
ALTER TABLE quay.call ALTER COLUMN state TYPE core.call_state USING state::text::core.call_state;
DROP TYPE core.call_state__old;
COMMENT ON TYPE core.call_state IS 'The life of a call';
ALTER TABLE ONLY quay.call ALTER COLUMN state SET DEFAULT 'announced'::core.call_state;
-- may fail: fails if rows break call_berth_free
ALTER TABLE quay.call ADD CONSTRAINT call_berth_free EXCLUDE USING gist (berth WITH =, stay WITH &&) WHERE ((state <> 'cancelled'::core.call_state));
CREATE INDEX call_open ON quay.call USING btree (ship, berth) WHERE (state = ANY (ARRAY['announced'::core.call_state, 'berthed'::core.call_state, 'working'::core.call_state]));
CREATE OR REPLACE TRIGGER call_touch BEFORE INSERT OR UPDATE OF state, berth ON quay.call FOR EACH ROW EXECUTE FUNCTION core.touch();
COMMENT ON CONSTRAINT call_berth_free ON quay.call IS 'One ship at a berth at a time';
CREATE VIEW quay.open_call AS
 SELECT c.voyage,
    c.ship,
    s.name,
    c.berth,
    c.state,
    c.stay
   FROM (quay.call c
     JOIN quay.ship s ON ((s.imo = c.ship)))
  WHERE (c.state = ANY (ARRAY['announced'::core.call_state, 'berthed'::core.call_state, 'working'::core.call_state]));
CREATE VIEW quay.next_call AS
 SELECT open_call.voyage,
    open_call.name,
    lower(open_call.stay) AS arrives
   FROM quay.open_call
  WHERE (open_call.state = 'announced'::core.call_state);
GRANT SELECT ON TABLE quay.open_call TO PUBLIC;
CREATE VIEW reporting.berth_plan AS
 SELECT b.label,
    n.name AS ship,
    n.arrives
   FROM ((quay.berth b
     JOIN quay.call c ON ((c.berth = b.id)))
     JOIN quay.next_call n USING (voyage));
COMMENT ON VIEW reporting.berth_plan IS 'Printed every morning';
COMMENT ON COLUMN reporting.berth_plan.ship IS 'by name';
-- data loss: table gate.lane: drops the table with its rows
DROP TABLE gate.lane;
-- data loss: table gate.passage: drops the table with its rows
DROP TABLE gate.passage;
DROP TYPE core.wind;
DROP SCHEMA gate;
