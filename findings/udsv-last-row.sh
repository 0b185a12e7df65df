#!/bin/sh
# uDSV takes a column for numbers when its last row is one, and the texts above become null.
#
# Guess: a column is of numbers when every cell that was looked at is one; a column with 주문 in it
# is of texts.
# Seen: udsv 0.7.3 infers "n" from a column that ends in 7, and typedObjs() gives null for 주문 and 결제
# above it: no error, the texts are gone. Where the number comes first or in the middle all is text.
# Hurts: a table of stickies whose last text is a number, or a note column that ends in one.
. "$(dirname "$0")/lib.sh"
npm_packages udsv@0.7.3

cat >try.mjs <<'END'
import { inferSchema, initParser } from 'udsv';
for (const texts of [['주문', '결제', '7'], ['7', '주문', '결제'], ['주문', '7', '결제']]) {
	const table = 'id,text\n' + texts.map((text, i) => `${i},${text}\n`).join('');
	console.log(JSON.stringify(initParser(inferSchema(table)).typedObjs(table).map((row) => row.text)));
}
END
seen=$(node try.mjs)
verdict 'udsv 0.7.3 makes null of the texts of a column whose last row is a number' \
	'[null,null,7]
["7","주문","결제"]
["주문","7","결제"]' "$seen"
