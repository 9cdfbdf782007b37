-- header
  \i other.sql
