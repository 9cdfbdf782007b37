ALTER TABLE customer DROP COLUMN name;
CREATE TYPE span AS RANGE (subtype = int);

-- @downgrade
ALTER TABLE customer ADD COLUMN name text;
