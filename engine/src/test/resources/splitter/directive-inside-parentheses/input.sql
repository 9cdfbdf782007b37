CREATE TABLE t (
  a int,
  -- @see b
  b int);
