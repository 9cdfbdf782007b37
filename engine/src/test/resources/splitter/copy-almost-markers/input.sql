COPY t FROM STDIN;
\.x
 \.
\\.
x\.
\. 
\.
SELECT 1;
