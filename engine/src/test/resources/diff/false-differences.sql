== finds none in defaults with casts
-- before
CREATE TABLE t (a varchar(10) DEFAULT 'x', b numeric(10,2) DEFAULT 0, c timestamptz DEFAULT '2020-06-01 12:00:00+02', d interval DEFAULT '1 day', e boolean DEFAULT 't', f jsonb DEFAULT '{}', g text[] DEFAULT '{}', h uuid DEFAULT gen_random_uuid(), i bytea DEFAULT '\x00', j double precision DEFAULT 0.1);
-- after
CREATE TABLE t (a character varying(10) DEFAULT 'x'::character varying, b decimal(10,2) DEFAULT 0, c timestamp with time zone DEFAULT timestamptz '2020-06-01 10:00:00+00', d interval DEFAULT '24:00:00'::interval, e bool DEFAULT true, f jsonb DEFAULT '{}'::jsonb, g text[] DEFAULT '{}'::text[], h uuid DEFAULT gen_random_uuid(), i bytea DEFAULT '\x00'::bytea, j float8 DEFAULT 0.1);
ALTER TABLE t ALTER d SET DEFAULT '1 day'::interval;
-- expect

== finds none in names of 63 bytes
-- before
CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123 (b23456789012345678901234567890123456789012345678901234567890123 bigserial PRIMARY KEY, c23456789012345678901234567890123456789012345678901234567890123 text NOT NULL UNIQUE);
-- after
CREATE TABLE a23456789012345678901234567890123456789012345678901234567890123_cut (b23456789012345678901234567890123456789012345678901234567890123_cut bigserial PRIMARY KEY, c23456789012345678901234567890123456789012345678901234567890123 text NOT NULL UNIQUE);
-- expect

== finds none in quoted and mixed-case names
-- before
CREATE TABLE "Weird.Table" ("Größe" text CHECK ("Größe" <> ''), "select" integer, "a""b" integer, "Ünï code" text);
CREATE INDEX "Weird USING btree (x)" ON "Weird.Table" ("select", ("a""b" + 1)) WHERE "Größe" > 'x';
-- after
CREATE TABLE "Weird.Table" ("Größe" text CHECK ("Größe" <> ''), "select" integer, "a""b" integer, "Ünï code" text);
CREATE INDEX "Weird USING btree (x)" ON "Weird.Table" USING btree ("select", (("a""b" + 1))) WHERE ("Größe" > 'x'::text);
-- expect

== finds none in numeric, varchar and time arguments
-- before
CREATE TABLE t (a numeric(10), b varchar, c char, d time(3), e bit varying(5), f interval day to second(3), g decimal, h dec(5), i float(20), j float(30), k int2, l national character varying(5), m timestamp(0));
-- after
CREATE TABLE t (a numeric(10,0), b character varying, c character(1), d time(3) without time zone, e varbit(5), f interval day to second(3), g numeric, h numeric(5,0), i real, j double precision, k smallint, l varchar(5), m timestamp(0) without time zone);
-- expect

== finds none in constraints written within and beside a column
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer PRIMARY KEY, b integer UNIQUE, c integer CHECK (c > 0), d integer REFERENCES p);
-- after
CREATE TABLE p (id integer, PRIMARY KEY (id));
CREATE TABLE t (a integer NOT NULL, b integer, c integer, d integer);
ALTER TABLE t ADD PRIMARY KEY (a), ADD UNIQUE (b), ADD CHECK (c > 0);
ALTER TABLE t ADD FOREIGN KEY (d) REFERENCES p (id) ON DELETE NO ACTION;
-- expect

== finds none in the scratch schema's name
-- before
CREATE TYPE m AS ENUM ('a');
CREATE FUNCTION f(m) RETURNS m LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a m DEFAULT 'a' CHECK (a <> f('a')), b m[], s serial);
CREATE INDEX i ON t (f(a));
CREATE VIEW v AS SELECT a::text, 'app' AS schema FROM t WHERE f(a) = 'a';
-- after
CREATE TYPE m AS ENUM ('a');
CREATE FUNCTION f(m) RETURNS m LANGUAGE sql IMMUTABLE AS 'SELECT $1';
CREATE TABLE t (a m DEFAULT 'a' CHECK (a <> f('a')), b m[], s serial);
CREATE INDEX i ON t (f(a));
CREATE VIEW v AS SELECT a::text, 'app' AS schema FROM t WHERE f(a) = 'a';
-- expect
