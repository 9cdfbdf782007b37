== adds every kind of constraint
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer NOT NULL, b integer, c int4range, d integer);
-- after
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer NOT NULL, b integer, c int4range, d integer,
  CONSTRAINT t_pk PRIMARY KEY (a),
  CONSTRAINT t_b UNIQUE (b) INCLUDE (d) DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT t_c EXCLUDE USING gist (c WITH &&) WHERE (b > 1),
  CONSTRAINT t_d CHECK (d > b) NO INHERIT,
  CONSTRAINT t_fk FOREIGN KEY (d) REFERENCES p ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE
);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE (b) IS NOT NULL GROUP BY b HAVING count(*) > 1);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE NOT (d > b));
require SELECT NOT EXISTS (SELECT FROM app.t WHERE (a) IS NOT NULL GROUP BY a HAVING count(*) > 1);
ALTER TABLE app.t ADD CONSTRAINT t_b UNIQUE (b) INCLUDE (d) DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE app.t ADD CONSTRAINT t_c EXCLUDE USING gist (c WITH &&) WHERE ((b > 1));
ALTER TABLE app.t ADD CONSTRAINT t_d CHECK (d > b) NO INHERIT;
ALTER TABLE app.t ADD CONSTRAINT t_fk FOREIGN KEY (d) REFERENCES app.p (id) ON UPDATE CASCADE ON DELETE SET NULL DEFERRABLE;
ALTER TABLE app.t ADD CONSTRAINT t_pk PRIMARY KEY (a);

== drops every kind of constraint
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer CONSTRAINT t_pk PRIMARY KEY, b integer CONSTRAINT t_b UNIQUE, c int4range,
  CONSTRAINT t_c EXCLUDE USING gist (c WITH &&), CONSTRAINT t_d CHECK (b > 1),
  CONSTRAINT t_fk FOREIGN KEY (b) REFERENCES p);
-- after
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer, c int4range);
-- expect
ALTER TABLE app.t DROP CONSTRAINT t_b;
ALTER TABLE app.t DROP CONSTRAINT t_c;
ALTER TABLE app.t DROP CONSTRAINT t_d;
ALTER TABLE app.t DROP CONSTRAINT t_fk;
ALTER TABLE app.t DROP CONSTRAINT t_pk;
ALTER TABLE app.t ALTER COLUMN a DROP NOT NULL;

== changes the columns of a primary key that others refer to
-- before
CREATE TABLE a (id integer, region integer NOT NULL, CONSTRAINT a_pk PRIMARY KEY (id), CONSTRAINT a_u UNIQUE (id, region));
CREATE TABLE b (a_id integer CONSTRAINT b_fk REFERENCES a);
-- after
CREATE TABLE a (id integer NOT NULL, region integer NOT NULL, CONSTRAINT a_pk PRIMARY KEY (region, id), CONSTRAINT a_u UNIQUE (id));
CREATE TABLE b (a_id integer, CONSTRAINT b_fk FOREIGN KEY (a_id) REFERENCES a (id));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.a WHERE (region, id) IS NOT NULL GROUP BY region, id HAVING count(*) > 1);
require SELECT NOT EXISTS (SELECT FROM app.a WHERE (id) IS NOT NULL GROUP BY id HAVING count(*) > 1);
ALTER TABLE app.a DROP CONSTRAINT a_u;
ALTER TABLE app.b DROP CONSTRAINT b_fk;
ALTER TABLE app.a DROP CONSTRAINT a_pk;
ALTER TABLE app.a ADD CONSTRAINT a_pk PRIMARY KEY (region, id);
ALTER TABLE app.a ADD CONSTRAINT a_u UNIQUE (id);
ALTER TABLE app.b ADD CONSTRAINT b_fk FOREIGN KEY (a_id) REFERENCES app.a (id);

