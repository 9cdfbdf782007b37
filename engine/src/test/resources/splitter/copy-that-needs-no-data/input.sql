COPY t TO STDOUT;
COPY t FROM '/tmp/x;y';
COPY (SELECT a FROM stdin) TO STDOUT;
COPY t TO PROGRAM 'cat';
COPY t FROM stdout;
corrected;
\.
COPY BINARY t FROM stdin WHERE a > 1;
\.
