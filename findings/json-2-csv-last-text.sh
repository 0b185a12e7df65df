#!/bin/sh
# json-2-csv leaves the line break at the end of a CSV file in the last text, and makes null of "null".
#
# Guess: the line break that ends the last line ends the last row; a cell in quotes is a text, and numbers
# stay whole or stay texts, as "007" does.
# Seen: csv2json() of json-2-csv 5.6.0 gives "결제\n" as the last text of a file that ends as files do, unless its last
# cell is in quotes or a number. With lines of CR LF the names of the columns get a CR; told so, it makes a row
# too much. "null" is null, in quotes, too; an id of twenty digits is rounded. No error.
# Hurts: tables that are brought in by it: the last row is another one, each time. Trim the text before.
. "$(dirname "$0")/lib.sh"
npm_packages json-2-csv@5.6.0

cat >try.cjs <<'END'
const { csv2json } = require('json-2-csv');
const show = (...given) => console.log(JSON.stringify(csv2json(...given)));
show('id,text\n1,주문\n2,결제\n');
show('id,text\n1,주문\n2,"결제"\n');
show('id,text\r\n1,주문\r\n');
show('id,text\r\n1,주문\r\n', { delimiter: { eol: '\r\n' } });
show('id,text\n12345678901234567890,"null"\n007,"x"');
END
seen=$(node try.cjs 2>&1)
verdict 'json-2-csv 5.6.0 keeps the line break at the end of a file in the last text' \
	'[{"id":1,"text":"주문"},{"id":2,"text":"결제\n"}]
[{"id":1,"text":"주문"},{"id":2,"text":"결제"}]
[{"id":1,"text\r":"주문\r\n"}]
[{"id":1,"text":"주문"},{"id":""}]
[{"id":12345678901234567000,"text":null},{"id":"007","text":"x"}]' "$seen"