== sees the order of the columns of a key
-- before
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (a, b));
-- after
CREATE TABLE t (a integer, b integer, CONSTRAINT u UNIQUE (b, a));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE (b, a) IS NOT NULL GROUP BY b, a HAVING count(*) > 1);
ALTER TABLE app.t DROP CONSTRAINT u;
ALTER TABLE app.t ADD CONSTRAINT u UNIQUE (b, a);

== sees every option of a foreign key
-- before
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE t (a integer, b integer,
  CONSTRAINT f1 FOREIGN KEY (a, b) REFERENCES p,
  CONSTRAINT f2 FOREIGN KEY (a, b) REFERENCES p ON DELETE CASCADE,
  CONSTRAINT f3 FOREIGN KEY (a, b) REFERENCES p DEFERRABLE,
  CONSTRAINT f4 FOREIGN KEY (a, b) REFERENCES p ON UPDATE RESTRICT);
-- after
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE t (a integer, b integer,
  CONSTRAINT f1 FOREIGN KEY (a, b) REFERENCES p MATCH FULL,
  CONSTRAINT f2 FOREIGN KEY (a, b) REFERENCES p ON DELETE SET DEFAULT,
  CONSTRAINT f3 FOREIGN KEY (a, b) REFERENCES p DEFERRABLE INITIALLY DEFERRED,
  CONSTRAINT f4 FOREIGN KEY (a, b) REFERENCES p ON UPDATE NO ACTION);
-- expect
ALTER TABLE app.t DROP CONSTRAINT f1;
ALTER TABLE app.t DROP CONSTRAINT f2;
ALTER TABLE app.t DROP CONSTRAINT f4;
ALTER TABLE app.t ADD CONSTRAINT f1 FOREIGN KEY (a, b) REFERENCES app.p (a, b) MATCH FULL;
ALTER TABLE app.t ADD CONSTRAINT f2 FOREIGN KEY (a, b) REFERENCES app.p (a, b) ON DELETE SET DEFAULT;
ALTER TABLE app.t ALTER CONSTRAINT f3 DEFERRABLE INITIALLY DEFERRED;
ALTER TABLE app.t ADD CONSTRAINT f4 FOREIGN KEY (a, b) REFERENCES app.p (a, b);

== sees which columns a foreign key sets
-- server 15
-- before
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE t (a integer, b integer, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL);
-- after
CREATE TABLE p (a integer, b integer, PRIMARY KEY (a, b));
CREATE TABLE t (a integer, b integer, CONSTRAINT f FOREIGN KEY (a, b) REFERENCES p ON DELETE SET NULL (b));
-- expect
ALTER TABLE app.t DROP CONSTRAINT f;
ALTER TABLE app.t ADD CONSTRAINT f FOREIGN KEY (a, b) REFERENCES app.p (a, b) ON DELETE SET NULL (b);

== validates what was not valid
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID, ADD CONSTRAINT f1 FOREIGN KEY (b) REFERENCES p NOT VALID;
COMMENT ON CONSTRAINT c1 ON t IS 'kept';
-- after
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer);
ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0), ADD CONSTRAINT f1 FOREIGN KEY (b) REFERENCES p;
COMMENT ON CONSTRAINT c1 ON t IS 'kept';
-- expect
ALTER TABLE app.t VALIDATE CONSTRAINT c1;
ALTER TABLE app.t VALIDATE CONSTRAINT f1;

== creates what is not to be valid
-- before
CREATE TABLE t (a integer);
-- after
CREATE TABLE t (a integer);
ALTER TABLE t ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID;
CREATE TABLE u (a integer);
ALTER TABLE u ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID;
-- expect
CREATE TABLE app.u (
    a integer
);
ALTER TABLE app.t ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID;
ALTER TABLE app.u ADD CONSTRAINT c1 CHECK (a > 0) NOT VALID;

