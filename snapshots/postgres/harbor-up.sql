ALTER TYPE core.call_state ADD VALUE 'at anchor' AFTER 'announced';
SET check_function_bodies = off;
ALTER SEQUENCE quay.crane_id_seq RENAME TO crane_id_seq__old;
DROP EVENT TRIGGER note_ddl;
ALTER TABLE "Log Büro".entry DROP CONSTRAINT entry_note;
DROP TRIGGER invoice_total ON billing.invoice;
ALTER TABLE billing.line DROP CONSTRAINT line_invoice;
ALTER TABLE billing.tariff DROP CONSTRAINT tariff_service_valid_excl;
DROP TRIGGER company_touch ON core.company;
DROP INDEX core.company_mail;
DROP INDEX core.company_name_like;
ALTER TABLE core.company
    DROP CONSTRAINT company_tax_number,
    DROP CONSTRAINT company_name_given,
    DROP CONSTRAINT company_country_fkey;
COMMENT ON CONSTRAINT country_pkey ON core.country IS NULL;
REVOKE SELECT (name), UPDATE (name) ON TABLE core.country FROM PUBLIC;
DROP INDEX core.person_by_name;
ALTER TABLE core.person
    DROP CONSTRAINT person_badge_key,
    DROP CONSTRAINT person_born_check;
ALTER TABLE ONLY core.person ALTER COLUMN badge DROP DEFAULT;
DROP INDEX core.port_name;
ALTER TABLE core.port DROP CONSTRAINT port_of_country;
DROP INDEX crew.absence_parent;
ALTER TABLE crew.device DROP CONSTRAINT device_parent_fkey;
ALTER TABLE crew.locker DROP CONSTRAINT locker_parent_fkey;
ALTER TABLE quay.call DROP CONSTRAINT call_berth_free;
ALTER TABLE quay.crane DROP CONSTRAINT crane_name_key;
ALTER TABLE ONLY quay.crane
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN serves DROP DEFAULT;
ALTER TABLE quay.crane_outage DROP CONSTRAINT crane_outage_crane_during_excl;
ALTER TABLE quay.delay DROP CONSTRAINT delay_minutes_check;
DROP POLICY container_all ON yard.container;
DROP INDEX yard.container_block;
COMMENT ON TABLE yard.hazard_class IS NULL;
ALTER TABLE yard.movement DROP CONSTRAINT movement_kind;
ALTER TABLE ONLY yard.temperature DETACH PARTITION yard.temperature_0;
ALTER TABLE ONLY yard.temperature DETACH PARTITION yard.temperature_1;
DROP AGGREGATE core.highest(numeric);
GRANT EXECUTE ON FUNCTION billing.recount() TO PUBLIC;
ALTER SEQUENCE quay.crane_id_seq__old OWNED BY NONE;
ALTER DOMAIN core.mail DROP CONSTRAINT mail_check;
ALTER DOMAIN core.percentage DROP CONSTRAINT in_range;
DROP TYPE core."Weekday";
ALTER TYPE core.box_size RENAME TO box_size__old;
ALTER TYPE core.address RENAME TO address__old;
ALTER TYPE core.shift_hours RENAME TO shift_hours__old;
ALTER TYPE core.shift_plan RENAME TO shift_hours_multi__old;
ALTER FUNCTION core.shift_plan() RENAME TO shift_hours_multi__old;
ALTER FUNCTION core.shift_hours(time without time zone, time without time zone) RENAME TO shift_hours__old;
ALTER FUNCTION core.shift_hours(time without time zone, time without time zone, text) RENAME TO shift_hours__old;
COMMENT ON SCHEMA core IS 'Shared by all';
CREATE SCHEMA gate;
-- data loss: label core.box_size."45": drops the label, which no row may hold by then
CREATE TYPE core.box_size AS ENUM ('20', '40');
REVOKE USAGE ON TYPE core.box_size FROM PUBLIC;
CREATE TYPE core.wind AS ENUM ('calm', 'storm');
-- may fail: fails if a column of the domain holds another value
ALTER DOMAIN core.mail ADD CONSTRAINT mail_check CHECK ((VALUE ~ '^[^@ ]+@[^@ ]+$'::text));
CREATE TYPE core.address AS (
    street text,
    house_number text,
    town character varying(80) COLLATE pg_catalog."C",
    code character varying(12)
);
CREATE FUNCTION core.address__old(core.address__old) RETURNS core.address
LANGUAGE sql IMMUTABLE STRICT RETURN ROW(($1).street, NULL, ($1).town, ($1).code)::core.address;
CREATE CAST (core.address__old AS core.address) WITH FUNCTION core.address__old(core.address__old);
ALTER TYPE core."position" ADD ATTRIBUTE turned boolean;
ALTER SEQUENCE billing.invoice_number AS bigint MINVALUE 1 MAXVALUE 9223372036854775807;
ALTER SEQUENCE core.voyage_number START WITH 2000 INCREMENT BY 20 MAXVALUE 9999990 CACHE 1 NO CYCLE;
CREATE SEQUENCE gate.passage_id_seq;
CREATE OR REPLACE FUNCTION billing.recount()
 RETURNS trigger
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'billing'
AS $function$
BEGIN
    UPDATE billing.invoice SET total = billing.total(number) WHERE number IN (SELECT invoice FROM changed);
    RETURN NULL;
