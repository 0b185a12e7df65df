#!/bin/sh
# Which file a name means, making boards, and who one is on them.
. "${SRCDIR:-.}/tests/lib/tap.sh"

evstorm
works 'without boards there is nothing to list'
is 'and nothing is listed' "$out" ''
evstorm new shop
works 'new makes a board'
is 'and prints nothing' "$out" ''
ok 'in the board folder' test -f "$EVSTORM_BOARDS/shop.evs"
evstorm log shop
like 'its title is its name' "$out" 'title "" -> shop$'
like 'its maker is a facilitator' "$out" "person 1 made name=$(id -un) role=facilitator"
evstorm new shop
fails 'a board is not made twice' 3 '.*shop\.evs'
ok 'and is still there' test -f "$EVSTORM_BOARDS/shop.evs"
evstorm new bar
evstorm
is 'the boards of the folder are listed, sorted' "$out" 'bar
shop'

evstorm new here.evs
works 'a name with .evs is a file'
ok 'here' test -f here.evs
mkdir sub
evstorm new sub/deep.evs
works 'so is one with a slash'
ok 'there' test -f sub/deep.evs
evstorm new missing/deep.evs
fails 'a folder of the user is not made' 3 '.*missing/deep.evs'
ok 'really not' test ! -e missing

( unset EVSTORM_BOARDS; "$EVSTORM" new one ) </dev/null
ok 'without EVSTORM_BOARDS it is ~/.local/share/evstorm' test -f "$HOME/.local/share/evstorm/one.evs"
is 'which is for its owner alone' "$(stat -c %a "$HOME/.local/share/evstorm")" 700
( unset EVSTORM_BOARDS; XDG_DATA_HOME="$PWD/data" "$EVSTORM" new two ) </dev/null
ok 'or that of XDG_DATA_HOME' test -f data/evstorm/two.evs
( unset EVSTORM_BOARDS; XDG_DATA_HOME=data "$EVSTORM" new three ) </dev/null
ok 'unless that is no absolute path' test -f "$HOME/.local/share/evstorm/three.evs"

for command in 'show nope' 'log nope' 'export nope' 'do nope undo' 'import nope x.csv' nope '-r nope'; do
	evstorm $command
	fails "$command: a board that is not there cannot be opened" 3 \
		'.*/nope\.evs: no such board; to create it: evstorm new nope'
done
ok 'and is not made' test ! -e "$EVSTORM_BOARDS/nope.evs"
for name in 'my shop' "it's" '$HOME' -x 우리가게; do
	evstorm show -- "$name"
	advice=$(printf '%s\n' "$err" | sed 's/.*to create it: evstorm/"$EVSTORM"/')
	run sh -c "$advice"
	works "$name: what is advised works when it is pasted"
	ok 'and makes that board' test -f "$EVSTORM_BOARDS/$name.evs"
	rm -f "$EVSTORM_BOARDS/$name.evs"
done
evstorm shop
fails 'the canvas needs a terminal' 3 '.*shop.evs: the canvas needs a terminal; without one use: evstorm show'
evstorm show ''
fails 'an empty name is wrong usage' 2 'the board name is empty'
echo 'no board' >text.evs
evstorm show text.evs
fails 'what is no board is refused' 3 'text\.evs: '
is 'and left as it is' "$(cat text.evs)" 'no board'
evstorm show ./
fails 'a folder is no board' 3 '\.'

evstorm do shop --as ' 안나  ' add event A
works '--as names the person'
evstorm log shop
like 'who comes to the board' "$out" 'person 2 made name=안나 role=participant'
evstorm do shop --as '' add event A
fails 'nobody has no name' 2 'a name is required'
mkdir -p "$HOME/.config/evstorm"
echo 'set name Béla' >"$HOME/.config/evstorm/config"
evstorm do shop add event A
evstorm log shop --by Béla
like 'the configuration names them, too' "$out" 'Béla  step 1  sticky 2 made'
rm "$HOME/.config/evstorm/config"

# Root may write where nobody may, unless it gives that up.
drop=
if [ "$(id -u)" = 0 ]; then
	drop='setpriv --bounding-set=-dac_override,-dac_read_search'
fi
mkdir locked
chmod 500 locked
if $drop sh -c ': >locked/x' 2>/dev/null || ! $drop true 2>/dev/null; then
	rm -f locked/x
	skip 'a folder that may not be written' 'no way to have one here'
else
	chmod 700 locked
	cp "$EVSTORM_BOARDS/shop.evs" locked/shop.evs
	chmod 500 locked
	run $drop "$EVSTORM" new locked/new.evs
	fails 'no board is made in a folder that may not be written' 3 'locked/new\.evs: '
	run $drop "$EVSTORM" export locked/shop.evs -o locked/out.csv
	fails 'no file is exported to it' 3 'locked/out\.csv: Permission denied'
	run $drop "$EVSTORM" do locked/shop.evs add event B
	fails 'no board is altered in it' 3 'locked/shop\.evs'
	EVSTORM_BOARDS="$PWD/locked/boards" run $drop "$EVSTORM" new a
	fails 'no board folder is made in it' 3 '.*locked/boards: cannot create the folder'
	chmod 400 "$EVSTORM_BOARDS/bar.evs"
	run $drop "$EVSTORM" do bar add event B
	fails 'a file that may not be written is not altered' 3 '.*bar\.evs'
	run $drop "$EVSTORM" show bar
	works 'but shown'
fi
plan
