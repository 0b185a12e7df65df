#!/bin/sh
# sqlite-utils' transform puts quotes into defaults, and drops checks, indexes and triggers.
#
# Guess: renaming one column of a table leaves the others, and what holds for them, as they were.
# Seen: sqlite-utils 3.30 makes the table anew: the default 'event' has become a text that has the
# quotes within it, and CHECK, STRICT, COLLATE, ON DELETE CASCADE, the index and the trigger are gone.
# No word about it, and the status is 0. ALTER TABLE ... RENAME COLUMN of SQLite keeps them.
# Hurts: who mends a database of some program with it: new rows are wrong, and nothing refuses them.
. "$(dirname "$0")/lib.sh"
debian_packages sqlite-utils=3.30-1+deb12u1 python3-sqlite-fts4=1.0.3-2 python3-click=8.1.3-2 \
	python3-click-default-group=1.2.2-3 python3-tabulate=0.8.9-1 python3-pluggy=1.0.0+repack-1 \
	python3-dateutil=2.8.2-2 python3-six=1.16.0-4

# sql STATEMENTS: runs them on the file.
sql() {
	debian_python -c '
import sqlite3, sys
base = sqlite3.connect("board.db", isolation_level=None)
for statement in sys.argv[1].split(";;"):
	for row in base.execute(statement):
		print("|".join(str(value) for value in row))' "$1"
}
sql "CREATE TABLE sticky (id INTEGER PRIMARY KEY, kind TEXT NOT NULL DEFAULT 'event' CHECK (kind <> ''),
		text TEXT COLLATE NOCASE, below INTEGER REFERENCES sticky(id) ON DELETE CASCADE) STRICT;;
	CREATE INDEX by_text ON sticky (text);;
	CREATE TRIGGER added AFTER INSERT ON sticky BEGIN SELECT 1; END;;
	INSERT INTO sticky (text) VALUES ('주문')" || cannot 'this SQLite has no STRICT tables'
debian_python -m sqlite_utils transform board.db sticky --rename text note 2>log ||
	cannot "sqlite-utils does not run: $(tail -n 1 log)"
seen=$(sql "INSERT INTO sticky (note) VALUES ('결제');; SELECT kind, note FROM sticky;;
	SELECT type, name, sql FROM sqlite_schema" | sed 's/^ *//')
verdict "sqlite-utils 3.30 makes 'event' of a default event, and drops checks, indexes and triggers" \
	"event|주문
'event'|결제
table|sticky|CREATE TABLE \"sticky\" (
[id] INTEGER PRIMARY KEY,
[kind] TEXT NOT NULL DEFAULT '''event''',
[note] TEXT,
[below] INTEGER REFERENCES [sticky]([id])
)" "$seen"