END
$function$;
CREATE OR REPLACE FUNCTION core.check_digit(number text)
 RETURNS integer
 LANGUAGE plpgsql
 IMMUTABLE PARALLEL SAFE STRICT COST 50
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
REVOKE EXECUTE ON FUNCTION core.check_digit(text) FROM PUBLIC;
CREATE OR REPLACE FUNCTION core.hours_between(a time without time zone, b time without time zone)
 RETURNS double precision
 LANGUAGE sql
 IMMUTABLE STRICT
AS $function$SELECT extract(epoch FROM a - b)::double precision$function$;
CREATE TYPE core.shift_hours AS RANGE (
    subtype = time without time zone,
    multirange_type_name = core.shift_plan,
    subtype_diff = core.hours_between
);
CREATE OR REPLACE FUNCTION core.is_weekend(day date)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
BEGIN ATOMIC
 SELECT (EXTRACT(isodow FROM day) >= (6)::numeric);
END;
CREATE OR REPLACE FUNCTION core.shorten(value numeric)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
RETURN to_char(value, 'FM999999990.0'::text);
CREATE OR REPLACE FUNCTION core.shorten(value text, length integer DEFAULT 30)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT CASE WHEN length(value) > length THEN left(value, length - 1) || '…' ELSE value END $function$;
CREATE OR REPLACE FUNCTION core.touch()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    NEW.changed_at := clock_timestamp();
    RETURN NEW;
END
$function$;
CREATE AGGREGATE core."greatest"(numeric) (
    SFUNC = numeric_larger,
    STYPE = numeric,
    SORTOP = OPERATOR(pg_catalog.>)
);
ALTER TABLE "Log Büro"."Unfall" ALTER COLUMN injured DROP NOT NULL;
ALTER TABLE ONLY "Log Büro"."Unfall" ALTER COLUMN injured SET DEFAULT 1;
ALTER TABLE "Log Büro".entry ADD COLUMN level smallint;
ALTER TABLE billing.booking ALTER COLUMN amount TYPE numeric(12,2);
CREATE CONSTRAINT TRIGGER invoice_total AFTER INSERT ON billing.invoice DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION billing.check_total();
ALTER TABLE billing.invoice ENABLE ALWAYS TRIGGER invoice_total;
CREATE POLICY invoice_new ON billing.invoice FOR INSERT WITH CHECK (((total)::numeric > (0)::numeric));
ALTER POLICY invoice_unpaid ON billing.invoice TO PUBLIC USING (((NOT paid) OR (issued > (CURRENT_DATE - 30))));
-- may fail: fails if rows break line_invoice
ALTER TABLE billing.line ADD CONSTRAINT line_invoice FOREIGN KEY (invoice, currency) REFERENCES billing.invoice(number, currency) ON UPDATE CASCADE ON DELETE CASCADE;
CREATE OR REPLACE TRIGGER line_recount AFTER UPDATE ON billing.line REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION billing.recount();
-- fill: column billing.payment.method: rows get the default 'transfer'::text
-- may fail: fails if rows break payment_method_check
ALTER TABLE billing.payment
    ALTER COLUMN reference TYPE text COLLATE pg_catalog."C",
    ADD COLUMN method text DEFAULT 'transfer'::text NOT NULL,
    ADD CONSTRAINT payment_method_check CHECK ((method = ANY (ARRAY['transfer'::text, 'card'::text]))),
    VALIDATE CONSTRAINT payment_invoice;