== compares the text of checks as the server writes it
-- before
CREATE TABLE t (a varchar(10) CONSTRAINT c CHECK (a IN ('x', 'y')), b integer, CONSTRAINT d CHECK ((b > 0) AND b < 10));
-- after
CREATE TABLE t (a varchar(10), b integer, CONSTRAINT c CHECK (a::text = ANY (ARRAY['x'::varchar::text, 'y'::varchar::text])), CONSTRAINT d CHECK (b>0 and b<11));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE NOT ((b > 0) AND (b < 11)));
ALTER TABLE app.t DROP CONSTRAINT d;
ALTER TABLE app.t ADD CONSTRAINT d CHECK ((b > 0) AND (b < 11));

== replaces a check whose column changes its type
-- before
CREATE TABLE t (a integer, b text, CONSTRAINT c CHECK (a > 0), CONSTRAINT d CHECK (b <> ''), CONSTRAINT e CHECK (a IS NOT NULL OR b IS NOT NULL));
-- after
CREATE TABLE t (a numeric, b varchar(10), CONSTRAINT c CHECK (a > 0), CONSTRAINT d CHECK (b <> ''), CONSTRAINT e CHECK (a IS NOT NULL OR b IS NOT NULL));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE length(b::text) > 10);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE NOT (a > (0)::numeric));
require SELECT NOT EXISTS (SELECT FROM app.t WHERE NOT ((b)::text <> ''::text));
ALTER TABLE app.t DROP CONSTRAINT c;
ALTER TABLE app.t DROP CONSTRAINT d;
ALTER TABLE app.t ALTER COLUMN a TYPE numeric;
ALTER TABLE app.t ALTER COLUMN b TYPE character varying(10);
ALTER TABLE app.t ADD CONSTRAINT c CHECK (a > (0)::numeric);
ALTER TABLE app.t ADD CONSTRAINT d CHECK ((b)::text <> ''::text);

== knows nulls not distinct
-- server 15
-- before
CREATE TABLE t (a integer, CONSTRAINT u UNIQUE (a));
CREATE TABLE s (a integer);
CREATE UNIQUE INDEX i ON s (a);
-- after
CREATE TABLE t (a integer, CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a));
CREATE TABLE s (a integer);
CREATE UNIQUE INDEX i ON s (a) NULLS NOT DISTINCT;
-- expect
ALTER TABLE app.t DROP CONSTRAINT u;
DROP INDEX app.i;
ALTER TABLE app.t ADD CONSTRAINT u UNIQUE NULLS NOT DISTINCT (a);
CREATE UNIQUE INDEX i ON app.s (a) NULLS NOT DISTINCT;

== knows what is not enforced
-- server 18
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0), CONSTRAINT f FOREIGN KEY (a) REFERENCES p);
-- after
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, CONSTRAINT c CHECK (a > 0) NOT ENFORCED, CONSTRAINT f FOREIGN KEY (a) REFERENCES p NOT ENFORCED);
-- expect
ALTER TABLE app.t DROP CONSTRAINT c;
ALTER TABLE app.t DROP CONSTRAINT f;
ALTER TABLE app.t ADD CONSTRAINT c CHECK (a > 0) NOT ENFORCED;
ALTER TABLE app.t ADD CONSTRAINT f FOREIGN KEY (a) REFERENCES app.p (id) NOT ENFORCED;

== knows periods
-- server 18
-- before
CREATE TABLE p (id int4range, at daterange);
CREATE TABLE t (id int4range, at daterange);
-- after
CREATE TABLE p (id int4range, at daterange, CONSTRAINT pk PRIMARY KEY (id, at WITHOUT OVERLAPS));
CREATE TABLE t (id int4range, at daterange, CONSTRAINT f FOREIGN KEY (id, PERIOD at) REFERENCES p (id, PERIOD at));
-- expect
require SELECT NOT EXISTS (SELECT FROM app.p WHERE at IS NULL);
require SELECT NOT EXISTS (SELECT FROM app.p WHERE id IS NULL);
ALTER TABLE app.p ALTER COLUMN at SET NOT NULL;
ALTER TABLE app.p ALTER COLUMN id SET NOT NULL;
ALTER TABLE app.p ADD CONSTRAINT pk PRIMARY KEY (id, at WITHOUT OVERLAPS);
ALTER TABLE app.t ADD CONSTRAINT f FOREIGN KEY (id, PERIOD at) REFERENCES app.p (id, PERIOD at);

