#!/bin/sh
# A table that was exported, edited elsewhere and comes back: import --update changes what was edited, and nothing else.
. "${SRCDIR:-.}/tests/lib/tap.sh"

"$EVSTORM" new shop >/dev/null </dev/null
"$EVSTORM" do shop add command -c 1 'Place order' \; add event -c 2 'Order placed' \; add event -c 3 'Order packed' \; \
	add aggregate -c 2 -r 2 Order \; link 1 2 \; link 2 3 \; context Sales 2 4 \; note 2 'as the law wants it' \; \
	vote 3 \; pivotal 3 >/dev/null

# again: the board as it was, as shop.evs.
cp "$EVSTORM_BOARDS/shop.evs" kept.evs
again() {
	cp kept.evs "$EVSTORM_BOARDS/shop.evs"
}

# exported: the table of the board.
exported() {
	"$EVSTORM" export shop -f csv
}
exported >table.csv

evstorm import shop table.csv --update
works 'a table that nobody edited can come back'
is 'and changes nothing' "$out" '0 stickies altered; 4 unchanged'
is 'not even the log' "$("$EVSTORM" log shop | wc -l)" "$("$EVSTORM" log "$PWD/kept.evs" | wc -l)"

# Edits: a text, a kind, a place, a context, a note, an arrow, and what is pivotal.
sed -e '3s/Order placed/Order received/' -e '4s/^3,event/3,policy/' -e '4s/,3,1,/,7,2,/' -e '5s/Sales/Billing/' \
	-e '3s/as the law wants it//' -e '2s/,2,,/,2 3,,/' table.csv >edited.csv
ok 'the edits are there' sh -c '! cmp -s table.csv edited.csv'
evstorm import shop edited.csv --update --dry-run
works 'what would change can be seen before'
like 'a new text, by its words' "$out" '#2: Order \[-placed-\] \{\+received\+\}'
like 'another kind' "$out" '#3 policy .*: event -> policy'
like 'another place' "$out" '#3 .*: 3,1 -> 7,2'
like 'another context' "$out" '#4 .*: Sales -> Billing'
like 'an arrow' "$out" '#1 .Place order. -> #3'
like 'and how many' "$out" '^preview: 4 stickies altered$'
is 'while nothing has changed' "$(exported)" "$(cat table.csv)"
evstorm import shop edited.csv --update
works 'the edited table comes back'
is 'and it is said what it did' "$out" '4 stickies altered'
exported | cut -d, -f1-8,10,11 >after.csv
cut -d, -f1-8,10,11 edited.csv | sed '4s/,1$/,/' >wanted.csv
is 'the board is then what the table says, but only an event is pivotal' "$(cat after.csv)" "$(cat wanted.csv)"
evstorm import shop edited.csv --update
is 'the same table once more changes nothing' "$out" '0 stickies altered; 4 unchanged'
evstorm do shop undo
works 'it is one action'
is 'which undo takes back' "$(exported | cut -d, -f1-14)" "$(cut -d, -f1-14 table.csv)"

# Rows that are new, and rows that are missing.
again
printf '%s\n' "$(sed -e '5d' table.csv)" ',event,Parcel sent,9,1,,,,,,,,,,' '5,event,Made up,,,,,,,,,,,,' >rows.csv
"$EVSTORM" do shop --as Bea add event -c 20 Late >/dev/null
exported >late.csv
evstorm import shop rows.csv --update
works 'rows may be new and missing'
is 'the missing ones are left alone' "$out" \
	'0 stickies altered; 2 added; 3 unchanged; 2 not in the table, left alone; 1 got a new id'
like 'a new row is a new sticky' "$(exported)" '^6,event,Parcel sent,9,1,'
like 'even with an id that somebody made up' "$(exported)" '^7,event,Made up,.*,1,2026-11-20T14:05:00Z,'
like 'whose owner stays as it was' "$(exported)" '^5,event,Late,20,2,'
evstorm do shop undo
evstorm import shop rows.csv --update --delete
is 'or deleted, when that is asked for' "$out" '0 stickies altered; 2 added; 2 deleted; 3 unchanged; 1 got a new id'
ok 'really' sh -c '! "$EVSTORM" export shop -f csv | grep -qE "^[45],"'
evstorm do shop undo
is 'which is also one action' "$(exported)" "$(cat late.csv)"
evstorm import shop rows.csv --update
evstorm import shop late.csv --delete
fails 'nothing is deleted without --update' 2 '--delete goes with --update'