-- may fail: fails if a value of size is not one of the new core.box_size
-- may fail: fails if rows break tariff_service_size_valid_key
ALTER TABLE billing.tariff
    ALTER COLUMN size TYPE core.box_size USING size::text::core.box_size,
    ADD CONSTRAINT tariff_service_size_valid_key UNIQUE (service, size, valid);
ALTER TABLE core.company ALTER COLUMN seat TYPE core.address USING seat::core.address;
DROP CAST (core.address__old AS core.address);
DROP FUNCTION core.address__old(core.address__old);
DROP TYPE core.address__old;
-- may fail: fails if rows break company_tax_number
-- may fail: fails if rows break company_country_fkey
ALTER TABLE core.company
    ADD CONSTRAINT company_tax_number UNIQUE (country, tax_number),
    ADD CONSTRAINT company_country_fkey FOREIGN KEY (country) REFERENCES core.country(code) ON UPDATE CASCADE ON DELETE SET NULL;
-- may fail: fails if rows are not unique
CREATE UNIQUE INDEX company_mail ON core.company USING btree (upper((mail)::text));
CREATE TRIGGER company_touch BEFORE UPDATE ON core.company FOR EACH ROW EXECUTE FUNCTION core.touch();
COMMENT ON TRIGGER company_touch ON core.company IS 'only when something changed';
COMMENT ON INDEX core.company_mail IS 'One account a mail address';
-- may fail: no assignment cast to jsonb, so USING: fails if a value of terms can't be read as one
-- data loss: column core.contract.terms: drops white space, the order of keys and all but the last of equal keys of its values
ALTER TABLE core.contract ALTER COLUMN terms TYPE jsonb USING terms::jsonb;
ALTER TABLE ONLY core.contract ALTER COLUMN terms SET DEFAULT '{}'::jsonb;
ALTER TABLE core.country
    ALTER COLUMN phone_prefix DROP NOT NULL,
    ADD COLUMN population bigint;
ALTER TABLE ONLY core.country
    ALTER COLUMN in_union SET DEFAULT true,
    ALTER COLUMN phone_prefix SET DEFAULT '{1}'::text[];
GRANT INSERT ON TABLE core.country TO PUBLIC;
GRANT SELECT (in_union) ON TABLE core.country TO PUBLIC;
COMMENT ON COLUMN core.country.population IS 'Estimated';
-- needs a decision: column core.note.written: its times are taken for those of UTC, the zone that scripts run in
ALTER TABLE core.note ALTER COLUMN written TYPE timestamp without time zone;
-- may fail: fails if rows break person_badge_key
-- may fail: fails if rows break person_age
ALTER TABLE core.person
    ALTER COLUMN born TYPE timestamp without time zone,
    ALTER COLUMN preferences SET STORAGE MAIN,
    ALTER COLUMN badge TYPE text,
    ADD COLUMN nickname text DEFAULT 'none'::text,
    ADD CONSTRAINT person_badge_key UNIQUE (badge),
    ADD CONSTRAINT person_age CHECK ((born > '1920-01-01'::date));
ALTER TABLE core.port ADD COLUMN kinds text[];
CREATE INDEX port_name ON core.port USING btree (name text_pattern_ops);
ALTER TABLE core.session SET LOGGED;
ALTER INDEX core.session_expires SET (pages_per_range='64');
ALTER TABLE core.setting
    SET (fillfactor='90', autovacuum_vacuum_threshold='100'),
    RESET (autovacuum_enabled),
    ALTER COLUMN "Wert in €" TYPE text;
CREATE INDEX absence_days ON crew.absence USING btree (first_day, last_day);
-- may fail: fails if a value of hours is not one of the new core.shift_hours
ALTER TABLE crew.shift ALTER COLUMN hours TYPE core.shift_hours USING hours::text::core.shift_hours;
COMMENT ON TABLE crew.trade IS 'Professions';
-- may fail: fails if a value of course does not fit character varying(80)
ALTER TABLE crew.training ALTER COLUMN course TYPE character varying(80);
-- may fail: fails if rows break berth_label_key
ALTER TABLE quay.berth ADD CONSTRAINT berth_label_key UNIQUE (label);
-- may fail: fails if a value of remarks does not fit character varying(500)
-- may fail: fails if rows break call_berth_free
ALTER TABLE quay.call
    ALTER COLUMN remarks TYPE character varying(500),
    ADD COLUMN pilot integer,
    VALIDATE CONSTRAINT call_old_data,
    ADD CONSTRAINT call_berth_free EXCLUDE USING gist (berth WITH =, stay WITH &&) WHERE (((state <> 'cancelled'::core.call_state) AND (state <> 'announced'::core.call_state)));
