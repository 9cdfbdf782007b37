-- @revision   7c1f0a2b
--@revises    3d7e9b11
--   @message    Add user preferences; really
-- @label

-- @upgrade
CREATE TABLE t (a int);
  -- @no-transaction
CREATE INDEX CONCURRENTLY i ON t (a);

-- @downgrade
DROP TABLE t
