--
-- PostgreSQL database dump
--

\restrict AbC123

SET client_encoding = 'UTF8';
\unrestrict AbC123