CREATE OR REPLACE TRIGGER call_touch BEFORE UPDATE ON quay.call FOR EACH ROW EXECUTE FUNCTION core.touch();
COMMENT ON CONSTRAINT call_berth_free ON quay.call IS 'One ship at a berth at a time';
-- may fail: fails if a value of serves is not one of the new core.box_size[]
-- may fail: fails if a value of hours is not one of the new core.shift_plan
ALTER TABLE quay.crane
    ALTER COLUMN reach_m TYPE double precision,
    ALTER COLUMN serves TYPE core.box_size[] USING serves::text::core.box_size[],
    ALTER COLUMN hours TYPE core.shift_plan USING hours::text::core.shift_plan;
DROP TYPE core.shift_hours__old;
ALTER TABLE ONLY quay.crane
    ALTER COLUMN reach_m SET DEFAULT 50,
    ALTER COLUMN serves SET DEFAULT '{20,40}'::core.box_size[];
-- may fail: fails if rows break crane_name_key
ALTER TABLE quay.crane ADD CONSTRAINT crane_name_key UNIQUE (name) DEFERRABLE INITIALLY DEFERRED;
-- may fail: fails if rows break crane_outage_crane_during_excl
ALTER TABLE quay.crane_outage ADD CONSTRAINT crane_outage_crane_during_excl EXCLUDE USING gist (crane WITH =, during WITH &&);
-- may fail: fails if a value of minutes does not fit smallint
-- may fail: fails if rows break delay_minutes_check
ALTER TABLE quay.delay
    ALTER COLUMN minutes TYPE smallint,
    ADD CONSTRAINT delay_minutes_check CHECK ((minutes >= 5));
-- may fail: fails if rows break ship_owner_fkey
ALTER TABLE quay.ship
    ADD COLUMN owner bigint,
    ADD CONSTRAINT ship_owner_fkey FOREIGN KEY (owner) REFERENCES core.company(id);
-- may fail: fails if a value of weight_kg does not fit numeric(10,2)
-- data loss: column yard.cargo.weight_kg: rounds its values
ALTER TABLE yard.cargo
    ALTER COLUMN hs_code TYPE character varying(10),
    ALTER COLUMN weight_kg TYPE numeric(10,2);
-- may fail: fails if a value of size is not one of the new core.box_size
ALTER TABLE yard.container
    NO FORCE ROW LEVEL SECURITY,
    ALTER COLUMN size TYPE core.box_size USING size::text::core.box_size;
