COPY public.t FROM STDIN WITH (FORMAT csv, HEADER true, NULL ';');
a,b
"x
;y",2
\.
SELECT 1;
