#!/bin/sh
# VisiData writes tabs and line breaks into TSV as they are, also when it is told what to write instead.
#
# Guess: its options tsv-safe-tab and tsv-safe-newline, "replacement when saving", say what stands for a
# tab or a line break in a cell; and a "|" in a cell of a Markdown table is escaped, as "*" and "_" are.
# Seen: VisiData 2.11 looks at these options only with a third one, --safety-first. Without, the cell "a
# tab b" is two cells when the file is read again, and two lines are two rows. In Markdown "|" stays as it
# is, while "_" is escaped, and so does a line break: they begin new cells and new rows.
# Hurts: notes of several lines: save CSV.
. "$(dirname "$0")/lib.sh"
debian_packages visidata=2.11-1 python3-importlib-metadata=4.12.0-1 python3-zipp=1.0.0-6+deb12u1 \
	python3-more-itertools=8.10.0-2 python3-dateutil=2.8.2-2 python3-six=1.16.0-4

HOME=$finding_folder
export HOME
printf 'id,note\n1,"a\tb"\n2,"one\ntwo"\n3,x|y_z\n' >table.csv

# saved FILE OPTION...: the table, saved as FILE, "!" for tabs.
saved() {
	file=$1
	shift
	debian_python root/usr/bin/vd -b table.csv "$@" -o "$file" >vd.log 2>&1
	[ -s "$file" ] || cannot "vd does not run: $(tail -n 1 vd.log)"
	tr '\t' '!' <"$file" | sed 's/ *|/|/g; /^$/d; /^|-/d'
}
seen=$(
	saved told.tsv --tsv-safe-tab=@ --tsv-safe-newline=/
	saved safe.tsv --tsv-safe-tab=@ --tsv-safe-newline=/ --safety-first
	saved plain.md
)
verdict 'VisiData 2.11 writes tabs and line breaks of cells into TSV, and "|" into Markdown' \
	'id!note
1!a!b
2!one
two
3!x|y_z
id!note
1!a@b
2!one/two
3!x|y_z
|id|note|
|1|a!b|
|2|one
two|
|3|x|y\_z|' "$seen"