again
"$EVSTORM" do shop invariants 4 'has lines' \; payload 2 total >/dev/null
sed -e '3s/^2,event/2,policy/' -e '5s/^4,aggregate/4,event/' table.csv >kinds.csv
evstorm import shop kinds.csv --update
is 'of another kind' "$out" '2 stickies altered; 2 unchanged'
ok 'a sticky loses what it cannot have' sh -c '! "$EVSTORM" export shop -f json | grep -qE "has lines|total"'
again
sed '4d' table.csv >gone.csv
evstorm import shop gone.csv --update --delete
works 'an arrow to a row that somebody took out'
is 'goes with it' "$out" '0 stickies altered; 1 deleted; 3 unchanged'
like 'from the row, too' "$(exported)" '^2,event,Order placed,2,1,Sales,,'

# What others did meanwhile.
again
"$EVSTORM" do shop --as Bea delete 4 \; add event Late >/dev/null
evstorm import shop table.csv --update
is 'what was deleted meanwhile does not come again, what was added stays' "$out" \
	'0 stickies altered; 3 unchanged; 1 not in the table, left alone; 1 row ignored because its sticky was deleted'

# Texts stand in for ids.
again
cut -d, -f2,3,4,5 table.csv | sed 's/command,Place order,1,1/command,Place order,1,5/' >noid.csv
evstorm import shop noid.csv --update
is 'without ids the texts tell which sticky is meant' "$out" '1 sticky altered; 3 unchanged'
like 'and columns that the table lacks are left alone' "$(exported)" '^1,command,Place order,1,5,,2,'
again
"$EVSTORM" do shop add policy -c 9 'Order placed' \; add event -c 10 'Order placed' \; add event -c 11 'Order placed' >/dev/null
printf '%s\n' 'kind,text,column,row,context' 'event,Order placed,10,5,' 'policy,Order placed,9,5,' \
	'event,Order placed,2,5,Sales' 'command,Order placed,11,5,' 'event,Order placed,30,1,' >alike.csv
evstorm import shop alike.csv --update
is 'of several with one text the row stands for' "$out" '4 stickies altered; 1 added; 3 not in the table, left alone'
for row in 2,event,.*,2,5,Sales 5,policy,.*,9,5 6,event,.*,10,5 7,command,.*,11,5 8,event,.*,30,1; do
	like "that of its kind and context, or else the first left: $row" "$(exported)" "^$row"
done
again
sed 's/T..:..:..Z/T00:00:00Z/; s/Order packed/Something else/' table.csv >other.csv
evstorm import shop other.csv --update
is 'the ids of another board mean nothing' "$out" \
	'1 sticky altered; 1 added; 2 unchanged; 1 not in the table, left alone; 1 moved to the next free slot below; 1 got a new id'
like 'what is new gets an id of its own, and arrows go to it' "$(exported)" '^2,event,Order placed,2,1,Sales,5,'

# Places.
again
sed -e '2s/,1,1,/,2,1,/' -e '3s/,2,1,/,1,1,/' table.csv >swapped.csv
evstorm import shop swapped.csv --update
is 'two stickies can change places' "$(exported | cut -d, -f1,4,5 | sed -n 2,3p | tr '\n' ' ')" '1,2,1 2,1,1 '
again
sed -e '2s/,1,1,/,2,2,/' table.csv >taken.csv
evstorm import shop taken.csv --update
like 'a slot that is taken gives way to the next below' "$out" '1 moved to the next free slot below'
like 'there' "$(exported)" '^1,command,Place order,2,3,'

# What stays as it is on the board.
again
sed -e '4s/,1,,1,[^,]*,1,/,9,,1,Zed,4,/; 3s/Order placed//' table.csv >more.csv
evstorm import shop more.csv --update
like 'a sticky does not lose its text' "$out" '1 row without a text: its sticky keeps it'
like 'votes, authors and steps are those of the board' "$out" 'other values in votes, author, step ignored'
ok 'nobody comes to the board for it' sh -c '! "$EVSTORM" export shop -f json | grep -q Zed'

# What spreadsheets make of a table: a mark, semicolons, quotes everywhere, CR LF, times and truth in their own way.
sed -n '1,$p' table.csv | sed -e 's/,/;/g' -e 's/[^;]*/"&"/g' -e "s/2026-11-20T..:..:..Z/11\/20\/26 02:05 PM/g" \
	-e '3s/Order placed/Order received/' -e 's/$/\r/' >sheet.rows
printf '\357\273\277' | cat - sheet.rows >sheet.csv
again
evstorm import shop sheet.csv --update
works 'a spreadsheet may save it in its own way'
is 'and only the edit comes in' "$out" '1 sticky altered; 3 unchanged'

