#!/bin/sh
# Gnumeric takes the apostrophe off that guards a text in a CSV file.
#
# Guess: the apostrophe in front of a text that looks like a formula is data in a CSV file, and stands
# in the cell, as LibreOffice shows it.
# Seen: Gnumeric 1.12.55 takes one off, from any text, as if it were typed, and writes the file again
# without it: '=1 comes back as =1, and 'tis as tis.
# Hurts: a table goes through it once, and the guard is gone for the next program that opens it; and a
# text that begins with an apostrophe of its own loses it.
. "$(dirname "$0")/lib.sh"
. "$findings/lib_gnumeric.sh"

printf "id,text\n1,'=1\n2,''=1\n3,'tis\n" >table.csv
seen=$(convert table.csv)
verdict 'Gnumeric 1.12.55 takes the apostrophe off that guards a text in a CSV file' \
	"id,text
1,=1
2,'=1
3,tis" "$seen"
