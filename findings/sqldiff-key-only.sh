#!/bin/sh
# sqldiff fails where a table of its key alone has got a column.
#
# Guess: it writes ALTER TABLE ... ADD COLUMN, as for any other table with a new column at its end.
# Seen: where the key is all that the old table had, sqldiff 3.40.1 makes SQL without a comma,
# and ends with 'SQL statement error: near ".": syntax error', status 1, after a part of the patch.
# Hurts: who pipes it into sqlite3 without looking at its status: tables after this one are left out.
. "$(dirname "$0")/lib.sh"
debian_packages sqlite3-tools=3.40.1-2+deb12u2 sqlite3=3.40.1-2+deb12u2 libsqlite3-0=3.40.1-2+deb12u2
needs_libraries sqlite3

unpacked sqlite3 old.db 'create table lane (id integer primary key); create table vote (id)'
unpacked sqlite3 new.db 'create table lane (id integer primary key, name); create table vote (id);
	insert into vote values (1)'
seen=$(
	unpacked sqldiff old.db new.db 2>err
	echo "status $?"
	head -n 1 err
)
verdict 'sqldiff 3.40.1 cannot compare a table of its key alone that has got a column' \
	'ALTER TABLE lane ADD COLUMN name;
status 1
sqldiff: SQL statement error: near ".": syntax error' "$seen"
