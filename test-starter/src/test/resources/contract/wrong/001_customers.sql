CREATE TABLE customer (id bigint PRIMARY KEY, name text);

-- @downgrade
DROP TABLE customer;
