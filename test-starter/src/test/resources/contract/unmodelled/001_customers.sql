CREATE TABLE customer (id bigint PRIMARY KEY, name text, email text);

-- @downgrade
DROP TABLE customer;
