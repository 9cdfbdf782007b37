CREATE TABLE IF NOT EXISTS email (address text PRIMARY KEY);

-- @downgrade
DELETE FROM email;