== renames what differs in nothing but its name
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (a integer, b integer, CONSTRAINT old_u UNIQUE (a), CONSTRAINT old_c CHECK (a > 0), CONSTRAINT old_f FOREIGN KEY (b) REFERENCES p);
CREATE INDEX old_i ON t (b) WHERE a > 1;
-- after
CREATE TABLE p (id integer, CONSTRAINT p_id PRIMARY KEY (id));
CREATE TABLE t (a integer, b integer, CONSTRAINT new_u UNIQUE (a), CONSTRAINT new_c CHECK (a > 0), CONSTRAINT new_f FOREIGN KEY (b) REFERENCES p);
CREATE INDEX new_i ON t (b) WHERE a > 1;
-- expect
ALTER TABLE app.p RENAME CONSTRAINT p_pkey TO p_id;
ALTER TABLE app.t RENAME CONSTRAINT old_c TO new_c;
ALTER TABLE app.t RENAME CONSTRAINT old_f TO new_f;
ALTER TABLE app.t RENAME CONSTRAINT old_u TO new_u;
ALTER INDEX app.old_i RENAME TO new_i;

== turns a unique constraint into a unique index of the same name
-- before
CREATE TABLE t (a integer, CONSTRAINT u UNIQUE (a));
-- after
CREATE TABLE t (a integer);
CREATE UNIQUE INDEX u ON t (a);
-- expect
ALTER TABLE app.t DROP CONSTRAINT u;
CREATE UNIQUE INDEX u ON app.t (a);

== changes a column that a key carries along
-- before
CREATE TABLE t (id integer PRIMARY KEY, a integer, CONSTRAINT k UNIQUE (id) INCLUDE (a));
ALTER TABLE t DROP CONSTRAINT t_pkey;
CREATE TABLE u (t integer REFERENCES t (id));
-- after
CREATE TABLE t (id integer PRIMARY KEY, a bigint, CONSTRAINT k UNIQUE (id) INCLUDE (a));
ALTER TABLE t DROP CONSTRAINT t_pkey;
CREATE TABLE u (t integer REFERENCES t (id));
-- expect
ALTER TABLE app.u DROP CONSTRAINT u_t_fkey;
ALTER TABLE app.t ALTER COLUMN a TYPE bigint;
ALTER TABLE app.u ADD CONSTRAINT u_t_fkey FOREIGN KEY (t) REFERENCES app.t (id);

== takes one primary key for another one though a function looks at what hangs on the first
-- before
CREATE TABLE t (id integer CONSTRAINT a PRIMARY KEY, x text);
CREATE VIEW v AS SELECT id, x, count(*) AS n FROM t GROUP BY id;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE plpgsql AS 'BEGIN END';
-- after
CREATE TABLE t (id integer, x text, CONSTRAINT b PRIMARY KEY (id) INCLUDE (x));
CREATE VIEW v AS SELECT id, x, count(*) AS n FROM t GROUP BY id;
CREATE FUNCTION f() RETURNS SETOF v LANGUAGE plpgsql AS 'BEGIN END';
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE (id) IS NOT NULL GROUP BY id HAVING count(*) > 1);
DROP FUNCTION app.f();
DROP VIEW app.v;
ALTER TABLE app.t DROP CONSTRAINT a;
ALTER TABLE app.t ADD CONSTRAINT b PRIMARY KEY (id) INCLUDE (x);
CREATE VIEW app.v AS
 SELECT id,
    x,
    count(*) AS n
   FROM app.t
  GROUP BY id;
CREATE FUNCTION app.f()
 RETURNS SETOF app.v
 LANGUAGE plpgsql
AS $function$BEGIN END$function$;
