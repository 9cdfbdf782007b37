== creates types before tables and drops them after
-- before
CREATE TYPE old AS ENUM ('x');
CREATE TABLE t (a old, b old[]);
-- after
CREATE TYPE mood AS ENUM ('sad', 'it''s ok');
CREATE DOMAIN positive AS integer DEFAULT 1 CHECK (VALUE > 0);
CREATE TYPE pair AS (x positive, y text COLLATE "C");
CREATE TABLE u (a mood DEFAULT 'sad', b positive NOT NULL, c pair, d mood[]);
-- expect
CREATE TYPE app.mood AS ENUM ('sad', 'it''s ok');
CREATE DOMAIN app.positive AS integer DEFAULT 1 CONSTRAINT positive_check CHECK (VALUE > 0);
CREATE TYPE app.pair AS (x app.positive, y text COLLATE "C");
CREATE TABLE app.u (
    a app.mood DEFAULT 'sad'::app.mood,
    b app.positive NOT NULL,
    c app.pair,
    d app.mood[]
);
! DROP TABLE app.t;
DROP TYPE app.old;

== adds values to an enumeration
-- before
CREATE TYPE mood AS ENUM ('b', 'd');
CREATE TABLE t (a mood DEFAULT 'b');
-- after
CREATE TYPE mood AS ENUM ('a0', 'a1', 'b', 'c', 'd', 'e', 'f');
CREATE TABLE t (a mood DEFAULT 'b');
-- expect
ALTER TYPE app.mood ADD VALUE 'a0' BEFORE 'b';
ALTER TYPE app.mood ADD VALUE 'a1' AFTER 'a0';
ALTER TYPE app.mood ADD VALUE 'c' AFTER 'b';
ALTER TYPE app.mood ADD VALUE 'e';
ALTER TYPE app.mood ADD VALUE 'f';

== adds a value that is used at once
-- before
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (id integer PRIMARY KEY, a mood DEFAULT 'b' NOT NULL, CONSTRAINT c CHECK (a <> 'b'));
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (id) WHERE a = 'a';
CREATE VIEW v AS SELECT a FROM t WHERE a = 'a';
-- after
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (id integer PRIMARY KEY, a mood DEFAULT 'c' NOT NULL, CONSTRAINT c CHECK (a <> 'b'));
CREATE INDEX i ON t (a);
CREATE INDEX j ON t (id) WHERE a = 'a';
CREATE VIEW v AS SELECT a FROM t WHERE a = 'a';
-- expect
DROP VIEW app.v;
ALTER TABLE app.t DROP CONSTRAINT c;
DROP INDEX app.j;
ALTER TYPE app.mood RENAME TO mood_replaced;
CREATE TYPE app.mood AS ENUM ('a', 'b', 'c');
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE app.mood USING a::text::app.mood, ALTER COLUMN a SET DEFAULT 'c'::app.mood;
DROP TYPE app.mood_replaced;
ALTER TABLE app.t ADD CONSTRAINT c CHECK (a <> 'b'::app.mood);
CREATE INDEX j ON app.t (id) WHERE (a = 'a'::app.mood);
CREATE VIEW app.v AS
 SELECT a
   FROM app.t
  WHERE (a = 'a'::app.mood);

== takes values away and changes their order
-- before
CREATE TYPE mood AS ENUM ('a', 'b', 'c');
CREATE TABLE t (a mood, b mood[] DEFAULT '{a}', c text);
CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
CREATE TABLE u (a mood, CONSTRAINT c CHECK (f(a)));
-- after
CREATE TYPE mood AS ENUM ('c', 'a');
CREATE TABLE t (a mood, b mood[] DEFAULT '{a}', c text);
CREATE FUNCTION f(m mood) RETURNS boolean LANGUAGE sql AS $$ SELECT true $$;
CREATE TABLE u (a mood, CONSTRAINT c CHECK (f(a)));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE a::text IN ('b'));
require SELECT NOT EXISTS (SELECT FROM app.u WHERE a::text IN ('b'));
ALTER TABLE app.u DROP CONSTRAINT c;
DROP FUNCTION app.f(app.mood);
ALTER TYPE app.mood RENAME TO mood_replaced;
CREATE TYPE app.mood AS ENUM ('c', 'a');
ALTER TABLE app.t ALTER COLUMN a TYPE app.mood USING a::text::app.mood;
ALTER TABLE app.t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE app.mood[] USING b::text[]::app.mood[], ALTER COLUMN b SET DEFAULT '{a}'::app.mood[];
ALTER TABLE app.u ALTER COLUMN a TYPE app.mood USING a::text::app.mood;
DROP TYPE app.mood_replaced;
CREATE FUNCTION app.f(m app.mood)
 RETURNS boolean
 LANGUAGE sql
