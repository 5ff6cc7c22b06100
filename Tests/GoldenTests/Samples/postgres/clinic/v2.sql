-- A clinic: patients, appointments, findings. What happens is kept by triggers and guarded by policies.
CREATE SCHEMA care;
CREATE SCHEMA archive;
CREATE DOMAIN care.insurance_number AS text CHECK (VALUE ~ '^[A-Z][0-9]{9}$') CONSTRAINT long CHECK (length(VALUE) = 10);
CREATE TYPE care.urgency AS ENUM ('normal', 'high', 'resuscitation');

CREATE TABLE care.ward (
    code text PRIMARY KEY,
    beds integer DEFAULT 12 NOT NULL
);
CREATE TABLE care.doctor (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    ward text NOT NULL REFERENCES care.ward DEFERRABLE INITIALLY DEFERRED,
    login name DEFAULT CURRENT_USER UNIQUE
);
ALTER TABLE care.ward ADD COLUMN head bigint REFERENCES care.doctor ON DELETE SET NULL;
CREATE TABLE care.patient (
    id uuid DEFAULT gen_random_uuid() PRIMARY KEY,
    insurance care.insurance_number UNIQUE,
    name text NOT NULL,
    born date NOT NULL,
    doctor bigint REFERENCES care.doctor,
    urgency care.urgency DEFAULT 'normal' NOT NULL
);
ALTER TABLE care.patient ENABLE ROW LEVEL SECURITY;
ALTER TABLE care.patient FORCE ROW LEVEL SECURITY;
CREATE FUNCTION care.own_doctor() RETURNS bigint STABLE LANGUAGE sql
    BEGIN ATOMIC SELECT id FROM care.doctor WHERE login = CURRENT_USER; END;
CREATE POLICY patient_of_doctor ON care.patient USING (doctor = care.own_doctor());
CREATE POLICY patient_urgent ON care.patient FOR SELECT USING (urgency >= 'high');
CREATE INDEX patient_urgent ON care.patient (born) WHERE urgency >= 'high';

CREATE TABLE care.appointment (
    patient uuid REFERENCES care.patient ON DELETE CASCADE,
    doctor bigint REFERENCES care.doctor,
    starts timestamptz NOT NULL,
    minutes integer DEFAULT 15 NOT NULL,
    kind varchar(30) CHECK (kind IN ('first', 'control', 'phone', 'video')),
    PRIMARY KEY (patient, starts)
);
CREATE TABLE care.finding (
    id bigserial,
    patient uuid NOT NULL,
    taken date NOT NULL,
    code text NOT NULL,
    value double precision
) PARTITION BY RANGE (taken);
CREATE TABLE care.finding_2025 PARTITION OF care.finding FOR VALUES FROM ('2025-01-01') TO ('2025-07-01');
CREATE TABLE care.finding_2025_b PARTITION OF care.finding FOR VALUES FROM ('2025-07-01') TO ('2026-01-01');
CREATE TABLE care.finding_later PARTITION OF care.finding DEFAULT;
CREATE INDEX finding_patient ON care.finding (patient, taken);

CREATE TABLE archive.change (
    at timestamptz DEFAULT now(),
    relation regclass,
    old jsonb,
    new jsonb,
    by name DEFAULT CURRENT_USER
);
CREATE FUNCTION archive.keep() RETURNS trigger LANGUAGE plpgsql SECURITY DEFINER AS $f$
BEGIN
    INSERT INTO archive.change (relation, old, new) VALUES (TG_RELID, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
END
$f$;
CREATE TRIGGER keep AFTER UPDATE OR DELETE ON care.patient FOR EACH ROW EXECUTE FUNCTION archive.keep();

CREATE MATERIALIZED VIEW care.today AS SELECT a.patient, a.starts, p.name FROM care.appointment a JOIN care.patient p ON p.id = a.patient WHERE starts::date = CURRENT_DATE;
CREATE VIEW care.next AS SELECT name, starts FROM care.today WHERE starts > now();
CREATE VIEW care.load AS SELECT doctor, count(*) AS appointments FROM care.appointment GROUP BY doctor;
GRANT SELECT ON care.next TO PUBLIC;
COMMENT ON VIEW care.next IS 'For the screen in the waiting room';
