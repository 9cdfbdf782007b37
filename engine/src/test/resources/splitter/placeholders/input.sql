CREATE SCHEMA ${schema};
CREATE TABLE ${schema}.t_${suffix}_x (a int DEFAULT ${default-value}, b text DEFAULT '${a;b}', "${c.d}" int);
SELECT ${it's}; ' ;
SELECT ${a--b}, x${y}$z, $${;}$$, $${x};$$;
