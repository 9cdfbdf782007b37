CREATE TABLE customer (id bigint PRIMARY KEY);

-- @downgrade
DROP TABLE customer;
