#!/bin/sh
# Many boards: a list of them, a search in all of them, and what their words mean.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm list
works 'without boards there is nothing to list'
is 'and nothing is printed' "$out" ''
evstorm list -f json
is 'as JSON, an empty array' "$out" '[]'
evstorm list -f csv
is 'as CSV, a header' "$out" 'board,step,stickies,people,changed,title'

"$EVSTORM" new shop -t 'Corner shop' </dev/null
"$EVSTORM" new depot -t 'The “depot”, 창고' </dev/null
"$EVSTORM" new bare </dev/null
"$EVSTORM" do shop add event -c 2 'Order placed' \; add aggregate -c 1 Order \; note 2 'What a buyer wants' \; \
	add actor -c 3 -r 2 Buyer \; context Sales 1 2 \; step 3 >/dev/null
"$EVSTORM" do depot --as Bea add aggregate -c 1 orders \; note 1 'What is to be packed' \; \
	add external-system -c 2 -r 2 'Parcel service' \; add event -c 3 '주문 확정됨' \; context Packing 1 >/dev/null
SOURCE_DATE_EPOCH=1795190000 "$EVSTORM" do depot --as Bea add event -c 9 Late >/dev/null

evstorm list
works 'the boards of the folder are listed'
like 'with titles over the columns' "$out" '^Board +Step +Stickies +People +Last change +Title$'
like 'how far each has come' "$out" '^shop +3 +3 +1 +2026-11-20 14:05 +Corner shop$'
like 'and who was there' "$out" '^depot +1 +4 +2 +2026-11-20 15:53 +The “depot”, 창고$'
like 'an empty one has no stickies' "$out" '^bare +1 +0 +1 '
is 'by name' "$(printf '%s\n' "$out" | sed 1d | cut -d' ' -f1 | tr '\n' ' ')" 'bare depot shop '
evstorm list --sort changed
is 'or by the last change' "$(printf '%s\n' "$out" | sed -n 2p | cut -d' ' -f1)" depot
evstorm list --sort stickies
is 'or by stickies' "$(printf '%s\n' "$out" | sed -n 2p | cut -d' ' -f1)" depot
evstorm list --sort nonsense
fails 'but not by anything else' 2 '--sort takes board.*, not “nonsense”'
evstorm list -f csv shop
is 'as CSV for spreadsheets, of some boards' "$(printf '%s\n' "$out" | sed 1d)" 'shop,3,3,1,2026-11-20T14:05:00Z,Corner shop'
evstorm list -f json
like 'as JSON for programs' "$out" '\{"board": "depot", "step": 1, "stickies": 4, "people": 2, "changed": "2026-11-20T15:53:20Z", "title": "The “depot”, 창고"\}'
evstorm list -f yaml
fails 'not as anything' 2 '--format takes text.csv.json, not “yaml”'
echo nonsense >"$EVSTORM_BOARDS/broken.evs"
evstorm list
is 'a file that is no board does not hide the others' "$(printf '%s\n' "$out" | sed 1d | wc -l)" 3
is 'but is reported' "$status" 3
like 'by name' "$err" '^evstorm: .*broken\.evs: '
rm "$EVSTORM_BOARDS/broken.evs"
"$EVSTORM" do shop title "$(printf 'red\033[31m')" >/dev/null 2>&1
evstorm list
clean 'nothing gets to the terminal but text'

evstorm grep order
works 'a text is found in all boards'
like 'in stickies' "$out" '^shop +1 +event +Sales +Order placed'
like 'whatever the case and number' "$out" '^depot +1 +aggregate +Packing +orders'
is 'there only' "$(printf '%s\n' "$out" | wc -l)" 3
evstorm grep 'to be packed'
like 'in notes, which are shown then' "$out" '^depot +1 +aggregate +Packing +orders +What is to be packed'
evstorm grep ㅈㅁ
like 'by first consonants' "$out" '주문 확정됨'
evstorm grep sales
like 'in the names of contexts' "$out" '^shop +context +Sales'
evstorm grep order depot
is 'in chosen boards' "$(printf '%s\n' "$out" | cut -d' ' -f1)" depot
evstorm grep order -f csv
like 'as CSV' "$out" '^shop,1,event,Sales,Order placed,$'
evstorm grep order -f json
like 'as JSON' "$out" '"board": "shop", "id": 1, "kind": "event", "context": "Sales", "text": "Order placed", "note": null'
evstorm grep 'no such thing'
is 'when nothing is found the status says so' "$status" 1
is 'and nothing is printed' "$out$err" ''
evstorm grep ''
fails 'nothing is no text' 2 'grep: the text to find is empty'

evstorm glossary
works 'the words of all boards'
like 'by name' "$(printf '%s\n' "$out" | grep -v '^ ' | tr '\n' ' ')" '^Buyer orders Parcel service $'
like 'with what they mean, and where' "$out" '^  aggregate \[Sales\] shop: What a buyer wants$'
like 'on each board' "$out" '^  aggregate \[Packing\] depot: What is to be packed$'
like 'and whether that differs' "$out" '^  ! means different things: the notes differ$'
evstorm glossary --differing
is 'or only those that differ' "$(printf '%s\n' "$out" | grep -v '^ ')" orders
evstorm glossary -f csv --differing
like 'as CSV' "$out" '^orders,aggregate,Packing,depot,1,1,What is to be packed,note context$'
evstorm glossary shop -f json
like 'as JSON' "$out" '"term": "Order", "kind": "aggregate", "context": "Sales", "board": "shop"'
ok 'within one board nothing differs' sh -c '! "$EVSTORM" glossary shop | grep -q "!"'
"$EVSTORM" do shop add external-system -c 8 orders >/dev/null
evstorm glossary shop
like 'unless a word is of two kinds' "$out" '^  ! means different things: the kinds differ$'
plan
