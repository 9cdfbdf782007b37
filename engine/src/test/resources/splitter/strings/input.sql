SELECT 'a;b', 'it''s; ok', '', '''', '''''', '--', '/*', '$$', 'multi
line;
';
SELECT'x'';'';y';
