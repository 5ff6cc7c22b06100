SET check_function_bodies = off;
DROP VIEW care.load;
DROP VIEW care.next;
DROP MATERIALIZED VIEW care.today;
ALTER TABLE care.appointment
    DROP CONSTRAINT appointment_pkey,
    DROP CONSTRAINT appointment_kind_check,
    DROP CONSTRAINT appointment_patient_fkey;
DROP POLICY patient_of_doctor ON care.patient;
DROP POLICY patient_urgent ON care.patient;
DROP INDEX care.patient_urgent;
ALTER TABLE care.patient DROP CONSTRAINT patient_pkey;
ALTER TABLE ONLY care.patient
    ALTER COLUMN id DROP DEFAULT,
    ALTER COLUMN urgency DROP DEFAULT;
ALTER TABLE care.ward DROP CONSTRAINT ward_head_fkey;
DROP FUNCTION care.own_doctor();
ALTER DOMAIN care.insurance_number DROP CONSTRAINT long;
ALTER TYPE care.urgency RENAME TO urgency__old;
-- data loss: label care.urgency.resuscitation: drops the label, which no row may hold by then
CREATE TYPE care.urgency AS ENUM ('low', 'normal', 'high');
CREATE OR REPLACE FUNCTION archive.keep()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
BEGIN
    INSERT INTO archive.change (relation, old, new) VALUES (TG_RELID::regclass, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
END
$function$;
ALTER TABLE archive.change ALTER COLUMN relation TYPE text;
-- may fail: no cast from uuid to bigint, so patient is read from its text: put the right USING
-- may fail: fails if a value of doctor does not fit integer
-- needs a decision: column care.appointment.starts: its times are taken for those of UTC, the zone that scripts run in
-- may fail: fails if a value of kind does not fit character varying(20)
ALTER TABLE care.appointment
    ALTER COLUMN patient TYPE bigint USING patient::text::bigint,
    ALTER COLUMN doctor TYPE integer,
    ALTER COLUMN starts TYPE timestamp without time zone,
    ALTER COLUMN kind TYPE character varying(20);
ALTER TABLE ONLY care.appointment ALTER COLUMN minutes SET DEFAULT 20;
-- may fail: fails if rows break appointment_pkey
-- may fail: fails if rows break appointment_kind_check
ALTER TABLE care.appointment
    ADD CONSTRAINT appointment_pkey PRIMARY KEY (patient, starts),
    ADD CONSTRAINT appointment_kind_check CHECK (((kind)::text = ANY (ARRAY['first'::character varying, 'control'::character varying, 'phone'::character varying])));
CREATE TRIGGER keep AFTER DELETE ON care.appointment FOR EACH ROW EXECUTE FUNCTION archive.keep();
-- may fail: fails if a value of id does not fit integer
ALTER TABLE care.doctor ALTER COLUMN id TYPE integer;
CREATE OR REPLACE FUNCTION care.own_doctor()
 RETURNS integer
 LANGUAGE sql
 STABLE
BEGIN ATOMIC
 SELECT doctor.id
    FROM care.doctor
   WHERE (doctor.login = CURRENT_USER);
END;
ALTER TABLE care.doctor
    ALTER COLUMN ward DROP NOT NULL,
    ALTER CONSTRAINT doctor_ward_fkey DEFERRABLE INITIALLY IMMEDIATE;
-- may fail: no cast from uuid to bigint, so id is read from its text: put the right USING
ALTER TABLE care.patient
    NO FORCE ROW LEVEL SECURITY,
    ALTER COLUMN id TYPE bigint USING id::text::bigint;
ALTER TABLE care.patient ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY (SEQUENCE NAME care.patient_id_seq);
SELECT setval('care.patient_id_seq', max(id)) FROM care.patient HAVING max(id) > 0;
-- may fail: fails if a value of doctor does not fit integer
-- may fail: fails if a value of urgency is not one of the new care.urgency
ALTER TABLE care.patient
    ALTER COLUMN doctor TYPE integer,
    ALTER COLUMN urgency TYPE care.urgency USING urgency::text::care.urgency;
DROP TYPE care.urgency__old;
ALTER TABLE ONLY care.patient ALTER COLUMN urgency SET DEFAULT 'normal'::care.urgency;
-- may fail: fails if rows break patient_pkey
ALTER TABLE care.patient ADD CONSTRAINT patient_pkey PRIMARY KEY (id);
-- may fail: fails if rows break appointment_patient_fkey
ALTER TABLE care.appointment ADD CONSTRAINT appointment_patient_fkey FOREIGN KEY (patient) REFERENCES care.patient(id) ON DELETE CASCADE;
CREATE INDEX patient_urgent ON care.patient USING btree (born) WHERE (urgency = 'high'::care.urgency);
CREATE POLICY patient_of_doctor ON care.patient USING ((doctor = care.own_doctor()));
CREATE POLICY patient_urgent ON care.patient FOR SELECT USING ((urgency = 'high'::care.urgency));
-- may fail: fails if a value of beds does not fit smallint
-- may fail: fails if a value of head does not fit integer
-- may fail: fails if rows break ward_head_fkey
ALTER TABLE care.ward
    ALTER COLUMN beds TYPE smallint,
    ALTER COLUMN head TYPE integer,
    ADD CONSTRAINT ward_head_fkey FOREIGN KEY (head) REFERENCES care.doctor(id);
CREATE VIEW care.today AS
 SELECT a.patient,
    a.doctor,
    a.starts,
    a.minutes,
    a.kind,
    p.name
   FROM (care.appointment a
     JOIN care.patient p ON ((p.id = a.patient)))
  WHERE ((a.starts)::date = CURRENT_DATE);
CREATE VIEW care.next AS
 SELECT today.name,
    today.starts
   FROM care.today
  WHERE (today.starts > LOCALTIMESTAMP);
GRANT SELECT ON TABLE care.next TO PUBLIC;
COMMENT ON VIEW care.next IS 'For the screen in the waiting room';
CREATE MATERIALIZED VIEW care.load AS
 SELECT appointment.doctor,
    count(*) AS appointments
   FROM care.appointment
  GROUP BY appointment.doctor;
-- may fail: fails if rows are not unique
CREATE UNIQUE INDEX load_doctor ON care.load USING btree (doctor);
-- data loss: column archive.change.by: drops the column with its values
ALTER TABLE archive.change DROP COLUMN by;
DROP INDEX care.finding_patient;
ALTER TABLE ONLY care.finding DETACH PARTITION care.finding_2025;
ALTER TABLE ONLY care.finding DETACH PARTITION care.finding_2025_b;
-- rewrite: moves the rows of finding_2025 that belong to finding_later
WITH moved AS (DELETE FROM care.finding_2025 WHERE ((taken >= '2025-01-01' AND taken < '2026-01-01')) IS NOT TRUE RETURNING code, id, patient, taken, value)
INSERT INTO care.finding_later (code, id, patient, taken, value) SELECT code, id, patient, taken, value FROM moved;
-- rewrite: moves the rows of finding_2025_b that belong to finding_2025
WITH moved AS (DELETE FROM care.finding_2025_b WHERE taken >= '2025-01-01' AND taken < '2026-01-01' RETURNING code, id, patient, taken, value)
INSERT INTO care.finding_2025 (code, id, patient, taken, value) SELECT code, id, patient, taken, value FROM moved;
-- rewrite: moves the rows of finding_2025_b that belong to finding_later
WITH moved AS (DELETE FROM care.finding_2025_b WHERE ((taken >= '2025-01-01' AND taken < '2026-01-01')) IS NOT TRUE RETURNING code, id, patient, taken, value)
INSERT INTO care.finding_later (code, id, patient, taken, value) SELECT code, id, patient, taken, value FROM moved;
-- rewrite: moves the rows of finding_later that belong to finding_2025
WITH moved AS (DELETE FROM care.finding_later WHERE taken >= '2025-01-01' AND taken < '2026-01-01' RETURNING code, id, patient, taken, value)
INSERT INTO care.finding_2025 (code, id, patient, taken, value) SELECT code, id, patient, taken, value FROM moved;
ALTER TABLE ONLY care.finding ATTACH PARTITION care.finding_2025 FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- data loss: table care.finding_2025_b: drops the rows that belong to no other partition
DROP TABLE care.finding_2025_b;
-- may fail: no cast from uuid to bigint, so patient is read from its text: put the right USING
-- data loss: column care.finding.value: rounds its values
ALTER TABLE care.finding
    ALTER COLUMN patient TYPE bigint USING patient::text::bigint,
    ALTER COLUMN code DROP NOT NULL,
    ALTER COLUMN value TYPE numeric;
CREATE INDEX finding_patient ON ONLY care.finding USING btree (patient);
CREATE INDEX finding_2025_patient_idx ON care.finding_2025 USING btree (patient);
ALTER INDEX care.finding_patient ATTACH PARTITION care.finding_2025_patient_idx;
CREATE INDEX finding_later_patient_idx ON care.finding_later USING btree (patient);
ALTER INDEX care.finding_patient ATTACH PARTITION care.finding_later_patient_idx;