# Refusals change nothing.
again
sed '2s/command/nonsense/' table.csv >bad.csv
evstorm import shop bad.csv --update
fails 'an unknown kind is refused with its row' 1 'bad\.csv: row 2, column 2 \(kind\)'
sed '2s/,2,,/,99,,/' table.csv >bad.csv
evstorm import shop bad.csv --update
fails 'so is an arrow to nowhere' 1 'bad\.csv: row 2, column 7 \(links\): neither the file nor the board has a sticky 99'
mkdir folder
evstorm import shop folder --update
fails 'a folder of other tables is refused' 2 'folder: --update takes a folder that an export wrote'
is 'and nothing has changed' "$(exported)" "$(cat table.csv)"
cat edited.csv | "$EVSTORM" import shop - --update >out.txt
is 'the table may come through a pipe' "$(cat out.txt)" '4 stickies altered'

# A document, and a folder, that somebody has edited: everything that a sticky has, and what is new beside it.
evstorm new whole
cat >story <<'END'
add event -c 1 -r 1 Order placed
add command -c 2 -r 1 Ship
add event -c 3 -r 1 Shipped
add event -c 4 -r 1 Lost
context Sales 1
context Depot 2 3
payload 1 orderId: uuid
link 1 2
relate Sales async Depot -l goods
message Sales Depot -l goods 1
phase 1 Selling
END
run_with story "$EVSTORM" do whole -
"$EVSTORM" export whole -f json -o whole.json
"$EVSTORM" export whole -o whole.csvs/
evstorm import whole whole.json --update
is 'a document that nobody has edited changes nothing' "$out" '0 stickies altered; 4 unchanged'
evstorm import whole whole.csvs --update
is 'nor does such a folder' "$out" '0 stickies altered; 4 unchanged'
"$EVSTORM" do whole insert-column 1 >/dev/null
"$EVSTORM" do whole edit 3 'It has been shipped' >/dev/null
"$EVSTORM" do whole delete 4 >/dev/null
"$EVSTORM" export whole -f json -o now.json
sed 's/"text":"Order placed"/"text":"Order was placed"/; s/orderId: uuid/orderId: text/
	s/^"contexts": \[/&\n{"id":77,"name":"Bank","colour":3},/
	s/^"stickies": \[/&\n{"id":99,"kind":"event","text":"Paid","place":{"column":9,"row":1},"context":77,"created":"2026-01-01T00:00:00Z"},/' \
	now.json >edited.json
evstorm import whole edited.json --update --dry-run
like 'what it would change is shown' "$out" 'Order \{\+was\+\} placed'
evstorm import whole edited.json --update
like 'and done' "$out" '^1 sticky altered; 1 added; 2 unchanged'
evstorm export whole -f json
like 'a text comes in' "$out" '"text":"Order was placed"'
like 'a field that no table of stickies has, too' "$out" 'orderId: text'
like 'a new sticky, and its context' "$out" '"name":"Bank"'
is 'what was deleted does not come back' "$(printf '%s\n' "$out" | grep -c 'Lost')" 0
evstorm do whole undo
works 'one undo'
evstorm export whole -f json
is 'takes all of it back' "$out" "$(cat now.json)"
sed '/"text":"Ship"/d; /"links": \[/,/^\]/{/source/d}' now.json >less.json
evstorm import whole less.json --update
like 'what is not in it stays' "$out" '1 not in the table, left alone'
evstorm import whole less.json --update --delete
like 'unless asked otherwise' "$out" '1 deleted'
evstorm do whole undo 2
works 'an undo of both'
"$EVSTORM" export whole -f json >back.json
ok 'brings it back' cmp back.json now.json
"$EVSTORM" export whole -o now.csvs/
cp -R now.csvs edited.csvs
sed -i 's/Order placed/Order was placed/' edited.csvs/stickies.csv
sed -i 's/orderId: uuid/orderId: text/' edited.csvs/details.csv
sed -i '/,Ship,/d' edited.csvs/stickies.csv
evstorm import whole edited.csvs --update
like 'a folder is updated, too' "$out" '1 sticky altered; 1 unchanged; 1 not in the table'
"$EVSTORM" export whole -o again.csvs/
ok 'with its details' grep -q 'orderId: text' again.csvs/details.csv
is 'and phases do not come twice' "$(grep -c Selling again.csvs/phases.csv)" 1
evstorm do whole undo
works 'one undo'
"$EVSTORM" export whole -f json >back.json
ok 'takes it back' cmp back.json now.json
plan
