#!/bin/sh
# SheetJS reads a cell with three small numbers as a date.
#
# Guess: "1 4 7", the ids of three stickies with spaces between, stays a text like "2 3" and "54 60".
# Seen: xlsx 0.18.5 makes January 4th of 2007 of "1 4 7" in a CSV file; two numbers, or three that
# cannot be month, day and year, stay text. { raw: true } turns that off.
# Hurts: any list of ids in a cell: the arrows of some stickies are lost, those of others are not.
. "$(dirname "$0")/lib.sh"
npm_packages xlsx@0.18.5

seen=$(node -e "
const xlsx = require('xlsx');
for (const options of [{}, { raw: true }]) {
	const book = xlsx.read('links\n2 3\n1 4 7\n54 60 61\n', { type: 'string', dense: false, ...options });
	const sheet = book.Sheets[book.SheetNames[0]];
	console.log(['A2', 'A3', 'A4'].map((cell) => sheet[cell].t + ':' + sheet[cell].v).join(' | '));
}
")
verdict 'xlsx 0.18.5 reads "1 4 7" in a CSV file as a date, and "2 3" as a text' \
	's:2 3 | n:39086 | s:54 60 61
s:2 3 | s:1 4 7 | s:54 60 61' "$seen"
