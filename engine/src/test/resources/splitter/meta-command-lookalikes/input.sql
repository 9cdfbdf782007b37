SELECT '\i x', E'\\', "\d", $$\c$$ -- \q
/* \x */;
