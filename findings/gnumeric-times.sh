#!/bin/sh
# Gnumeric reads a time of RFC 3339, forgets its offset, and writes it with slashes.
#
# Guess: 2026-03-02T09:00:22Z stays a text, since it has a T and a Z, and is written as it was.
# Seen: Gnumeric 1.12.55 makes a date of it and writes "2026/03/02 09:00:22": the Z is gone, and no
# reader of RFC 3339 takes it. With an offset other than Z it stays a text.
# Hurts: who saves a table of times once more: one column holds both forms then.
. "$(dirname "$0")/lib.sh"
. "$findings/lib_gnumeric.sh"

printf 'id,created\n1,2026-03-02T09:00:22Z\n2,2026-03-02T18:00:22+09:00\n3,2026-03-02\n' >table.csv
seen=$(convert table.csv)
verdict 'Gnumeric 1.12.55 writes 2026-03-02T09:00:22Z again as 2026/03/02 09:00:22' \
	'id,created
1,"2026/03/02 09:00:22"
2,2026-03-02T18:00:22+09:00
3,2026/03/02' "$seen"
