#!/bin/sh
# pgsql-ast-parser reads 1e10 as the number 1 with the name e10.
#
# Guess: a number or a text that PostgreSQL takes comes out of toSql() as it went in, or is refused.
# Seen: pgsql-ast-parser 12.0.2 knows no exponent: "select 1e10" becomes "SELECT 1 AS e10". Integers
# beyond 2^53 are rounded, and 1.10 loses its zero, which PostgreSQL shows. Of a text with Unicode escapes,
# U&'\C8FC', it makes a column u and the operator "&". No error.
# Hurts: who rewrites SQL by it, and pg-mem, which stands on it: the query runs and means another thing.
. "$(dirname "$0")/lib.sh"
npm_packages pgsql-ast-parser@12.0.2

cat >try.cjs <<'END'
const { parse, toSql } = require('pgsql-ast-parser');
for (const sql of ['select 1e10', 'select 9007199254740993', 'select 1.10', "select U&'\\C8FC'"])
	console.log(sql, '->', toSql.statement(parse(sql)[0]).replace(/\s+/g, ' ').trim());
END
seen=$(node try.cjs)
verdict 'pgsql-ast-parser 12.0.2 reads 1e10 as a number with a name' "$(cat <<'END'
select 1e10 -> SELECT (1) AS e10
select 9007199254740993 -> SELECT (9007199254740992)
select 1.10 -> SELECT (1.1)
select U&'\C8FC' -> SELECT (u & (E'\\C8FC'))
END
)" "$seen"
