#!/bin/sh
# Gives Flyway's versioned migrations in this folder the names of revisions: V7__add_orders.sql becomes 7_add_orders.sql.
set -eu
for file in V[0-9]*__*.sql; do
    name=$(printf '%s' "$file" | sed 's/^V\([0-9]*\)__/\1_/')
    # One with dots in its version needs a header.
    [ "$name" = "$file" ] || mv "$file" "$name"
done
