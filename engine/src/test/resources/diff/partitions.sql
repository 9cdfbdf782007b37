== creates a partitioned table
-- before
-- after
CREATE TABLE t (id bigint, at date NOT NULL, kind text DEFAULT 'x', PRIMARY KEY (id, at, kind)) PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE t_2025 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (kind);
CREATE TABLE t_2025_x PARTITION OF t_2025 FOR VALUES IN ('x');
CREATE TABLE t_rest PARTITION OF t DEFAULT;
CREATE INDEX t_kind ON t (kind);
-- expect
CREATE TABLE app.t (
    id bigint NOT NULL,
    at date NOT NULL,
    kind text DEFAULT 'x'::text NOT NULL,
    CONSTRAINT t_pkey PRIMARY KEY (id, at, kind)
) PARTITION BY RANGE (at);
CREATE TABLE app.t_2024 PARTITION OF app.t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE app.t_2025 PARTITION OF app.t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01') PARTITION BY LIST (kind);
CREATE TABLE app.t_2025_x PARTITION OF app.t_2025 FOR VALUES IN ('x');
CREATE TABLE app.t_rest PARTITION OF app.t DEFAULT;
CREATE INDEX t_kind ON app.t (kind);

== adds and drops partitions
-- before
CREATE TABLE t (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- after
CREATE TABLE t (id bigint, at date) PARTITION BY RANGE (at);
CREATE TABLE t_2025 PARTITION OF t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
-- expect
! DROP TABLE app.t_2024;
CREATE TABLE app.t_2025 PARTITION OF app.t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');

== a partition is for what was another one's
-- before
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE z PARTITION OF t FOR VALUES IN ('a');
-- after
CREATE TABLE t (id integer, k text, m text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('a');
-- expect
! DROP TABLE app.z;
CREATE TABLE app.p PARTITION OF app.t FOR VALUES IN ('a');
ALTER TABLE app.t ADD COLUMN m text;

== partitions change their bounds with each other
-- before
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE z PARTITION OF t FOR VALUES IN ('b');
-- after
CREATE TABLE t (id integer, k text, m text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('b');
CREATE TABLE z PARTITION OF t FOR VALUES IN ('a');
-- expect
ALTER TABLE app.t DETACH PARTITION app.p;
ALTER TABLE app.t DETACH PARTITION app.z;
ALTER TABLE app.t ATTACH PARTITION app.p FOR VALUES IN ('b');
ALTER TABLE app.t ATTACH PARTITION app.z FOR VALUES IN ('a');
ALTER TABLE app.t ADD COLUMN m text;

== changes columns by way of the parent
-- before
CREATE TABLE t (id integer, at date, gone text) PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE VIEW v AS SELECT id FROM t_2024;
-- after
CREATE TABLE t (id bigint NOT NULL, at date DEFAULT now(), fresh text DEFAULT 'x') PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE VIEW v AS SELECT id FROM t_2024;
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE id IS NULL);
DROP VIEW app.v;
ALTER TABLE app.t ADD COLUMN fresh text DEFAULT 'x'::text;
ALTER TABLE app.t ALTER COLUMN at SET DEFAULT now();
ALTER TABLE app.t ALTER COLUMN id TYPE bigint, ALTER COLUMN id SET NOT NULL;
CREATE VIEW app.v AS
 SELECT id
   FROM app.t_2024;
! ALTER TABLE app.t DROP COLUMN gone;

== lets a partition differ from its parent
-- before
CREATE TABLE t (id integer DEFAULT 1, at date) PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
-- after
CREATE TABLE t (id integer DEFAULT 2, at date) PARTITION BY RANGE (at);
CREATE TABLE t_2024 PARTITION OF t (id DEFAULT 3, CONSTRAINT c CHECK (id > 0)) FOR VALUES FROM ('2024-01-01') TO ('2025-01-01');
CREATE TABLE t_2025 PARTITION OF t (id DEFAULT 4, at NOT NULL) FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
CREATE INDEX t_2025_id ON t_2025 (id);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t_2024 WHERE NOT (id > 0));
CREATE TABLE app.t_2025 PARTITION OF app.t FOR VALUES FROM ('2025-01-01') TO ('2026-01-01');
ALTER TABLE app.t ALTER COLUMN id SET DEFAULT 2;
ALTER TABLE app.t_2024 ALTER COLUMN id SET DEFAULT 3;
ALTER TABLE app.t_2025 ALTER COLUMN at SET NOT NULL;
ALTER TABLE app.t_2025 ALTER COLUMN id SET DEFAULT 4;
ALTER TABLE app.t_2024 ADD CONSTRAINT c CHECK (id > 0);
CREATE INDEX t_2025_id ON app.t_2025 (id);

== changes the bounds of a partition
-- before
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('a');
-- after
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('a', 'b');
-- expect
ALTER TABLE app.t DETACH PARTITION app.p;
ALTER TABLE app.t ATTACH PARTITION app.p FOR VALUES IN ('a', 'b');

== attaches and detaches
-- before
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE p PARTITION OF t FOR VALUES IN ('a');
CREATE TABLE q (id integer, k text);
-- after
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE p (id integer, k text);
CREATE TABLE q PARTITION OF t FOR VALUES IN ('b');
-- expect
ALTER TABLE app.t DETACH PARTITION app.p;
ALTER TABLE app.t ATTACH PARTITION app.q FOR VALUES IN ('b');

== cannot partition a table without making it anew
-- before
CREATE TABLE t (id integer, k text);
CREATE INDEX t_k ON t (k);
CREATE VIEW v AS SELECT id FROM t;
-- after
CREATE TABLE t (id integer, k text) PARTITION BY HASH (k);
CREATE TABLE t_0 PARTITION OF t FOR VALUES WITH (MODULUS 1, REMAINDER 0);
CREATE INDEX t_k ON t (k);
CREATE VIEW v AS SELECT id FROM t;
-- expect
DROP VIEW app.v;
! DROP TABLE app.t;
CREATE TABLE app.t (
    id integer,
    k text
) PARTITION BY HASH (k);
CREATE TABLE app.t_0 PARTITION OF app.t FOR VALUES WITH (modulus 1, remainder 0);
CREATE INDEX t_k ON app.t (k);
CREATE VIEW app.v AS
 SELECT id
   FROM app.t;

== inherits
-- before
CREATE TABLE a (x integer, CONSTRAINT c CHECK (x > 0));
CREATE TABLE b (y integer) INHERITS (a);
CREATE TABLE d (x integer, z integer, CONSTRAINT c CHECK (x > 0)) ;
-- after
CREATE TABLE a (x bigint, w text, CONSTRAINT c CHECK (x > 0));
CREATE TABLE b (y integer) INHERITS (a);
CREATE TABLE e (z integer) INHERITS (b);
CREATE TABLE d (x integer, z integer, CONSTRAINT c CHECK (x > 0)) ;
-- expect
CREATE TABLE app.e (
    z integer
) INHERITS (app.b);
ALTER TABLE app.a ADD COLUMN w text;
ALTER TABLE app.a ALTER COLUMN x TYPE bigint;

== moves a column down to a child
-- before
CREATE TABLE p (id integer, x text NOT NULL DEFAULT 'd');
CREATE TABLE a () INHERITS (p);
CREATE TABLE c (y integer) INHERITS (p);
CREATE INDEX c_x ON c (x);
CREATE VIEW v AS SELECT x FROM c;
INSERT INTO a VALUES (1, 'a');
INSERT INTO c VALUES (1, 'c');
-- after
CREATE TABLE p (id integer);
CREATE TABLE a () INHERITS (p);
CREATE TABLE c (y integer, x text NOT NULL DEFAULT 'd', CHECK (x = 'c')) INHERITS (p);
CREATE INDEX c_x ON c (x);
CREATE VIEW v AS SELECT x FROM c;
-- expect
require SELECT NOT EXISTS (SELECT FROM app.c WHERE NOT (x = 'c'::text));
ALTER TABLE app.c ADD CONSTRAINT c_x_check CHECK (x = 'c'::text);
! ALTER TABLE ONLY app.p DROP COLUMN x;
! ALTER TABLE app.a DROP COLUMN x;

== moves a column down to a grandchild and changes it there
-- before
CREATE TABLE p (x integer);
CREATE TABLE c (y integer) INHERITS (p);
CREATE TABLE b () INHERITS (c);
-- after
CREATE TABLE p ();
CREATE TABLE c (y integer) INHERITS (p);
CREATE TABLE b (x bigint) INHERITS (c);
-- expect
! ALTER TABLE ONLY app.p DROP COLUMN x;
! ALTER TABLE ONLY app.c DROP COLUMN x;
ALTER TABLE app.b ALTER COLUMN x TYPE bigint;

== drops a column that is a child's own as well
-- before
CREATE TABLE p (id integer, x text);
CREATE TABLE q (x text);
CREATE TABLE c (x text, y integer) INHERITS (p, q);
-- after
CREATE TABLE p (id integer);
CREATE TABLE q ();
CREATE TABLE c (y integer) INHERITS (p, q);
-- expect
! ALTER TABLE ONLY app.p DROP COLUMN x;
! ALTER TABLE ONLY app.q DROP COLUMN x;
! ALTER TABLE app.c DROP COLUMN x;

== drops a column that a child no longer gets from its parent
-- before
CREATE TABLE p (x text);
CREATE TABLE c (y integer) INHERITS (p);
-- after
CREATE TABLE p (x text);
CREATE TABLE c (y integer);
-- expect
ALTER TABLE app.c NO INHERIT app.p;
! ALTER TABLE app.c DROP COLUMN x;

== has keys and foreign keys on partitioned tables
-- before
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (id integer, k integer, p_id integer) PARTITION BY RANGE (k);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
-- after
CREATE TABLE p (id integer PRIMARY KEY);
CREATE TABLE t (id integer, k integer, p_id integer REFERENCES p, PRIMARY KEY (id, k), CHECK (id > 0)) PARTITION BY RANGE (k);
CREATE TABLE t_1 PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE INDEX t_i ON t (p_id);
-- expect
require SELECT NOT EXISTS (SELECT FROM app.t WHERE id IS NULL);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE k IS NULL);
require SELECT NOT EXISTS (SELECT FROM app.t WHERE NOT (id > 0));
require SELECT NOT EXISTS (SELECT FROM app.t WHERE (id, k) IS NOT NULL GROUP BY id, k HAVING count(*) > 1);
ALTER TABLE app.t ALTER COLUMN id SET NOT NULL;
ALTER TABLE app.t ALTER COLUMN k SET NOT NULL;
ALTER TABLE app.t ADD CONSTRAINT t_id_check CHECK (id > 0);
ALTER TABLE app.t ADD CONSTRAINT t_p_id_fkey FOREIGN KEY (p_id) REFERENCES app.p (id);
ALTER TABLE app.t ADD CONSTRAINT t_pkey PRIMARY KEY (id, k);
CREATE INDEX t_i ON app.t (p_id);

