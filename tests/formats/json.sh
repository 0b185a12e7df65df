#!/bin/sh
# The whole board as JSON: out and in again, held against its schema, and refused where it is wrong.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

evstorm export --schema
works 'the schema is printed'
printf '%s\n' "$out" >schema.json
ok 'it is the one that ships' cmp schema.json "$EVSTORM_DATADIR/board.schema.json"
evstorm export
fails 'anything else needs a board' 2 'which board'

# A board with every kind of quote, bracket and line break.
evstorm new hostile
cat >story <<'END'
title "</script> \"quoted\" 'single' `back` \\ {[(<&#$%>)]} true null"
context "배송 관리"
context "a/b: #c"
context "A/B: #C"
relate "배송 관리" async "a/b: #c" -l "}]"
lane 5 "Parking lot"
phase 2 "👩‍💻 🇰🇷"
END
run_with story "$EVSTORM" do hostile -
for text in '"},{"id":1' '\u0000 \n \' "two
lines" '한글과 English' 'שלום' true null 1e999 '=1+1' '' "$(printf '가%.0s' $(seq 2000))"; do
	"$EVSTORM" do hostile add event -- "$text" >/dev/null
done
for sample in shop-en shop-ko tutorial-en; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
done

for board in hostile shop-en shop-ko tutorial-en; do
	evstorm export $board -f json -o $board.json
	works "$board as JSON"
	evstorm new $board-again -i $board.json
	works 'comes in again'
	evstorm export $board-again -o again.json
	# Whoever brings it in is on the new board, too, so ids of people may differ.
	evstorm export $board -o table.csv
	evstorm export $board-again -o again.csv
	ok 'with the same stickies' cmp table.csv again.csv
	evstorm new $board-third -i again.json
	evstorm export $board-third -o third.json
	ok 'and then with the same everything' cmp again.json third.json
done
evstorm export hostile-again -f json
like 'the title comes with it' "$out" '"title":"</script> '
evstorm new titled -i hostile.json -t Mine
evstorm export titled -f json
like 'unless another is given' "$out" '"title":"Mine"'

sed 's/^\("stickies": \[\)$/\1\n{"id":9000,"kind":"event","text":"first","place":{"column":9000,"row":1}},/' shop-en.json >unsorted.json
evstorm new unsorted -i unsorted.json
works 'the order of items does not matter'
is 'they keep their ids' "$("$EVSTORM" export unsorted -f json | grep -c '^{"id":9000,"kind":"event"')" 1
is 'all of them' "$("$EVSTORM" export unsorted -f json | grep -v 9000 | sed -n '/stickies/,/links/s/"author.*//p')" \
	"$(sed -n '/stickies/,/links/s/"author.*//p' shop-en.json)"

if command -v sqlite3 >/dev/null; then
	is 'others can read it' "$(sqlite3 :memory: "select count(*) from json_each(readfile('shop-en.json'), '\$.stickies')")" \
		"$(tail -n +2 "$EVSTORM_DATADIR/boards/shop-en/stickies.csv" | grep -c '^[0-9]')"
else
	skip 'others can read it' 'there is no sqlite3'
fi

printf '\357\273\277' | cat - shop-en.json >marked.json
evstorm new marked
run_with marked.json sh -c 'cat | "$EVSTORM" import marked -'
works 'a pipe may begin with a byte order mark'
run_with shop-en.json "$EVSTORM" import titled -
works 'it may come through a pipe'
evstorm import titled shop-en.json -n
works 'and be looked at first'
like 'as any table' "$out" 'would be added'

"$EVSTORM" export titled -f json -o before.json
head -c 3000 shop-en.json >cut.json
evstorm import titled cut.json
fails 'what is cut off is refused' 1 'cut.json: line [0-9]*, column [0-9]*: not JSON: '
sed 's/"kind":"event"/"kind":"thing"/' shop-en.json >kind.json
evstorm import titled kind.json
fails 'and what is no kind' 1 'kind.json: stickies\[[0-9]*\]: kind: '
printf '\377\376{' >bytes.json
evstorm import titled bytes.json
fails 'and bytes that are no text' 1 'bytes.json: line 1, column [0-9]*: not JSON'
evstorm import titled missing.json
fails 'and a file that is not there' 3 'missing.json: '
evstorm new nothing -i cut.json
fails 'no board is made of such' 1 'cut.json: '
evstorm show nothing
fails 'at all' 3 '.*no such board'
"$EVSTORM" export titled -f json -o after.json
ok 'the board is as it was' cmp before.json after.json

