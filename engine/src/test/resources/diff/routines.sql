== creates routines of every kind
-- before
-- after
CREATE FUNCTION f(a integer, b text DEFAULT 'x') RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE FUNCTION f(a text) RETURNS SETOF text LANGUAGE plpgsql AS $$ BEGIN RETURN NEXT a; END $$;
CREATE PROCEDURE p(INOUT a integer) LANGUAGE plpgsql AS $$ BEGIN a := 1; END $$;
CREATE FUNCTION g(OUT x integer, OUT y text) LANGUAGE sql AS $$ SELECT 1, 'a' $$;
CREATE FUNCTION tab() RETURNS TABLE (k integer, v text) LANGUAGE sql AS $$ SELECT 1, 'it''s' $$;
COMMENT ON FUNCTION f(text) IS 'text';
COMMENT ON PROCEDURE p IS 'proc';
-- expect
CREATE FUNCTION app.f(a integer, b text DEFAULT 'x'::text)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a$function$;
CREATE FUNCTION app.f(a text)
 RETURNS SETOF text
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN NEXT a; END $function$;
COMMENT ON FUNCTION app.f(text) IS 'text';
CREATE FUNCTION app.g(OUT x integer, OUT y text)
 RETURNS record
 LANGUAGE sql
AS $function$ SELECT 1, 'a' $function$;
CREATE PROCEDURE app.p(INOUT a integer)
 LANGUAGE plpgsql
AS $procedure$ BEGIN a := 1; END $procedure$;
COMMENT ON PROCEDURE app.p(integer) IS 'proc';
CREATE FUNCTION app.tab()
 RETURNS TABLE(k integer, v text)
 LANGUAGE sql
AS $function$ SELECT 1, 'it''s' $function$;

== replaces a body in place
-- before
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT a';
CREATE TABLE t (x integer DEFAULT f(1));
-- after
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a + 1';
CREATE TABLE t (x integer DEFAULT f(1));
-- expect
CREATE OR REPLACE FUNCTION app.f(a integer)
 RETURNS integer
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a + 1$function$;

== makes a function anew whose result changes, with all that call it
-- before
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT a';
CREATE TABLE t (x integer DEFAULT f(1), y integer, z integer GENERATED ALWAYS AS (f(y)) STORED, CONSTRAINT c CHECK (f(x) > 0));
CREATE INDEX i ON t (f(y));
CREATE VIEW v AS SELECT f(x) AS x, z FROM t;
-- after
CREATE FUNCTION f(a integer) RETURNS bigint LANGUAGE sql IMMUTABLE AS 'SELECT a::bigint';
CREATE TABLE t (x integer DEFAULT f(1), y integer, z integer GENERATED ALWAYS AS (f(y)) STORED, CONSTRAINT c CHECK (f(x) > 0));
CREATE INDEX i ON t (f(y));
CREATE VIEW v AS SELECT f(x) AS x, z FROM t;
-- expect
ALTER TABLE app.t ALTER COLUMN x DROP DEFAULT;
DROP VIEW app.v;
ALTER TABLE app.t DROP CONSTRAINT c;
DROP INDEX app.i;
ALTER TABLE app.t DROP COLUMN z;
DROP FUNCTION app.f(integer);
CREATE FUNCTION app.f(a integer)
 RETURNS bigint
 LANGUAGE sql
 IMMUTABLE
AS $function$SELECT a::bigint$function$;
ALTER TABLE app.t ADD COLUMN z integer GENERATED ALWAYS AS (app.f(y)) STORED;
ALTER TABLE app.t ALTER COLUMN x SET DEFAULT app.f(1);
ALTER TABLE app.t ADD CONSTRAINT c CHECK (app.f(x) > 0);
CREATE INDEX i ON app.t (app.f(y));
CREATE VIEW app.v AS
 SELECT app.f(x) AS x,
    z
   FROM app.t;

== creates a function before the table that needs it, drops it after
-- before
CREATE FUNCTION a() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (x integer DEFAULT a());
-- after
CREATE FUNCTION z() RETURNS integer LANGUAGE sql AS 'SELECT 1';
CREATE TABLE t (x integer DEFAULT z());
-- expect
CREATE FUNCTION app.z()
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;
ALTER TABLE app.t ALTER COLUMN x SET DEFAULT app.z();
DROP FUNCTION app.a();

== turns a function into a procedure
-- server 14
-- before
CREATE FUNCTION f(integer) RETURNS void LANGUAGE sql AS 'SELECT 1';
-- after
CREATE PROCEDURE f(integer) LANGUAGE sql AS 'SELECT 1';
-- expect
DROP FUNCTION app.f(integer);
CREATE PROCEDURE app.f(IN integer)
 LANGUAGE sql
AS $procedure$SELECT 1$procedure$;

== renames an argument
-- before
CREATE FUNCTION f(a integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- after
CREATE FUNCTION f(b integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';
-- expect
DROP FUNCTION app.f(integer);
CREATE FUNCTION app.f(b integer)
 RETURNS integer
 LANGUAGE sql
AS $function$SELECT 1$function$;

== has functions on rows of tables and bodies that the server parses
-- server 14
-- before
CREATE TABLE t (a integer);
CREATE FUNCTION full_name(t) RETURNS integer LANGUAGE sql RETURN $1.a;
-- after
CREATE TABLE t (a bigint);
CREATE FUNCTION full_name(t) RETURNS integer LANGUAGE sql RETURN $1.a;
CREATE FUNCTION n() RETURNS bigint BEGIN ATOMIC SELECT count(*) FROM t; END;
-- expect
CREATE FUNCTION app.n()
 RETURNS bigint
 LANGUAGE sql
BEGIN ATOMIC
 SELECT count(*) AS count
    FROM app.t;
END;
DROP FUNCTION app.full_name(app.t);
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
CREATE FUNCTION app.full_name(app.t)
 RETURNS integer
 LANGUAGE sql
RETURN ($1).a;

== creates a function whose text reads a table after the table
-- before
-- after
CREATE TABLE z (a integer);
CREATE FUNCTION a() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM app.z';
-- expect
CREATE TABLE app.z (
    a integer
);
CREATE FUNCTION app.a()
 RETURNS bigint
 LANGUAGE sql
AS $function$SELECT count(*) FROM app.z$function$;