AS $function$ SELECT true $function$;
ALTER TABLE app.u ADD CONSTRAINT c CHECK (app.f(a));

== replaces types that depend on one another
-- before
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE DOMAIN good AS mood CHECK (VALUE <> 'b');
CREATE TYPE pair AS (x mood, y integer);
CREATE TABLE t (a good, b mood, c pair);
-- after
CREATE TYPE mood AS ENUM ('b', 'a');
CREATE DOMAIN good AS mood CHECK (VALUE <> 'b');
CREATE TYPE pair AS (x mood, y integer);
CREATE TABLE t (a good, b mood, c pair);
-- expect
ALTER TYPE app.mood RENAME TO mood_replaced;
ALTER TYPE app.pair RENAME TO pair_replaced;
ALTER DOMAIN app.good RENAME TO good_replaced;
CREATE TYPE app.mood AS ENUM ('b', 'a');
CREATE TYPE app.pair AS (x app.mood, y integer);
CREATE DOMAIN app.good AS app.mood CONSTRAINT good_check CHECK (VALUE <> 'b'::app.mood);
ALTER TABLE app.t ALTER COLUMN a TYPE app.good USING a::text::app.good;
ALTER TABLE app.t ALTER COLUMN b TYPE app.mood USING b::text::app.mood;
ALTER TABLE app.t ALTER COLUMN c TYPE app.pair USING c::text::app.pair;
DROP DOMAIN app.good_replaced;
DROP TYPE app.pair_replaced;
DROP TYPE app.mood_replaced;

== changes a column between an enumeration and a text
-- before
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (a mood DEFAULT 'a', b text DEFAULT 'b');
-- after
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (a text DEFAULT 'a', b mood DEFAULT 'b');
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE text, ALTER COLUMN a SET DEFAULT 'a'::text;
ALTER TABLE app.t ALTER COLUMN b DROP DEFAULT, ALTER COLUMN b TYPE app.mood USING b::app.mood, ALTER COLUMN b SET DEFAULT 'b'::app.mood;

== turns a text column into a new enumeration
-- before
CREATE TABLE t (a varchar(20) NOT NULL);
-- after
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (a mood NOT NULL);
-- expect
CREATE TYPE app.mood AS ENUM ('a', 'b');
ALTER TABLE app.t ALTER COLUMN a TYPE app.mood USING a::app.mood;

== renames a value
-- rename mood:old new
-- before
CREATE TYPE mood AS ENUM ('old', 'b');
CREATE TABLE t (a mood DEFAULT 'old', CONSTRAINT c CHECK (a = 'old'));
CREATE VIEW v AS SELECT a = 'old' AS is_old FROM t;
-- after
CREATE TYPE mood AS ENUM ('new', 'b');
CREATE TABLE t (a mood DEFAULT 'new', CONSTRAINT c CHECK (a = 'new'));
CREATE VIEW v AS SELECT a = 'new' AS is_old FROM t;
-- expect
ALTER TYPE app.mood RENAME VALUE 'old' TO 'new';

== changes a domain
-- before
CREATE DOMAIN d AS integer DEFAULT 1 CONSTRAINT a CHECK (VALUE > 0) CONSTRAINT b CHECK (VALUE < 10);
CREATE TABLE t (x d);
-- after
CREATE DOMAIN d AS integer NOT NULL CONSTRAINT b CHECK (VALUE < 20) CONSTRAINT c CHECK (VALUE <> 5);
CREATE TABLE t (x d);
-- expect
ALTER DOMAIN app.d DROP CONSTRAINT a;
ALTER DOMAIN app.d DROP CONSTRAINT b;
ALTER DOMAIN app.d DROP DEFAULT;
ALTER DOMAIN app.d SET NOT NULL;
ALTER DOMAIN app.d ADD CONSTRAINT b CHECK (VALUE < 20);
ALTER DOMAIN app.d ADD CONSTRAINT c CHECK (VALUE <> 5);

== validates a condition of a domain
-- before
CREATE DOMAIN d AS integer;
ALTER DOMAIN d ADD CONSTRAINT c CHECK (VALUE > 0) NOT VALID;
-- after
CREATE DOMAIN d AS integer CONSTRAINT c CHECK (VALUE > 0);
-- expect
ALTER DOMAIN app.d VALIDATE CONSTRAINT c;

