#!/bin/sh
# What the board itself suggests for steps 7 and 8.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm new shop
evstorm propose shop contexts
works 'an empty board proposes nothing'
is 'and says nothing' "$out" ''

evstorm do shop --as Ana add command -c 1 -r 1 Place order ';' add aggregate -c 2 -r 1 Order \
	';' add event -c 3 -r 1 Order placed ';' add command -c 4 -r 1 Ship \
	';' add aggregate -c 5 -r 1 Parcel ';' add event -c 6 -r 1 Shipped
evstorm check shop --step 7
is 'that there is no context is said once' "$(printf '%s\n' "$out" | grep -c context-)" 1

evstorm propose shop contexts
works 'contexts are proposed'
is 'a command each, and why' "$(printf '%s\n' "$out" | sed 's/ #.*//' | tr '\n' ';')" \
	'context Order 2 1 3;context Parcel 5 4 6;'
like 'the reason stands behind' "$out" '^context Order 2 1 3 # “Order”: [0-9]+ by name'
evstorm log shop
is 'nothing was done yet' "$(printf '%s\n' "$out" | grep -c context)" 0

evstorm propose shop contexts --accept --as Ben
works 'they can be accepted'
is 'and are printed all the same' "$(printf '%s\n' "$out" | wc -l)" 2
evstorm propose shop contexts
is 'what is accepted is not proposed again' "$out" ''
evstorm check shop --step 7
works 'the step has nothing left to look at'
evstorm check shop --step 8
like 'but the next has' "$out" '^8  map-missing +#4 “Ship”: .*\(#3 “Order placed”\)$'
evstorm check shop --step 8 -f json
like 'as JSON a finding names its context' "$out" '"check": "context-alone", .*"context": 1'

evstorm propose shop relations
is 'relations are proposed' "$out" \
	'relate Order async Parcel -l "Order placed" # the event “Order placed” in Order leads to “Ship” in Parcel'
printf '%s\n' "$out" | sed 's/ # .*//' >lines
run_with lines "$EVSTORM" do shop -
works 'a line can be run as a command'
evstorm propose shop relations --accept
is 'what is there is not proposed' "$out" ''
evstorm check shop --step 8
works 'the map has nothing left to look at'

evstorm do shop undo
evstorm do shop --as Ben undo
evstorm propose shop contexts
is 'accepting is one action, which an undo takes back' "$(printf '%s\n' "$out" | wc -l)" 2

evstorm do shop context A 1 2 3 ';' context B 4 5 6 ';' context C ';' relate A sync B -l Ship \
	';' relate B sync C ';' relate C sync A
evstorm check shop --step 8
like 'a ring is named by its path' "$out" '^8  sync-ring +A: .*: A → B → C → A$'
like 'a relation by its ends and label' "$out" '^8  sync-only-tells +A → B “Ship”: '
evstorm check shop --step 8 -f json
like 'a ring is an error' "$out" '"check": "sync-ring", "severity": "error", "context": 3'
like 'as JSON a finding names its relation' "$out" '"check": "map-unfounded", .*"relation": '
evstorm check --explain map-missing
like 'an offer of the canvas is called so' "$out" '^On the canvas: propose-relations$'

for language in en ko; do
	evstorm new "$language" -i "$EVSTORM_DATADIR/boards/shop-$language"
	works "the sample $language is there"
	evstorm propose "$language" contexts
	is "and all of it has contexts" "$out" ''
	evstorm propose "$language" relations
	is "and relations" "$out" ''
	evstorm export "$language" -o "$language/"
	tail -n +2 "$language/contexts.csv" | cut -d, -f2 | sed 's/.*/delete-context "&"/' >lines
	run_with lines "$EVSTORM" do "$language" -
	evstorm propose "$language" contexts --accept
	ok 'without them, several are proposed' test "$(printf '%s\n' "$out" | wc -l)" -gt 3
	evstorm propose "$language" relations --accept
	ok 'and relations between them' test "$(printf '%s\n' "$out" | grep -c '^relate .* async ')" -gt 3
	evstorm check "$language" --step 8
	is 'so that none is missing' "$(printf '%s\n' "$out" | grep -c map-missing)" 0
done

evstorm propose shop
fails 'what to propose has to be said' 2 'propose: something is missing'
evstorm propose shop steps
fails 'and has to be something' 2 'cannot propose “steps”; use contexts or relations'
evstorm propose nowhere contexts
fails 'a board has to be there' 3 '.*no such board'
evstorm propose --help
works '--help works'
plan
