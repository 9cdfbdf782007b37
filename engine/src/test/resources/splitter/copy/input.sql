COPY t (a, b) FROM stdin;
1	one; two
2	'unbalanced
3	-- @upgrade
\N	$$
\.
SELECT 1;
