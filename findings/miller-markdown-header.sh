#!/bin/sh
# Miller escapes "|" in the cells of a Markdown table, and not in its header.
#
# Guess: as "x|y" becomes "x\|y" in a cell, so does a name of a column.
# Seen: Miller 6.6.0 writes the header as it is: "| sync|async | n |" has three columns over two.
# Hurts: tables whose columns are made from texts, as by "mlr reshape", which turns the names of
# contexts or kinds into columns.
. "$(dirname "$0")/lib.sh"
debian_packages miller=6.6.0-2+b3

printf 'context,style,n\nsync|async,a,1\n' >table.csv
seen=$(unpacked mlr --icsv --omd cat table.csv; unpacked mlr --icsv --omd reshape -s context,n table.csv)
verdict 'Miller 6.6.0 escapes "|" in the cells of a Markdown table, and not in its header' \
	'| context | style | n |
| --- | --- | --- |
| sync\|async | a | 1 |
| style | sync|async |
| --- | --- |
| a | 1 |' "$seen"
