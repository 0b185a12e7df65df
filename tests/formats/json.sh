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

if can_read json 'JSON against its schema'; then
	run node read_json.mjs schema.json hostile.json shop-en.json shop-ko.json tutorial-en.json before.json
	is 'ajv takes schema and documents in strict mode' "$status $err" '0 '
	is 'all of them' "$(grep -c '^valid' "$tap_dir/out")" 5
	run node read_json.mjs schema.json kind.json
	is 'and sees what is wrong' "$status" 1
	like 'where it is' "$out" '^invalid kind.json /stickies/[0-9]*/kind '
fi
plan