== keeps the sequence of a table that is made anew
-- before
CREATE TABLE t (id serial, k text);
-- after
CREATE TABLE t (id serial, k text) PARTITION BY HASH (k);
-- expect
ALTER SEQUENCE app.t_id_seq OWNED BY NONE;
! DROP TABLE app.t;
CREATE TABLE app.t (
    id integer DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
    k text
) PARTITION BY HASH (k);
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;

== keeps the sequence of a table that is made anew also where it grows with its column
-- before
CREATE TABLE t (id serial, k text);
-- after
CREATE TABLE t (id bigserial, k text) PARTITION BY HASH (k);
-- expect
ALTER SEQUENCE app.t_id_seq OWNED BY NONE;
ALTER SEQUENCE app.t_id_seq AS bigint;
! DROP TABLE app.t;
CREATE TABLE app.t (
    id bigint DEFAULT nextval('app.t_id_seq'::regclass) NOT NULL,
    k text
) PARTITION BY HASH (k);
ALTER SEQUENCE app.t_id_seq OWNED BY app.t.id;

== drops partitions of a table that others refer to
-- before
CREATE TABLE t (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE q PARTITION OF t FOR VALUES FROM (10) TO (20);
CREATE TABLE r (t integer REFERENCES t);
CREATE TABLE u (t integer REFERENCES t);
-- after
CREATE TABLE t (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE q PARTITION OF t FOR VALUES FROM (10) TO (20);
CREATE TABLE r (t integer REFERENCES t);
-- expect
! DROP TABLE app.u;
! ALTER TABLE app.t DETACH PARTITION app.p;
! DROP TABLE app.p;

== drops a partitioned table after those that refer to it
-- before
CREATE TABLE a (id integer PRIMARY KEY) PARTITION BY RANGE (id);
CREATE TABLE p PARTITION OF a FOR VALUES FROM (0) TO (10) PARTITION BY RANGE (id);
CREATE TABLE p_1 PARTITION OF p FOR VALUES FROM (0) TO (5);
CREATE TABLE u (a integer REFERENCES a);
CREATE VIEW v AS SELECT id FROM p_1;
-- after
-- expect
DROP VIEW app.v;
! DROP TABLE app.u;
! DROP TABLE app.a;

== counts in the partitions by the identity of their table
-- server 17
-- before
CREATE TABLE t (id bigint NOT NULL, k integer) PARTITION BY RANGE (k);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (0) TO (10);
-- after
CREATE TABLE t (id bigint GENERATED ALWAYS AS IDENTITY, k integer) PARTITION BY RANGE (k);
CREATE TABLE p PARTITION OF t FOR VALUES FROM (0) TO (10);
CREATE TABLE q PARTITION OF t FOR VALUES FROM (10) TO (20);
-- expect
CREATE TABLE app.q PARTITION OF app.t FOR VALUES FROM (10) TO (20);
ALTER TABLE app.t ALTER COLUMN id ADD GENERATED ALWAYS AS IDENTITY;
SELECT setval(pg_get_serial_sequence('app.t', 'id'), greatest(max(id) + 1, 1), false) FROM app.t;

== leaves a child its own default when its parent changes
-- before
CREATE TABLE t (a integer DEFAULT 1);
CREATE TABLE c () INHERITS (t);
ALTER TABLE c ALTER a SET DEFAULT 7;
CREATE TABLE d () INHERITS (t);
-- after
CREATE TABLE t (a bigint DEFAULT 1);
CREATE TABLE c () INHERITS (t);
ALTER TABLE c ALTER a SET DEFAULT 7;
CREATE TABLE d () INHERITS (t);
ALTER TABLE d ALTER a SET DEFAULT 8;
-- expect
ALTER TABLE app.t ALTER COLUMN a DROP DEFAULT, ALTER COLUMN a TYPE bigint, ALTER COLUMN a SET DEFAULT 1;
ALTER TABLE app.c ALTER COLUMN a SET DEFAULT 7;
ALTER TABLE app.d ALTER COLUMN a SET DEFAULT 8;

== moves a partition from a table that goes to one that comes
-- before
CREATE TABLE t (id integer, k text) PARTITION BY LIST (lower(k));
CREATE TABLE a PARTITION OF t FOR VALUES IN ('a') PARTITION BY RANGE (id);
CREATE TABLE p PARTITION OF a FOR VALUES FROM (0) TO (10);
-- after
CREATE TABLE t (id integer, k text) PARTITION BY LIST (k);
CREATE TABLE b PARTITION OF t FOR VALUES IN ('a') PARTITION BY RANGE (id);
CREATE TABLE p PARTITION OF b FOR VALUES FROM (0) TO (10);
-- expect
ALTER TABLE app.a DETACH PARTITION app.p;
! DROP TABLE app.t;
CREATE TABLE app.t (
    id integer,
    k text
) PARTITION BY LIST (k);
CREATE TABLE app.b PARTITION OF app.t FOR VALUES IN ('a') PARTITION BY RANGE (id);
ALTER TABLE app.b ATTACH PARTITION app.p FOR VALUES FROM (0) TO (10);