DROP TYPE core.box_size__old;
CREATE INDEX container_block ON yard.container USING btree (((place).block), size);
CREATE POLICY container_all ON yard.container FOR SELECT USING ((size = '20'::core.box_size));
CREATE TABLE yard.temperature_2 (
    container core.container_number NOT NULL,
    taken timestamp without time zone NOT NULL,
    celsius numeric(5,2)
);
-- rewrite: moves the rows of temperature_0 that belong to temperature_1
WITH moved AS (DELETE FROM yard.temperature_0 WHERE satisfies_hash_partition('yard.temperature'::regclass, 3, 1, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_1 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_0 that belong to temperature_2
WITH moved AS (DELETE FROM yard.temperature_0 WHERE satisfies_hash_partition('yard.temperature'::regclass, 3, 2, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_2 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_1 that belong to temperature_0
WITH moved AS (DELETE FROM yard.temperature_1 WHERE satisfies_hash_partition('yard.temperature'::regclass, 3, 0, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_0 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
-- rewrite: moves the rows of temperature_1 that belong to temperature_2
WITH moved AS (DELETE FROM yard.temperature_1 WHERE satisfies_hash_partition('yard.temperature'::regclass, 3, 2, container) RETURNING celsius, container, taken)
INSERT INTO yard.temperature_2 (celsius, container, taken) SELECT celsius, container, taken FROM moved;
ALTER TABLE ONLY yard.temperature ATTACH PARTITION yard.temperature_0 FOR VALUES WITH (modulus 3, remainder 0);
ALTER TABLE ONLY yard.temperature ATTACH PARTITION yard.temperature_1 FOR VALUES WITH (modulus 3, remainder 1);
ALTER TABLE yard.temperature
    ALTER COLUMN celsius TYPE numeric(5,2),
    ALTER COLUMN celsius DROP NOT NULL;
CREATE UNIQUE INDEX temperature_2_container_taken_idx ON yard.temperature_2 USING btree (container, taken);
ALTER TABLE ONLY yard.temperature ATTACH PARTITION yard.temperature_2 FOR VALUES WITH (modulus 3, remainder 2);
ALTER INDEX yard.temperature_key ATTACH PARTITION yard.temperature_2_container_taken_idx;
CREATE EVENT TRIGGER note_ddl ON ddl_command_end WHEN TAG IN ('CREATE TABLE', 'CREATE INDEX') EXECUTE FUNCTION core.note_ddl();
ALTER EVENT TRIGGER note_ddl ENABLE REPLICA;
COMMENT ON EVENT TRIGGER note_ddl IS 'for the auditors';
DROP INDEX yard.movement_container;
ALTER TABLE ONLY yard.movement DETACH PARTITION yard.movement_2025;
CREATE INDEX movement_2025_container_moved_idx ON yard.movement_2025 USING btree (container) INCLUDE (moved);
CREATE INDEX movement_rest_container_moved_idx ON yard.movement_rest USING btree (container) INCLUDE (moved);
ALTER TABLE ONLY yard.movement_2026 DETACH PARTITION yard.movement_2026_ship;
CREATE INDEX movement_2026_rest_container_moved_idx ON yard.movement_2026_rest USING btree (container) INCLUDE (moved);
-- rewrite: moves the rows of movement_2026_rest that belong to movement_2026_ship
WITH moved AS (DELETE FROM yard.movement_2026_rest WHERE kind IN ('load', 'discharge', 'inspect') RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2026_ship (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_2026_ship that belong to movement_2026_rest
WITH moved AS (DELETE FROM yard.movement_2026_ship WHERE ((kind IN ('load', 'discharge', 'inspect'))) IS NOT TRUE RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2026_rest (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
ALTER TABLE ONLY yard.movement_2026 ATTACH PARTITION yard.movement_2026_ship FOR VALUES IN ('load', 'discharge', 'inspect');
CREATE INDEX movement_2026_container_moved_idx ON ONLY yard.movement_2026 USING btree (container) INCLUDE (moved);
ALTER INDEX yard.movement_2026_container_moved_idx ATTACH PARTITION yard.movement_2026_rest_container_moved_idx;
CREATE INDEX movement_2026_ship_container_moved_idx ON yard.movement_2026_ship USING btree (container) INCLUDE (moved);
ALTER INDEX yard.movement_2026_container_moved_idx ATTACH PARTITION yard.movement_2026_ship_container_moved_idx;
ALTER DOMAIN core.percentage RENAME TO percentage__old;
CREATE DOMAIN core.percentage AS integer
    CONSTRAINT in_range CHECK (((VALUE >= 0) AND (VALUE <= 100)));
-- may fail: fails if a value of percent is not one of the new core.percentage
ALTER TABLE billing.discount ALTER COLUMN percent TYPE core.percentage USING percent::text::core.percentage;
-- may fail: fails if a value of points is not one of the new core.percentage
ALTER TABLE crew.training ALTER COLUMN points TYPE core.percentage USING points::text::core.percentage;
-- may fail: fails if a value of filled is not one of the new core.percentage
ALTER TABLE yard.container ALTER COLUMN filled TYPE core.percentage USING filled::text::core.percentage;
DROP DOMAIN core.percentage__old;
ALTER TABLE core.person ALTER COLUMN id SET GENERATED ALWAYS SET INCREMENT BY 2 SET CACHE 1;
ALTER TABLE core.company ALTER CONSTRAINT company_contact_fkey DEFERRABLE INITIALLY IMMEDIATE;
-- may fail: fails if rows break call_pilot_fkey
ALTER TABLE quay.call ADD CONSTRAINT call_pilot_fkey FOREIGN KEY (pilot) REFERENCES core.person(id) MATCH FULL;
CREATE TABLE gate.lane (
    id smallint NOT NULL,
    inbound boolean NOT NULL,
    CONSTRAINT lane_pkey PRIMARY KEY (id)
);
CREATE TABLE gate.passage (
    id bigint DEFAULT nextval('gate.passage_id_seq'::regclass) NOT NULL,
    lane smallint,
    visit bigint,
    at timestamp with time zone DEFAULT now() NOT NULL,
    weather core.wind,
    CONSTRAINT passage_pkey PRIMARY KEY (id),
    CONSTRAINT passage_lane_fkey FOREIGN KEY (lane) REFERENCES gate.lane(id),
    CONSTRAINT passage_visit_fkey FOREIGN KEY (visit) REFERENCES yard.truck_visit(id)
);
ALTER SEQUENCE gate.passage_id_seq OWNED BY gate.passage.id;
CREATE INDEX passage_at ON gate.passage USING brin (at);
CREATE VIEW gate.today AS
 SELECT passage.id,
    passage.lane,
    passage.visit,
    passage.at,
    passage.weather
   FROM gate.passage
  WHERE (passage.at > CURRENT_DATE);
ALTER TABLE quay.crane ALTER COLUMN id ADD GENERATED BY DEFAULT AS IDENTITY (SEQUENCE NAME quay.crane_id_seq);
SELECT setval('quay.crane_id_seq', last_value, is_called) FROM quay.crane_id_seq__old;
CREATE TABLE yard.movement_2027 (
    id bigint NOT NULL,
    container core.container_number NOT NULL,
    moved timestamp with time zone NOT NULL,
    kind text NOT NULL,
    crane integer,
    "from" core."position",
    "to" core."position",
    CONSTRAINT movement_2027_pkey PRIMARY KEY (id, moved, kind)
);
-- rewrite: moves the rows of movement_2025 that belong to movement_2027
WITH moved AS (DELETE FROM yard.movement_2025 WHERE moved >= '2027-01-01 00:00:00+00' AND moved < '2028-01-01 00:00:00+00' RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2027 (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_2025 that belong to movement_rest
WITH moved AS (DELETE FROM yard.movement_2025 WHERE ((moved >= '2024-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00') OR (moved >= '2026-01-01 00:00:00+00' AND moved < '2027-01-01 00:00:00+00') OR (moved >= '2027-01-01 00:00:00+00' AND moved < '2028-01-01 00:00:00+00')) IS NOT TRUE RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_rest (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_rest that belong to movement_2025
WITH moved AS (DELETE FROM yard.movement_rest WHERE moved >= '2024-01-01 00:00:00+00' AND moved < '2026-01-01 00:00:00+00' RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2025 (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
-- rewrite: moves the rows of movement_rest that belong to movement_2027
WITH moved AS (DELETE FROM yard.movement_rest WHERE moved >= '2027-01-01 00:00:00+00' AND moved < '2028-01-01 00:00:00+00' RETURNING container, crane, "from", id, kind, moved, "to")
INSERT INTO yard.movement_2027 (container, crane, "from", id, kind, moved, "to") SELECT container, crane, "from", id, kind, moved, "to" FROM moved;
ALTER TABLE ONLY yard.movement ATTACH PARTITION yard.movement_2025 FOR VALUES FROM ('2024-01-01 00:00:00+00') TO ('2026-01-01 00:00:00+00');
-- may fail: fails if rows break movement_kind
ALTER TABLE yard.movement ADD CONSTRAINT movement_kind CHECK ((kind = ANY (ARRAY['load'::text, 'discharge'::text, 'shift'::text, 'inspect'::text])));
ALTER TABLE yard.movement_2027 ADD CONSTRAINT movement_kind CHECK ((kind = ANY (ARRAY['load'::text, 'discharge'::text, 'shift'::text, 'inspect'::text])));
ALTER TABLE ONLY yard.movement ATTACH PARTITION yard.movement_2027 FOR VALUES FROM ('2027-01-01 00:00:00+00') TO ('2028-01-01 00:00:00+00');
-- may fail: fails if rows break movement_crane_fkey
ALTER TABLE yard.movement ADD CONSTRAINT movement_crane_fkey FOREIGN KEY (crane) REFERENCES quay.crane(id);
CREATE INDEX movement_container ON ONLY yard.movement USING btree (container) INCLUDE (moved);
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_2025_container_moved_idx;
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_2026_container_moved_idx;
CREATE INDEX movement_2027_container_moved_idx ON yard.movement_2027 USING btree (container) INCLUDE (moved);
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_2027_container_moved_idx;
ALTER INDEX yard.movement_pkey ATTACH PARTITION yard.movement_2027_pkey;
ALTER INDEX yard.movement_container ATTACH PARTITION yard.movement_rest_container_moved_idx;
-- fill: column crew.training.passed: rows in which it is NULL get the default false
UPDATE crew.training SET passed = (false) WHERE passed IS NULL;
ALTER TABLE crew.training ALTER COLUMN passed SET NOT NULL;
ALTER TABLE ONLY crew.training ALTER COLUMN passed SET DEFAULT false;
-- fill: column "Log Büro".entry.note: rows in which it is NULL get the default ''::text
UPDATE "Log Büro".entry SET note = (''::text) WHERE note IS NULL;
DROP MATERIALIZED VIEW reporting.month;
DROP VIEW billing.debtor;
DROP VIEW core.client;
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
DROP AGGREGATE core.list(text);
DROP FUNCTION billing.open_invoices(bigint);
DROP PROCEDURE billing.settle(integer, numeric);
-- data loss: sequence core.countdown: drops the sequence with its last value
DROP SEQUENCE core.countdown;
DROP SEQUENCE quay.crane_id_seq__old;
CREATE OR REPLACE FUNCTION billing.open_invoices(customer bigint)
 RETURNS TABLE(number integer, due date)
 LANGUAGE sql
 STABLE ROWS 50
AS $function$ SELECT number, due FROM billing.invoice i WHERE i.customer = $1 AND NOT paid $function$;
CREATE OR REPLACE PROCEDURE billing.settle(IN number integer, INOUT rest numeric DEFAULT 0)
 LANGUAGE plpgsql
AS $procedure$
BEGIN
    UPDATE billing.invoice i SET paid = true WHERE i.number = settle.number;
    rest := 0;
END
$procedure$;
CREATE AGGREGATE core.list(text) (
    SFUNC = core.join_text,
    STYPE = text,
    INITCOND = ''
);
ALTER TABLE "Log Büro".entry ALTER COLUMN note SET NOT NULL;
ALTER TABLE ONLY "Log Büro"."Unfall" ALTER COLUMN note SET DEFAULT ''::text;
ALTER TABLE ONLY "Log Büro"."Zollmeldung" ALTER COLUMN note SET DEFAULT ''::text;
ALTER TABLE ONLY "Log Büro".entry ALTER COLUMN note SET DEFAULT ''::text;
-- may fail: fails if rows break entry_note
ALTER TABLE "Log Büro".entry ADD CONSTRAINT entry_note CHECK ((length(note) < 2000));
CREATE OR REPLACE RULE entry_keep AS
    ON DELETE TO "Log Büro".entry
   WHERE (old.note <> ''::text) DO INSTEAD NOTHING;
ALTER TABLE billing.invoice ADD COLUMN due date GENERATED ALWAYS AS ((issued + 14)) STORED;
-- may fail: fails if a value of name does not fit character varying(200)
-- may fail: fails if rows break company_name_given
ALTER TABLE core.company
    ALTER COLUMN name TYPE character varying(200),
    ADD COLUMN search tsvector GENERATED ALWAYS AS (to_tsvector('german'::regconfig, (name)::text)) STORED,
    ADD CONSTRAINT company_name_given CHECK ((length((name)::text) > 1));
CREATE INDEX company_search ON core.company USING gin (search);
ALTER TABLE core.person
    ALTER COLUMN family_name TYPE text COLLATE core.german,
    ALTER COLUMN family_name SET STATISTICS 100,
    ADD COLUMN full_name text GENERATED ALWAYS AS (((given_name || ' '::text) || family_name)) STORED;
CREATE INDEX person_by_name ON core.person USING btree (family_name, given_name DESC);
ALTER TABLE quay.ship
    ALTER COLUMN name TYPE character varying(120),
    ALTER COLUMN length_m TYPE numeric(7,3),
    ADD COLUMN length_ft numeric;
ALTER TABLE yard.container ADD COLUMN net_kg bigint GENERATED ALWAYS AS ((full_kg - COALESCE(tare_kg, 0))) STORED;
ALTER POLICY container_dangerous ON yard.container TO PUBLIC USING ((NOT dangerous)) WITH CHECK (((full_kg < 32000) AND (net_kg > 0)));
CREATE VIEW billing.debtor AS
 SELECT c.id,
    core.shorten((c.name)::text) AS name,
    max((i.total)::numeric) AS owed,
    core.list((i.number)::text) AS invoices
   FROM (core.company c
     JOIN billing.invoice i ON ((i.customer = c.id)))
  WHERE (NOT i.paid)
  GROUP BY c.id;
CREATE RULE debtor_insert AS
    ON INSERT TO billing.debtor DO INSTEAD  INSERT INTO core.company (name)
  VALUES (new.name);
CREATE VIEW core.client WITH (security_invoker='true', check_option='cascaded') AS
 SELECT company.id,
    company.name,
    company.country,
    company.mail
   FROM core.company
  WHERE (company.parent IS NULL);
ALTER VIEW core.client ALTER COLUMN name SET DEFAULT 'nobody'::character varying;
CREATE TRIGGER client_gone INSTEAD OF DELETE ON core.client FOR EACH ROW EXECUTE FUNCTION core.client_gone();
CREATE VIEW quay.open_call AS
 SELECT c.voyage,
    c.ship,
    s.name,
    c.berth,
    c.state,
    c.stay,
    c.agent
   FROM (quay.call c
     JOIN quay.ship s ON ((s.imo = c.ship)))
  WHERE (c.state = ANY (ARRAY['announced'::core.call_state, 'berthed'::core.call_state, 'working'::core.call_state]));
CREATE VIEW quay.next_call AS
 SELECT open_call.voyage,
    open_call.name,
    lower(open_call.stay) AS arrives,
    upper(open_call.stay) AS leaves
   FROM quay.open_call
  WHERE (open_call.state = ANY (ARRAY['announced'::core.call_state, 'at anchor'::core.call_state]));
GRANT SELECT ON TABLE quay.open_call TO PUBLIC;
CREATE VIEW reporting.berth_plan AS
 SELECT b.label,
    b.depth,
    n.name AS ship,
    n.arrives
   FROM ((quay.berth b
     JOIN quay.call c ON ((c.berth = b.id)))
     JOIN quay.next_call n USING (voyage));
COMMENT ON VIEW reporting.berth_plan IS 'Printed every morning';
COMMENT ON COLUMN reporting.berth_plan.ship IS 'by name';
CREATE MATERIALIZED VIEW reporting.dwell WITH (fillfactor='80') AS
 SELECT movement.container,
    (max(movement.moved) - min(movement.moved)) AS dwell,
    count(*) AS moves
   FROM yard.movement
  GROUP BY movement.container;
CREATE VIEW reporting.long_dwell AS
 SELECT dwell.container,
    dwell.dwell,
    dwell.moves
   FROM reporting.dwell
  WHERE (dwell.dwell > '14 days'::interval);
CREATE MATERIALIZED VIEW reporting.month AS
 SELECT date_trunc('month'::text, (invoice.issued)::timestamp without time zone) AS month,
    invoice.currency,
    sum((invoice.total)::numeric) AS total
   FROM billing.invoice
  GROUP BY (date_trunc('month'::text, (invoice.issued)::timestamp without time zone)), invoice.currency;
-- may fail: fails if rows are not unique
CREATE UNIQUE INDEX month_key ON reporting.month USING btree (month, currency);
COMMENT ON MATERIALIZED VIEW reporting.month IS 'Refreshed at night';
-- data loss: column core.person.languages: drops the column with its values
ALTER TABLE core.person DROP COLUMN languages;
-- data loss: table billing.credit_note: drops the table with its rows
DROP TABLE billing.credit_note;
ALTER DOMAIN core.money_amount DROP NOT NULL;
-- may fail: fails if a column of the domain holds another value
ALTER DOMAIN core.money_amount ADD CONSTRAINT bounded CHECK ((VALUE < (1000000000)::numeric));
-- data loss: table crew.device: drops the table with its rows
DROP TABLE crew.device;
-- data loss: table crew.locker: drops the table with its rows
DROP TABLE crew.locker;
-- data loss: table quay.tide_window: drops the table with its rows
DROP TABLE quay.tide_window;
-- data loss: table yard.seal: drops the table with its rows
DROP TABLE yard.seal;
