ALTER TABLE ONLY sky.pointing ALTER COLUMN declination DROP DEFAULT;
DROP STATISTICS sky.star_name;
DROP INDEX sky.star_seen;
DROP CONVERSION sky.latin;
DROP CAST (double precision AS sky.magnitude);
DROP CAST (sky.magnitude AS double precision);
DROP OPERATOR CLASS sky.magnitude_hash USING hash;
DROP OPERATOR CLASS sky.magnitude_ops USING btree;
DROP OPERATOR FAMILY sky.magnitude_hash USING hash;
DROP OPERATOR sky.= (sky.magnitude, sky.magnitude);
DROP FUNCTION sky.hash(sky.magnitude);
COMMENT ON ACCESS METHOD plates IS NULL;
DROP LANGUAGE plan;
CREATE LANGUAGE plan HANDLER plpgsql_call_handler;
COMMENT ON TYPE sky.magnitude IS 'brightness as seen';
-- data loss: attribute sky.place.epoch: deletes its values
ALTER TYPE sky.place DROP ATTRIBUTE epoch CASCADE;
ALTER OPERATOR sky.< (sky.magnitude, sky.magnitude) SET (RESTRICT = NONE);
CREATE OPERATOR sky.= (
    FUNCTION = sky.as_bright,
    LEFTARG = sky.magnitude,
    RIGHTARG = sky.magnitude,
    COMMUTATOR = OPERATOR(sky.=),
    MERGES
);
CREATE OPERATOR CLASS sky.magnitude_ops
    DEFAULT FOR TYPE sky.magnitude USING btree FAMILY sky.brightness AS
    OPERATOR 1 sky.<(sky.magnitude,sky.magnitude),
    OPERATOR 3 sky.=(sky.magnitude,sky.magnitude),
    OPERATOR 5 sky.>(sky.magnitude,sky.magnitude),
    FUNCTION 1 (sky.magnitude, sky.magnitude) sky.compare(sky.magnitude,sky.magnitude);
CREATE CAST (double precision AS sky.magnitude) WITHOUT FUNCTION AS ASSIGNMENT;
CREATE OR REPLACE TRANSFORM FOR integer LANGUAGE sql (FROM SQL WITH FUNCTION varchar_support(internal));
CREATE CONVERSION sky.latin FOR 'LATIN1' TO 'UTF8' FROM iso8859_1_to_utf8;
ALTER TEXT SEARCH DICTIONARY sky.plain (accept = 'false');
ALTER TEXT SEARCH CONFIGURATION sky.night ALTER MAPPING FOR asciiword WITH sky.plain, simple;
ALTER TEXT SEARCH CONFIGURATION sky.night ADD MAPPING FOR email WITH simple;
ALTER TEXT SEARCH CONFIGURATION sky.night ALTER MAPPING FOR word WITH simple;
ALTER FOREIGN DATA WRAPPER instruments OPTIONS (DROP log, SET debug 'off');
ALTER SERVER dome VERSION '2' OPTIONS (SET port '7624');
ALTER FOREIGN TABLE sky.exposure OPTIONS (DROP format);
ALTER FOREIGN TABLE sky.exposure ALTER COLUMN id OPTIONS (SET field 'n');
ALTER INDEX sky.log_words RESET (fastupdate);
CREATE INDEX star_seen ON sky.star USING btree (seen);
CREATE STATISTICS sky.star_name (ndistinct, dependencies) ON id, name FROM sky.star;
ALTER PUBLICATION findings SET TABLE ONLY sky.star WHERE (id > 0);
ALTER SUBSCRIPTION partners SET PUBLICATION findings WITH (refresh = false);
ALTER SUBSCRIPTION partners SET (binary = 'false');
ALTER DEFAULT PRIVILEGES IN SCHEMA sky REVOKE INSERT ON TABLES FROM PUBLIC;
-- data loss: column sky.exposure.filter: drops the column with its values
ALTER TABLE sky.exposure DROP COLUMN filter;