== changes the type under a domain
-- before
CREATE DOMAIN d AS integer CHECK (VALUE > 0);
CREATE TABLE t (x d DEFAULT 1);
CREATE VIEW v AS SELECT x FROM t;
-- after
CREATE DOMAIN d AS bigint CHECK (VALUE > 0);
CREATE TABLE t (x d DEFAULT 1);
CREATE VIEW v AS SELECT x FROM t;
-- expect
DROP VIEW app.v;
ALTER DOMAIN app.d RENAME TO d_replaced;
CREATE DOMAIN app.d AS bigint CONSTRAINT d_check CHECK (VALUE > 0);
ALTER TABLE app.t ALTER COLUMN x DROP DEFAULT, ALTER COLUMN x TYPE app.d USING x::text::app.d, ALTER COLUMN x SET DEFAULT 1;
DROP DOMAIN app.d_replaced;
CREATE VIEW app.v AS
 SELECT x
   FROM app.t;

== changes the attributes of a composite type
-- before
CREATE TYPE p AS (a integer, b text, c date);
CREATE TABLE t (x p);
-- after
CREATE TYPE p AS (a integer, c date, d numeric(10,2));
CREATE TABLE t (x p);
COMMENT ON COLUMN p.d IS 'new';
-- expect
! ALTER TYPE app.p DROP ATTRIBUTE b;
! ALTER TYPE app.p ADD ATTRIBUTE d numeric(10,2);
COMMENT ON COLUMN app.p.d IS 'new';

== changes the type of an attribute
-- before
CREATE TYPE p AS (a integer, b text);
CREATE TABLE t (x p);
CREATE FUNCTION f(p) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- after
CREATE TYPE p AS (a bigint, b text);
CREATE TABLE t (x p);
CREATE FUNCTION f(p) RETURNS integer LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END $$;
-- expect
DROP FUNCTION app.f(app.p);
ALTER TYPE app.p RENAME TO p_replaced;
CREATE TYPE app.p AS (a bigint, b text);
ALTER TABLE app.t ALTER COLUMN x TYPE app.p USING x::text::app.p;
DROP TYPE app.p_replaced;
CREATE FUNCTION app.f(app.p)
 RETURNS integer
 LANGUAGE plpgsql
AS $function$ BEGIN RETURN 1; END $function$;

== turns an enumeration into a domain
-- before
CREATE TYPE m AS ENUM ('a');
CREATE TABLE t (x integer);
-- after
CREATE DOMAIN m AS text;
CREATE TABLE t (x integer);
-- expect
DROP TYPE app.m;
CREATE DOMAIN app.m AS text;

== quotes types
-- before
CREATE TYPE "Mood" AS ENUM ('a');
CREATE TABLE t (x integer);
-- after
CREATE TYPE "Mood" AS ENUM ('a', 'b');
CREATE TABLE t (x integer, "Y" "Mood" DEFAULT 'a');
COMMENT ON TYPE "Mood" IS 'mood';
-- expect
ALTER TYPE app."Mood" ADD VALUE 'b';
ALTER TABLE app.t ADD COLUMN "Y" app."Mood" DEFAULT 'a'::app."Mood";
COMMENT ON TYPE app."Mood" IS 'mood';

== gives an enumeration another name by way of text
-- before
CREATE TYPE mood AS ENUM ('a', 'b');
CREATE TABLE t (m mood DEFAULT 'a', n mood[]);
-- after
CREATE TYPE feeling AS ENUM ('a', 'b');
CREATE TABLE t (m feeling DEFAULT 'a', n feeling[]);
-- expect
CREATE TYPE app.feeling AS ENUM ('a', 'b');
ALTER TABLE app.t ALTER COLUMN m DROP DEFAULT, ALTER COLUMN m TYPE app.feeling USING m::text::app.feeling, ALTER COLUMN m SET DEFAULT 'a'::app.feeling;
ALTER TABLE app.t ALTER COLUMN n TYPE app.feeling[] USING n::text[]::app.feeling[];
DROP TYPE app.mood;

== says that attributes which change their places take their values with them
-- before
CREATE TYPE p AS (x integer, y integer);
CREATE TABLE t (c p);
-- after
CREATE TYPE p AS (y integer, x integer);
CREATE TABLE t (c p);
-- expect
! ALTER TYPE app.p RENAME TO p_replaced;
! CREATE TYPE app.p AS (y integer, x integer);
! ALTER TABLE app.t ALTER COLUMN c TYPE app.p USING c::text::app.p;
! DROP TYPE app.p_replaced;

