#!/bin/sh
# adf-to-md writes a list in a list on one line, and texts of Jira as markup.
#
# Guess: it discards what Markdown has not, as it says, and keeps what Markdown has: lists in lists, cells
# with a "|", and stars that are stars.
# Seen: adf-to-md 1.2.1 puts the inner list behind its item, with a star between, and two paragraphs of a cell
# together as one word; "a|b" in a cell is two cells, "2*3*4" and "_d_" become italics for who reads
# it. Its list of warnings is empty also where it left out a panel with the text in it.
# Hurts: issues of Jira that become files: texts of a board have such signs, and the numbers of cells differ.
. "$(dirname "$0")/lib.sh"
npm_packages adf-to-md@1.2.1

cat >try.cjs <<'END'
const { convert } = require('adf-to-md');
const text = text => ({ type: 'text', text });
const node = (type, ...content) => ({ type, content });
const item = (...content) => node('listItem', ...content);
const paragraph = (...words) => node('paragraph', ...words.map(text));
const doc = { version: 1, ...node('doc',
	node('bulletList', item(paragraph('하나'), node('bulletList', item(paragraph('둘')), item(paragraph('셋'))))),
	node('table', node('tableRow', node('tableHeader', paragraph('kind')), node('tableHeader', paragraph('text'))),
		node('tableRow', node('tableCell', paragraph('a|b')), node('tableCell', paragraph('주문'), paragraph('접수')))),
	paragraph('2*3*4 _d_'),
	{ ...node('panel', paragraph('패널')), attrs: { panelType: 'info' } }) };
const { result, warnings } = convert(doc);
console.log(result.replace(/\n+/g, '\n'));
console.log('warnings:', JSON.stringify(warnings));
END
seen=$(node try.cjs 2>/dev/null | grep '[^ ]' | grep -v '^adding warning')
verdict 'adf-to-md 1.2.1 writes lists in lists on one line and "a|b" as two cells' \
	'  * 하나   * 둘
  * 셋
|kind|text|
|:-:|:-:|
|a|b|주문접수|
2*3*4 _d_
warnings: {}' "$seen"
