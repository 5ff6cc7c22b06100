SET check_function_bodies = off;
DROP STATISTICS sky.star_name;
DROP INDEX sky.star_seen;
DROP CONVERSION sky.latin;
DROP CAST (double precision AS sky.magnitude);
DROP OPERATOR CLASS sky.magnitude_ops USING btree;
DROP OPERATOR sky.= (sky.magnitude, sky.magnitude);
DROP LANGUAGE plan;
CREATE TRUSTED LANGUAGE plan HANDLER plpgsql_call_handler;
COMMENT ON ACCESS METHOD plates IS 'glass, kept as rows';
COMMENT ON TYPE sky.magnitude IS 'brightness as seen from here';
ALTER TYPE sky.place ADD ATTRIBUTE epoch date CASCADE;
CREATE OR REPLACE FUNCTION sky.hash(sky.magnitude)
 RETURNS integer
 LANGUAGE internal
 IMMUTABLE STRICT
AS $function$hashfloat8$function$;
ALTER OPERATOR sky.< (sky.magnitude, sky.magnitude) SET (RESTRICT = scalarltsel);
CREATE OPERATOR sky.= (
    FUNCTION = sky.as_bright,
    LEFTARG = sky.magnitude,
    RIGHTARG = sky.magnitude,
    COMMUTATOR = OPERATOR(sky.=),
    HASHES,
    MERGES
);
CREATE OPERATOR FAMILY sky.magnitude_hash USING hash;
CREATE OPERATOR CLASS sky.magnitude_hash
    DEFAULT FOR TYPE sky.magnitude USING hash FAMILY sky.magnitude_hash AS
    OPERATOR 1 sky.=(sky.magnitude,sky.magnitude),
    FUNCTION 1 (sky.magnitude, sky.magnitude) sky.hash(sky.magnitude);
CREATE OPERATOR CLASS sky.magnitude_ops
    DEFAULT FOR TYPE sky.magnitude USING btree FAMILY sky.brightness AS
    OPERATOR 1 sky.<(sky.magnitude,sky.magnitude),
    OPERATOR 3 sky.=(sky.magnitude,sky.magnitude),
    OPERATOR 5 sky.>(sky.magnitude,sky.magnitude),
    FUNCTION 1 (sky.magnitude, sky.magnitude) sky.compare(sky.magnitude,sky.magnitude);
CREATE CAST (double precision AS sky.magnitude) WITHOUT FUNCTION AS IMPLICIT;
CREATE CAST (sky.magnitude AS double precision) WITHOUT FUNCTION;
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal), TO SQL WITH FUNCTION int4recv(internal));
CREATE DEFAULT CONVERSION sky.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER TEXT SEARCH DICTIONARY sky.plain (accept = 'true');
ALTER TEXT SEARCH CONFIGURATION sky.night DROP MAPPING FOR email;
ALTER TEXT SEARCH CONFIGURATION sky.night ALTER MAPPING FOR asciiword WITH sky.plain;
ALTER TEXT SEARCH CONFIGURATION sky.night ALTER MAPPING FOR word WITH sky.plain;
ALTER FOREIGN DATA WRAPPER instruments OPTIONS (SET debug 'on', ADD log 'short');
ALTER SERVER dome VERSION '3' OPTIONS (SET port '7625');
ALTER FOREIGN TABLE sky.exposure OPTIONS (ADD format 'fits');
ALTER FOREIGN TABLE sky.exposure ALTER COLUMN id OPTIONS (SET field 'number');
ALTER TABLE sky.exposure ADD COLUMN filter text;
ALTER INDEX sky.log_words SET (fastupdate='off');
ALTER TABLE ONLY sky.pointing ALTER COLUMN declination SET DEFAULT 0;
CREATE INDEX star_seen ON sky.star USING hash (seen);
CREATE STATISTICS sky.star_name (mcv) ON id, name FROM sky.star;
ALTER STATISTICS sky.star_name SET STATISTICS 500;
ALTER PUBLICATION findings SET TABLE ONLY sky.log (entry, written), ONLY sky.star WHERE (id > 10);
ALTER SUBSCRIPTION partners SET PUBLICATION findings, moons WITH (refresh = false);
ALTER SUBSCRIPTION partners SET (binary = 'true');
ALTER DEFAULT PRIVILEGES IN SCHEMA sky GRANT INSERT ON TABLES TO PUBLIC;
