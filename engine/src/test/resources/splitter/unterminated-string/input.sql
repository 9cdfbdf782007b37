SELECT 'fine';

SELECT 'it''s;
SELECT 2;
