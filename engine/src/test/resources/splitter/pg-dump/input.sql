--
-- PostgreSQL database dump
--

SET statement_timeout = 0;
SET client_encoding = 'UTF8';
SET standard_conforming_strings = on;
SELECT pg_catalog.set_config('search_path', '', false);

--
-- Name: total(integer); Type: FUNCTION; Schema: public; Owner: -
--

CREATE FUNCTION public.total(_id integer) RETURNS numeric
    LANGUAGE plpgsql
    AS $_$
BEGIN
  RETURN (SELECT sum(amount) FROM public.lines WHERE id = $1);
END;
$_$;

CREATE FUNCTION public.twice(a integer) RETURNS integer
    LANGUAGE sql
    BEGIN ATOMIC
 SELECT CASE
             WHEN (a > 0) THEN (a * 2)
             ELSE 0
         END AS "case";
END;


COPY public.lines (id, amount, note) FROM stdin;
1	10.00	a;b
2	\N	it's \\ here
\.


COMMENT ON TABLE public.lines IS 'Lines; of orders';

--
-- PostgreSQL database dump complete
--