# With the history: what people did, and took back, moment by moment.
"$EVSTORM" do hostile --as Ana add event "Taken back" >/dev/null
"$EVSTORM" do hostile --as Ana undo >/dev/null
"$EVSTORM" do hostile --as 보라 insert-column 2 \; add command 'two
lines' >/dev/null
for board in hostile shop-en shop-ko tutorial-en; do
	evstorm export $board -f json --history -o $board.whole.json
	works "$board with its history"
	evstorm new $board-whole -i $board.whole.json
	works 'comes in again'
	like 'as a history' "$out" '^history restored: [0-9]* change'
	evstorm export $board-whole -f json --history -o again.json
	ok 'with the same everything' cmp $board.whole.json again.json
	"$EVSTORM" log $board -f csv >log.csv
	"$EVSTORM" log $board-whole -f csv >again.csv
	ok 'and the same log' cmp log.csv again.csv
done
like 'a document with a history is of version 2' "$(sed -n 2p hostile.whole.json)" '^"evstorm": 2,$'
like 'one without is still of version 1' "$(sed -n 2p hostile.json)" '^"evstorm": 1,$'
evstorm do hostile-whole --as Ana redo
works 'what was taken back can be done again'
run_with shop-en.whole.json sh -c 'cat | "$EVSTORM" new piped -i -'
like 'a pipe may have a history' "$out" '^history restored'
run_with shop-en.whole.json "$EVSTORM" new redirected -i -
like 'and so may a file' "$out" '^history restored'
evstorm export redirected -f json --history
ok 'with all of it' cmp "$tap_dir/out" shop-en.whole.json
evstorm new retitled -i shop-en.whole.json -t Mine
evstorm export retitled -f json
like 'another title comes on top' "$out" '"title":"Mine"'
evstorm import titled shop-en.whole.json -n
like 'a board that has stickies gets those' "$out" 'would be added'
evstorm export shop-en --at step:3 -f json --history -o past.json
evstorm new past -i past.json
works 'the history up to a moment'
"$EVSTORM" export past -f json >again.json
"$EVSTORM" export shop-en --at step:3 -f json >past.json
ok 'leads to the board at that moment' cmp past.json again.json
evstorm export shop-en -f csv --history
fails 'a table has no history' 2 '.*these can: json'

# history NAME PATTERN SED: what SED makes of a history is refused, and no board is made of it.
history() {
	sed "$3" hostile.whole.json >wrong.json
	evstorm new wrong -i wrong.json
	fails "$1" 1 "wrong.json: $2"
	evstorm show wrong
	fails 'and no board is made' 3 '.*no such board'
}
history 'a history that is none' 'history: expected an array' 's/^"history": \[$/"history": {"a": [/; $s/}/}}/; s/^]$/]/'
history 'an action out of turn' 'history\[1\]: actions must be numbered' 's/^{"id":2,"time"/{"id":3,"time"/'
history 'a person nobody knows' 'history\[1\]: person: .*no person 99' '/^{"id":2,"time"/s/"person":[0-9]*/"person":99/'
history 'a time that is none' 'history\[0\]: time: expected a time' '/^{"id":1,"time"/s/"time":"[^"]*"/"time":"soon"/'
history 'something that no board has' 'history\[[0-9]*\]: changes\[0\]: .*“idea” is not something' 's/"entity":"sticky"/"entity":"idea"/'
history 'a field that is none' 'history\[[0-9]*\]: changes\[[0-9]*\]: .*“colours” is not one' 's/"field":"title"/"field":"colours"/'
history 'a value that cannot be' 'history\[[0-9]*\]: ' 's/role=participant/role=king/'
history 'an undo of nothing' 'history\[[0-9]*\]: undo and redo need a target' 's/,"target":[0-9]*//'
history 'an unknown member' 'history\[0\]: colour: unknown member' 's/^{"id":1,"time"/{"colour":1,"id":1,"time"/'
history 'a newer version' 'made by a newer evstorm .version 3; this one knows 2.' 's/^"evstorm": 2/"evstorm": 3/'

if can_read json 'JSON against its schema'; then
	run node read_json.mjs schema.json hostile.json shop-en.json shop-ko.json tutorial-en.json before.json *.whole.json
	is 'ajv takes schema and documents in strict mode' "$status $err" '0 '
	is 'all of them' "$(grep -c '^valid' "$tap_dir/out")" 9
	run node read_json.mjs schema.json kind.json
	is 'and sees what is wrong' "$status" 1
	like 'where it is' "$out" '^invalid kind.json /stickies/[0-9]*/kind '
fi
plan
