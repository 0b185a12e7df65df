#!/bin/sh
# pg-mem counts beyond an integer, and rounds a bigint.
#
# Guess: 2147483647 + 1 is "integer out of range", as in PostgreSQL, and a bigint is kept whole.
# Seen: pg-mem 3.0.14 gives 2147483648, and 9007199254740992 for 9007199254740993, without an error: its
# numbers are those of JavaScript. greatest(1, NULL, 2) is NULL, where PostgreSQL leaves NULL out: 2.
# Hurts: tests on it of keys, versions and counters: they pass where PostgreSQL refuses or differs.
. "$(dirname "$0")/lib.sh"
npm_packages pg-mem@3.0.14 @electric-sql/pglite@0.5.16

cat >try.mjs <<'END'
import mem from 'pg-mem';
import { PGlite } from '@electric-sql/pglite';
const emulator = mem.newDb(), postgres = new PGlite();
for (const term of ['2147483647 + 1', '9007199254740993::int8', 'greatest(1, NULL, 2)']) {
	const query = `SELECT ${term} AS value`;
	const real = await postgres.query(query).then((found) => found.rows[0].value, (error) => error.message);
	console.log(term, '-> pg-mem', String(emulator.public.many(query)[0].value), 'PGlite', String(real));
}
END
seen=$(node try.mjs 2>&1)
verdict 'pg-mem 3.0.14 has the numbers of JavaScript' \
	'2147483647 + 1 -> pg-mem 2147483648 PGlite integer out of range
9007199254740993::int8 -> pg-mem 9007199254740992 PGlite 9007199254740993
greatest(1, NULL, 2) -> pg-mem null PGlite 2' "$seen"
