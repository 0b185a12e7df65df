#!/bin/sh
# pg-mem takes "ORDER BY 1" and does not sort.
#
# Guess: a place in the list of columns, which PostgreSQL takes for ORDER BY, is taken or refused.
# Seen: pg-mem 3.0.14 takes it and gives the rows as they were put in, ORDER BY 1 DESC likewise; by the name
# of the column it sorts. PGlite, which is PostgreSQL, sorts by both.
# Hurts: tests on it: one that waits for an order fails, and one that was written from what it gave passes
# here and fails on PostgreSQL. Name the column.
. "$(dirname "$0")/lib.sh"
npm_packages pg-mem@3.0.14 @electric-sql/pglite@0.5.16

cat >try.mjs <<'END'
import mem from 'pg-mem';
import { PGlite } from '@electric-sql/pglite';
const rows = "CREATE TABLE sticky (text text); INSERT INTO sticky VALUES ('b'), ('c'), ('a')";
const emulator = mem.newDb(), postgres = new PGlite();
emulator.public.none(rows);
await postgres.exec(rows);
for (const order of ['text', '1', '1 DESC']) {
	const query = 'SELECT text FROM sticky ORDER BY ' + order;
	const show = (found) => found.map((row) => row.text).join('');
	console.log(order, 'pg-mem', show(emulator.public.many(query)), 'PGlite', show((await postgres.query(query)).rows));
}
END
seen=$(node try.mjs 2>&1)
verdict 'pg-mem 3.0.14 does not sort by ORDER BY 1' \
	'text pg-mem abc PGlite abc
1 pg-mem bca PGlite abc
1 DESC pg-mem bca PGlite cba' "$seen"
