SELECT E'it\'s; ok', e'\\', E'\\\';', E'a''b;', E'\x41\u0041;';
SELECT 'C:\'; SELECT ne'x';
