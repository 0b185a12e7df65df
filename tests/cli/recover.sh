#!/bin/sh
# A board from what can still be read of a damaged file.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new ./shop.evs -t 'Corner shop'
for who in Ana Bo Cy; do
	evstorm do ./shop.evs --as $who add event "$who did it" ';' add command Go on
	evstorm do ./shop.evs --as $who add hotspot Why?
	evstorm do ./shop.evs --as $who undo
done
evstorm export shop.evs -o whole/
cp shop.evs kept.evs

# same NAME BOARD: the board has the whole history of shop.evs.
same() {
	evstorm export "$2" -o got/
	ok "$1" diff -r whole got
	rm -rf got
}

# zeros FILE FROM COUNT: writes zeros over so many bytes.
zeros() {
	dd if=/dev/zero of="$1" bs=1 seek="$2" count="$3" conv=notrunc 2>/dev/null
}

evstorm recover shop.evs new.evs
works 'a whole board can be recovered as well'
like 'what came out is said' "$out" '^new.evs: recovered 10 actions, [0-9]* changes, 4 people, 6 stickies$'
is 'and nothing is missing' "$(printf '%s\n' "$out" | wc -l)" 1
same 'its history is the same' new.evs
evstorm verify new.evs
works 'it is sound'
ok 'the file is as it was' cmp shop.evs kept.evs
evstorm recover shop.evs new.evs
fails 'nothing is overwritten' 3 'new.evs: already exists'

cp shop.evs damaged.evs
zeros damaged.evs 0 4096
chmod a-w damaged.evs
evstorm show damaged.evs
fails 'a file without a first page is no board' 3 'damaged.evs: '
evstorm recover damaged.evs headless.evs
is 'but can be recovered' "$err" ''
same 'with all of it' headless.evs
chmod u+w damaged.evs

head -c 20000 shop.evs >cut.evs
evstorm recover cut.evs saved.evs
is 'when something is missing the exit status says so' "$status" 1
is 'and nobody complains' "$err" ''
like 'what is missing is said' "$out" 'places of the file could not be read; more may be missing$'
evstorm verify saved.evs
works 'what is there is sound'
evstorm --lang ko recover cut.evs saved-ko.evs
like 'it is said in Korean' "$out" '복구'

if command -v sqlite3 >/dev/null; then
	sqlite3 shop.evs .dump | sqlite3 dumped.evs
	evstorm show dumped.evs
	fails 'a board that was dumped and read back lost its marks' 3 'dumped.evs: a board that was dumped and read back; make a board of it with: evstorm recover FILE NEW'
	evstorm recover dumped.evs again.evs
	works 'it can be recovered'
	same 'with all of it' again.evs
	sqlite3 shop.evs '.clone cloned.evs' >"$tap_dir/out"
	evstorm recover cloned.evs fresh.evs
	same 'so can a clone' fresh.evs

	# a crash in the midst of a transaction: the file is half changed, and its journal lies beside it
	sqlite3 shop.evs 'pragma journal_mode = delete; pragma cache_size = 1; begin;
		update sticky set text = hex(zeroblob(3000)); update change set after = null; delete from action' \
		'.system cp shop.evs crashed.evs' '.system cp shop.evs-journal crashed.evs-journal' >"$tap_dir/out"
	ok 'a file in the midst of a transaction' test -s crashed.evs-journal
	cp crashed.evs half.evs
	evstorm recover crashed.evs calm.evs
	works 'its journal is taken into account'
	same 'so all is there' calm.evs
	ok 'and the file is as it was' cmp crashed.evs half.evs
	ok 'with its journal' test -s crashed.evs-journal

	# a log of the old way, which holds what the file lacks
	cp kept.evs old.evs
	sqlite3 old.evs 'pragma journal_mode = delete; delete from change where id > 8; delete from action where id > 4' \
		>"$tap_dir/out"
	sqlite3 old.evs 'pragma journal_mode = wal' "attach 'kept.evs' as kept" \
		'insert into change select * from kept.change where id > 8' \
		'insert into action select * from kept.action where id > 4' \
		'.system cp old.evs logged.evs' '.system cp old.evs-wal logged.evs-wal' >"$tap_dir/out"
	ok 'a log beside the file' test -s logged.evs-wal
	evstorm recover logged.evs joined.evs
	works 'is taken into account, too'
	same 'and all is there' joined.evs

	sqlite3 other.evs 'create table notes (id integer primary key, text)' "insert into notes values (1, 'x')"
	evstorm recover other.evs none.evs
	fails "another program's file is left alone" 3 "other.evs: this is another program's database"
else
	skip 'a board that was dumped' 'sqlite3 is not installed'
fi

echo 'Dear diary' >diary.txt
evstorm recover ./diary.txt none.evs
fails 'what is no board gives none' 3 './diary.txt: no part of a board'
evstorm recover ./ none.evs
fails 'nor does a folder' 3 './: '
ok 'and nothing is made' test ! -e none.evs
evstorm recover nowhere none.evs
fails 'the file has to be there' 3 '.*no such board'
evstorm recover shop.evs
fails 'the new board has to be named' 2 'recover: something is missing'
is 'nothing is left over' "$(ls | grep -c 'new-\|-shm\|recover')" 0
plan
