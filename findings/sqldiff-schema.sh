#!/bin/sh
# sqldiff's patch adds a column without its type and default, and then sees no difference.
#
# Guess: the patch that makes one database of the other adds the column as it is declared, and what it
# cannot do (a view) it names.
# Seen: sqldiff 3.40.1 writes ADD COLUMN with the bare name: NOT NULL, the type and the default are
# lost, and a new view is not mentioned. After the patch it reports nothing, though new rows differ.
# Hurts: who moves a database between versions with it: compare the schemas by themselves.
. "$(dirname "$0")/lib.sh"
debian_packages sqlite3-tools=3.40.1-2+deb12u2 sqlite3=3.40.1-2+deb12u2 libsqlite3-0=3.40.1-2+deb12u2
needs_libraries sqlite3

unpacked sqlite3 old.db 'create table sticky (id integer primary key, text)'
unpacked sqlite3 new.db "create table sticky (id integer primary key, text, kind text not null default 'event');
	create view kinds as select kind from sticky"
seen=$(
	unpacked sqldiff old.db new.db | tee patch.sql
	unpacked sqlite3 old.db <patch.sql
	echo "then: $(unpacked sqldiff old.db new.db)"
	for file in old.db new.db; do
		unpacked sqlite3 "$file" "insert into sticky (id) values (1); select quote(kind) from sticky"
	done
)
verdict 'sqldiff 3.40.1 adds columns without type and default, leaves views out, and is content' \
	"ALTER TABLE sticky ADD COLUMN kind;
then: 
NULL
'event'" "$seen"
