#!/bin/sh
# cli-table3 cuts Korean off where it breaks a line, as it counts letters there.
#
# Guess: as its columns are right with Hangul, and its manual lets lines break within words
# (wrapOnWordBoundary: false), a cell of Korean is broken into lines like one of English.
# Seen: cli-table3 0.6.5 breaks after as many letters as the cell has columns, and then cuts each line to
# the columns: of 주문이접수되었다 in nine columns 주문이접 and dots are left, while eighteen Latin
# letters, which are as wide, take two lines.
# Hurts: tables of Korean in a terminal: the second half of the texts is gone. Break the lines before.
. "$(dirname "$0")/lib.sh"
npm_packages cli-table3@0.6.5

seen=$(node -e "
const Table = require('cli-table3');
for (const text of ['abcdefghijklmnopqr', '주문이접수되었다결']) {
	const table = new Table({ colWidths: [9], wordWrap: true, wrapOnWordBoundary: false,
		style: { head: [], border: [], 'padding-left': 0, 'padding-right': 0 } });
	table.push([text]);
	console.log(table.toString());
}")
verdict 'cli-table3 0.6.5 loses half of a Korean text that it breaks into lines' \
	'┌─────────┐
│abcdefghi│
│jklmnopqr│
└─────────┘
┌─────────┐
│주문이접…│
└─────────┘' "$seen"
