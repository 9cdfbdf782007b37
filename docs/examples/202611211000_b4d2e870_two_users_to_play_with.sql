-- @revision     b4d2e870
-- @revises      3d7e9b11
-- @message      Two users to play with
-- @depends-on   7c1f0a2b
-- @environments dev, test

-- @upgrade
COPY users (email) FROM STDIN;
ada@example.org
grace@example.org
\.

INSERT INTO user_preferences (user_id) SELECT id FROM users;

-- @downgrade
DELETE FROM users WHERE email IN ('ada@example.org', 'grace@example.org');
