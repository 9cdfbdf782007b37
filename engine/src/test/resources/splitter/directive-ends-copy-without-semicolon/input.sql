COPY t FROM STDIN
-- @downgrade
DROP TABLE t;
