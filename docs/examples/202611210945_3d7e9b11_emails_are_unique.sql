-- @revision   3d7e9b11
-- @revises    001
-- @message    Emails are unique

-- @require no email is used twice
SELECT count(*) = count(DISTINCT lower(email)) FROM users;

-- @upgrade
CREATE UNIQUE INDEX users_email_key ON users (lower(email));

-- @ensure the index can be used
SELECT indisvalid FROM pg_index WHERE indexrelid = 'users_email_key'::regclass;

-- @downgrade
DROP INDEX users_email_key;
