#!/bin/sh
# People who worked apart on copies of one board: merge brings what one did into the other.
. "${SRCDIR:-.}/tests/lib/tap.sh"

# apart: the boards here and there, both as they were when they parted.
"$EVSTORM" new start </dev/null
"$EVSTORM" do start add command -c 1 'Place order' \; add event -c 2 'Order placed' \; add event -c 3 'Order packed' \; \
	add aggregate -c 2 -r 2 Order \; link 1 2 \; context Sales 2 4 \; note 2 'as the law wants it' \; phase 1 Buying \
	>/dev/null
apart() {
	cp "$EVSTORM_BOARDS/start.evs" "$EVSTORM_BOARDS/here.evs"
	cp "$EVSTORM_BOARDS/start.evs" "$EVSTORM_BOARDS/there.evs"
}

# here COMMAND..., there COMMAND...: somebody does so on that copy, each a second later.
now=1795190000
here() {
	now=$((now + 1))
	SOURCE_DATE_EPOCH=$now "$EVSTORM" do here --as Ana "$@" >/dev/null
}
there() {
	now=$((now + 1))
	SOURCE_DATE_EPOCH=$now "$EVSTORM" do there --as Bea "$@" >/dev/null
}
rows() {
	"$EVSTORM" export "$1" -f csv | cut -d, -f2-8,10,11 | sed 1d | sort
}

apart
evstorm merge here there
works 'two boards on which nothing was done can be merged'
is 'and nothing comes of it' "$out" '0 stickies added; 0 altered; 0 deleted'

apart
here edit 1 'Place the order' \; add event -c 7 'Paid' \; context Billing 5
there edit 2 'Order received' \; add event -c 8 'Parcel sent' \; kind 3 policy \; link 2 3 \; note 4 'has lines' \; \
	vote 3 \; phase 8 Shipping \; move 4 2 5
before=$(rows here)
evstorm merge here there --dry-run
like 'what would come can be seen before' "$out" 'Order \[-placed-\] \{\+received\+\}'
like 'with how many' "$out" '^preview: 1 sticky added; 3 altered; 0 deleted$'
is 'while nothing has changed' "$(rows here)" "$before"
evstorm merge here there --as Ana
works 'what both did comes together'
is 'without a conflict' "$out" '1 sticky added; 3 altered; 0 deleted'
merged=$(rows here)
for row in 'command,Place the order,1,1,,2,' 'event,Order received,2,1,Sales,3,as the law wants it' \
	'policy,Order packed,3,1' 'aggregate,Order,2,5,Sales,,has lines' 'event,Paid,7,2,Billing' 'event,Parcel sent,8,2'; do
	like "here is: $row" "$merged" "^$row"
done
like 'who did it is known' "$("$EVSTORM" export here -f csv)" 'Parcel sent,8,2.*,Bea,'
like 'votes come along' "$("$EVSTORM" export here -f json)" '"dots":1'
like 'and phases' "$("$EVSTORM" export here -f json)" '"column":8,"name":"Shipping"'
evstorm merge here there
is 'the same once more brings nothing' "$out" '0 stickies added; 0 altered; 0 deleted'
evstorm merge there here
is 'the other way round both boards become the same' "$(rows there)" "$merged"
evstorm verify here
works 'the board is sound'
evstorm do here --as Ana undo
is 'a merge is one action' "$(rows here)" "$before"

# Conflicts.
apart
here edit 2 'Order accepted' \; delete 3
there edit 2 'Order received' \; note 3 'with care' \; delete 4
here note 4 'What a buyer wants'
evstorm merge here there
like 'what both have changed is counted' "$out" '; 3 conflicts, each with a hotspot$'
merged=$(rows here)
like 'our text stays' "$merged" '^event,Order accepted,2,1,'
like 'theirs is in a hotspot beside it' "$merged" '^hotspot,On “there” the text is: Order received,2,'
like 'what only we deleted and they changed is back' "$merged" '^event,Order packed,.*,with care'
like 'with a hotspot' "$merged" '^hotspot,Deleted here\, but changed on “there”: Order packed|^hotspot,"Deleted here, but changed on “there”: Order packed"'
like 'what they deleted and we changed stays' "$merged" '^aggregate,Order,2,2,Sales,,What a buyer wants'
like 'with a hotspot, too' "$merged" 'Deleted on “there”, but changed here: Order'
evstorm merge here there
is 'once more, nothing is said twice' "$out" '0 stickies added; 0 altered; 0 deleted'

apart
there delete 3
evstorm merge here there
is 'what only one has deleted goes' "$out" '0 stickies added; 0 altered; 1 deleted'

# Columns.
apart
here insert-column 2
there insert-column 3 2 \; move 1 1 4
evstorm merge here there --dry-run
like 'of columns inserted there only' "$out" '#1 command .Place order.: 1,1 -> 1,4$'
ok 'not all that they move is shown as moved' sh -c '! printf "%s\n" "$1" | grep -q "Order packed"' sh "$out"
evstorm merge here there
works 'columns inserted on both boards'
is 'are counted with what else came' "$out" '0 stickies added; 1 altered; 0 deleted; 2 columns inserted'
like 'are inserted once each' "$(rows here)" '^event,Order packed,6,1,'
like 'before those that follow' "$(rows here)" '^event,Order placed,3,1,'
like 'and what was moved is where it was put' "$(rows here)" '^command,Place order,1,4,'
merged=$(rows here)
evstorm merge here there
is 'once more, no column is inserted again' "$(rows here)" "$merged"
is 'and none is counted' "$out" '0 stickies added; 0 altered; 0 deleted'
evstorm merge there here
is 'nor the other way round' "$(rows there)" "$merged"
there insert-column 1 \; insert-row 2 3
evstorm merge here there
is 'where only columns and rows came, it is said' "$out" \
	'0 stickies added; 0 altered; 0 deleted; 1 column inserted; 3 rows inserted'
like 'but one that came since is' "$(rows here)" '^event,Order packed,7,1,'

# A gap that closed on one board where the other has something.
apart
there delete 3 \; delete-column 1 -f
here add event -c 12 'Later'
evstorm merge here there
works 'a column closed on one of them'
merged=$(rows here)
evstorm merge here there
is 'closes once' "$(rows here)" "$merged"

apart
there delete 2 \; delete 4 \; delete-column 2
evstorm merge here there
is 'where nothing is in the way it is closed at once' "$out" '0 stickies added; 0 altered; 2 deleted; 1 column deleted'
like 'here as there' "$(rows here)" '^event,Order packed,2,1,'

# A slot that both have filled.
apart
here add event -c 9 'Ours'
there add event -c 9 'Theirs'
evstorm merge here there
like 'of two stickies in one slot theirs moves down' "$out" '1 moved to the next free slot below'
like 'there' "$(rows here)" '^event,Theirs,9,3,'

"$EVSTORM" new other </dev/null
evstorm merge here other
fails 'boards that did not begin as one are not merged' 1 '.*these boards did not begin as one'
evstorm merge here nope
fails 'nor one that is not there' 3 '.*nope\.evs: no such board'
plan
