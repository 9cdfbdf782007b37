COPY t FROM STDIN ; -- data follows
1
\.
SELECT 1;
