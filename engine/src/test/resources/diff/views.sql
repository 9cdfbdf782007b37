== creates views in the order in which they read one another
-- before
-- after
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE VIEW z AS SELECT id, a FROM t;
CREATE VIEW a AS SELECT id FROM z;
CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM a;
CREATE UNIQUE INDEX m_n ON m (n);
COMMENT ON VIEW a IS 'a view';
COMMENT ON COLUMN a.id IS 'an id';
COMMENT ON MATERIALIZED VIEW m IS 'kept';
-- expect
CREATE TABLE app.t (
    id integer NOT NULL,
    a text,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE VIEW app.z AS
 SELECT id,
    a
   FROM app.t;
CREATE VIEW app.a AS
 SELECT id
   FROM app.z;
COMMENT ON VIEW app.a IS 'a view';
COMMENT ON COLUMN app.a.id IS 'an id';
CREATE MATERIALIZED VIEW app.m AS
 SELECT count(*) AS n
   FROM app.a;
COMMENT ON MATERIALIZED VIEW app.m IS 'kept';
CREATE UNIQUE INDEX m_n ON app.m (n);

== drops views in the order in which they read one another
-- before
CREATE TABLE t (id integer PRIMARY KEY, a text);
CREATE VIEW z AS SELECT id, a FROM t;
CREATE VIEW a AS SELECT id FROM z;
CREATE MATERIALIZED VIEW m AS SELECT count(*) AS n FROM a;
CREATE UNIQUE INDEX m_n ON m (n);
-- after
CREATE TABLE t (id integer PRIMARY KEY, a text);
-- expect
DROP MATERIALIZED VIEW app.m;
DROP VIEW app.a;
DROP VIEW app.z;

== replaces a view in place
-- before
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a FROM t;
CREATE VIEW w AS SELECT a FROM v;
-- after
CREATE TABLE t (a integer, b integer);
CREATE VIEW v WITH (security_barrier) AS SELECT a, b FROM t WHERE a > 0;
CREATE VIEW w AS SELECT a, b FROM v;
-- expect
CREATE OR REPLACE VIEW app.v WITH (security_barrier = true) AS
 SELECT a,
    b
   FROM app.t
  WHERE (a > 0);
CREATE OR REPLACE VIEW app.w AS
 SELECT a,
    b
   FROM app.v;

== makes a view anew whose columns change, with those that read it
-- before
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a, b FROM t;
CREATE VIEW w AS SELECT b FROM v;
CREATE MATERIALIZED VIEW m AS SELECT b FROM w;
CREATE INDEX m_b ON m (b);
COMMENT ON VIEW w IS 'stays';
-- after
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT b FROM t;
CREATE VIEW w AS SELECT b FROM v;
CREATE MATERIALIZED VIEW m AS SELECT b FROM w;
CREATE INDEX m_b ON m (b);
COMMENT ON VIEW w IS 'stays';
-- expect
DROP MATERIALIZED VIEW app.m;
DROP VIEW app.w;
DROP VIEW app.v;
CREATE VIEW app.v AS
 SELECT b
   FROM app.t;
CREATE VIEW app.w AS
 SELECT b
   FROM app.v;
COMMENT ON VIEW app.w IS 'stays';
CREATE MATERIALIZED VIEW app.m AS
 SELECT b
   FROM app.w;
CREATE INDEX m_b ON app.m (b);

== changes the query of a materialized view
-- before
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m AS SELECT a FROM t;
CREATE INDEX m_a ON m (a);
-- after
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW m WITH (fillfactor = 90) AS SELECT a FROM t WHERE a > 0;
CREATE INDEX m_a ON m (a);
-- expect
DROP MATERIALIZED VIEW app.m;
CREATE MATERIALIZED VIEW app.m WITH (fillfactor = 90) AS
 SELECT a
   FROM app.t
  WHERE (a > 0);
CREATE INDEX m_a ON app.m (a);

== turns a view into a materialized view
-- before
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t;
-- after
CREATE TABLE t (a integer);
CREATE MATERIALIZED VIEW v AS SELECT a FROM t;
-- expect
DROP VIEW app.v;
CREATE MATERIALIZED VIEW app.v AS
 SELECT a
   FROM app.t;

== adds a column and the view that reads it, drops one that it read
-- before
CREATE TABLE t (a integer, b integer);
CREATE VIEW v AS SELECT a, b AS x FROM t;
-- after
CREATE TABLE t (a integer, c integer);
CREATE VIEW v AS SELECT a, c AS x FROM t;
-- expect
DROP VIEW app.v;
ALTER TABLE app.t ADD COLUMN c integer;
CREATE VIEW app.v AS
 SELECT a,
    c AS x
   FROM app.t;
! ALTER TABLE app.t DROP COLUMN b;

== keeps the options of views
-- before
CREATE TABLE t (a integer);
CREATE VIEW v WITH (security_barrier) AS SELECT a FROM t;
-- after
CREATE TABLE t (a integer);
CREATE VIEW v AS SELECT a FROM t WITH LOCAL CHECK OPTION;
-- expect
CREATE OR REPLACE VIEW app.v WITH (check_option = local) AS
 SELECT a
   FROM app.t;

== has views with joins, unions and recursion
-- before
-- after
CREATE TABLE t (id integer PRIMARY KEY, parent integer);
CREATE RECURSIVE VIEW r (id, depth) AS SELECT id, 0 FROM t WHERE parent IS NULL UNION ALL SELECT t.id, r.depth + 1 FROM t JOIN r ON t.parent = r.id;
CREATE VIEW u AS SELECT t.* FROM t LEFT JOIN r USING (id) UNION SELECT 1, 2 ORDER BY 1;
-- expect
CREATE TABLE app.t (
    id integer NOT NULL,
    parent integer,
    CONSTRAINT t_pkey PRIMARY KEY (id)
);
CREATE VIEW app.r AS
 WITH RECURSIVE r(id, depth) AS (
         SELECT t.id,
            0 AS "?column?"
           FROM app.t
          WHERE (t.parent IS NULL)
        UNION ALL
         SELECT t.id,
            (r_1.depth + 1)
           FROM (app.t
             JOIN r r_1 ON ((t.parent = r_1.id)))
        )
 SELECT id,
    depth
   FROM r;
CREATE VIEW app.u AS
 SELECT t.id,
    t.parent
   FROM (app.t
     LEFT JOIN app.r USING (id))
UNION
 SELECT 1 AS id,
    2 AS parent
  ORDER BY 1;
