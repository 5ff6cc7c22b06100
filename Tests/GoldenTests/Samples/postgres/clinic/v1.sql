-- A clinic: patients, appointments, findings. What happens is kept by triggers and guarded by policies.
CREATE SCHEMA care;
CREATE SCHEMA archive;
CREATE DOMAIN care.insurance_number AS text CHECK (VALUE ~ '^[A-Z][0-9]{9}$');
CREATE TYPE care.urgency AS ENUM ('low', 'normal', 'high');

CREATE TABLE care.ward (
    code text PRIMARY KEY,
    beds smallint DEFAULT 12 NOT NULL
);
CREATE TABLE care.doctor (
    id integer GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    name text NOT NULL,
    ward text REFERENCES care.ward DEFERRABLE,
    login name DEFAULT CURRENT_USER UNIQUE
);
ALTER TABLE care.ward ADD COLUMN head integer REFERENCES care.doctor;
CREATE TABLE care.patient (
    id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
    insurance care.insurance_number UNIQUE,
    name text NOT NULL,
    born date NOT NULL,
    doctor integer REFERENCES care.doctor,
    urgency care.urgency DEFAULT 'normal' NOT NULL
);
ALTER TABLE care.patient ENABLE ROW LEVEL SECURITY;
CREATE FUNCTION care.own_doctor() RETURNS integer STABLE LANGUAGE sql
    BEGIN ATOMIC SELECT id FROM care.doctor WHERE login = CURRENT_USER; END;
CREATE POLICY patient_of_doctor ON care.patient USING (doctor = care.own_doctor());
CREATE POLICY patient_urgent ON care.patient FOR SELECT USING (urgency = 'high');
CREATE INDEX patient_urgent ON care.patient (born) WHERE urgency = 'high';

CREATE TABLE care.appointment (
    patient bigint REFERENCES care.patient ON DELETE CASCADE,
    doctor integer REFERENCES care.doctor,
    starts timestamp NOT NULL,
    minutes integer DEFAULT 20 NOT NULL,
    kind varchar(20) CHECK (kind IN ('first', 'control', 'phone')),
    PRIMARY KEY (patient, starts)
);
CREATE TABLE care.finding (
    id bigserial,
    patient bigint NOT NULL,
    taken date NOT NULL,
    code text,
    value numeric
) PARTITION BY RANGE (taken);
CREATE TABLE care.finding_2025 PARTITION OF care.finding FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE TABLE care.finding_later PARTITION OF care.finding DEFAULT;
CREATE INDEX finding_patient ON care.finding (patient);

CREATE TABLE archive.change (
    at timestamptz DEFAULT now(),
    relation text,
    old jsonb,
    new jsonb
);
CREATE FUNCTION archive.keep() RETURNS trigger LANGUAGE plpgsql AS $f$
BEGIN
    INSERT INTO archive.change (relation, old, new) VALUES (TG_RELID::regclass, to_jsonb(OLD), to_jsonb(NEW));
    RETURN NULL;
END
$f$;
CREATE TRIGGER keep AFTER UPDATE OR DELETE ON care.patient FOR EACH ROW EXECUTE FUNCTION archive.keep();
CREATE TRIGGER keep AFTER DELETE ON care.appointment FOR EACH ROW EXECUTE FUNCTION archive.keep();

CREATE VIEW care.today AS SELECT a.*, p.name FROM care.appointment a JOIN care.patient p ON p.id = a.patient WHERE starts::date = CURRENT_DATE;
CREATE VIEW care.next AS SELECT name, starts FROM care.today WHERE starts > LOCALTIMESTAMP;
CREATE MATERIALIZED VIEW care.load AS SELECT doctor, count(*) AS appointments FROM care.appointment GROUP BY doctor;
CREATE UNIQUE INDEX load_doctor ON care.load (doctor);
GRANT SELECT ON care.next TO PUBLIC;
COMMENT ON VIEW care.next IS 'For the screen in the waiting room';