== fills a new column with the default of its domain
-- before
CREATE TABLE t (id integer);
-- after
CREATE DOMAIN filled AS text DEFAULT 'x';
CREATE DOMAIN also_filled AS filled NOT NULL;
CREATE DOMAIN bare AS text;
CREATE TABLE t (id integer, a filled NOT NULL, b also_filled NOT NULL, c bare NOT NULL);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t);
CREATE DOMAIN app.bare AS text;
CREATE DOMAIN app.filled AS text DEFAULT 'x'::text;
CREATE DOMAIN app.also_filled AS app.filled DEFAULT 'x'::text NOT NULL;
ALTER TABLE app.t ADD COLUMN a app.filled NOT NULL;
ALTER TABLE app.t ADD COLUMN b app.also_filled NOT NULL;
ALTER TABLE app.t ADD COLUMN c app.bare NOT NULL;

== asks nothing of rows that the default of a domain fills
-- before
CREATE DOMAIN filled AS text DEFAULT 'x';
CREATE TABLE t (id integer);
INSERT INTO t VALUES (1);
-- after
CREATE DOMAIN filled AS text DEFAULT 'x';
CREATE TABLE t (id integer, a filled NOT NULL);
-- expect
ALTER TABLE app.t ADD COLUMN a app.filled NOT NULL;

== makes a domain anew that gets stricter within other values
-- before
CREATE DOMAIN d AS integer;
CREATE TABLE t (a d[], b d);
-- after
CREATE DOMAIN d AS integer CONSTRAINT positive CHECK (VALUE > 0);
CREATE TABLE t (a d[], b d);
-- expect
ALTER DOMAIN app.d RENAME TO d_replaced;
CREATE DOMAIN app.d AS integer CONSTRAINT positive CHECK (VALUE > 0);
ALTER TABLE app.t ALTER COLUMN a TYPE app.d[] USING a::text[]::app.d[];
ALTER TABLE app.t ALTER COLUMN b TYPE app.d USING b::text::app.d;
DROP DOMAIN app.d_replaced;

== replaces a type with those made of it that come and go
-- before
CREATE TYPE e AS ENUM ('a', 'b');
CREATE DOMAIN gone AS e;
CREATE TYPE k AS (x gone, y e);
CREATE TABLE t (k k, g gone);
-- after
CREATE TYPE e AS ENUM ('b', 'a');
CREATE DOMAIN fresh AS e;
CREATE TYPE k AS (x fresh, y e);
CREATE TABLE t (k k, g text);
-- expect
ALTER TABLE app.t ALTER COLUMN g TYPE text;
ALTER TYPE app.e RENAME TO e_replaced;
ALTER DOMAIN app.gone RENAME TO gone_replaced;
ALTER TYPE app.k RENAME TO k_replaced;
CREATE TYPE app.e AS ENUM ('b', 'a');
CREATE DOMAIN app.fresh AS app.e;
CREATE TYPE app.k AS (x app.fresh, y app.e);
ALTER TABLE app.t ALTER COLUMN k TYPE app.k USING k::text::app.k;
DROP TYPE app.k_replaced;
DROP DOMAIN app.gone_replaced;
DROP TYPE app.e_replaced;

== asks rows for no value that is new
-- before
CREATE TYPE e AS ENUM ('a');
CREATE TABLE t (x e);
-- after
CREATE TYPE e AS ENUM ('a', 'b');
CREATE TABLE t (x e, CONSTRAINT c CHECK (x IN ('a', 'b')));
-- expect
ALTER TYPE app.e RENAME TO e_replaced;
CREATE TYPE app.e AS ENUM ('a', 'b');
ALTER TABLE app.t ALTER COLUMN x TYPE app.e USING x::text::app.e;
DROP TYPE app.e_replaced;
ALTER TABLE app.t ADD CONSTRAINT c CHECK (x = ANY (ARRAY['a'::app.e, 'b'::app.e]));

== creates a function before the domain whose condition calls it
-- before
-- after
CREATE FUNCTION is_mail(x text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT x LIKE '%@%' $$;
CREATE DOMAIN mail AS text CHECK (is_mail(VALUE));
CREATE TABLE t (x mail);
-- expect
CREATE FUNCTION app.is_mail(x text)
 RETURNS boolean
 LANGUAGE sql
 IMMUTABLE
AS $function$ SELECT x LIKE '%@%' $function$;
CREATE DOMAIN app.mail AS text CONSTRAINT mail_check CHECK (app.is_mail(VALUE));
CREATE TABLE app.t (
    x app.mail
);
