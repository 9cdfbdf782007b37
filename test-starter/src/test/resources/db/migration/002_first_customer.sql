INSERT INTO customer (name) VALUES ('Ada');

-- @downgrade
DELETE FROM customer;
