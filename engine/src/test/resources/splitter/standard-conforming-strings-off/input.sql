SELECT 'a\'; SELECT 'b';
SET standard_conforming_strings = off;
SELECT 'a\';b', N'\';', E'\';', "\", U&'x';
SET standard_conforming_strings TO 'on';
SELECT 'a\'; SELECT 'b';
