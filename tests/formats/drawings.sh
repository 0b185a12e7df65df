#!/bin/sh
# Boards as drawings that can be edited in other programs, and back in again; drawings from elsewhere.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

# A board with what is special in any of the formats, and a context of 60 aggregates.
evstorm new hostile
cat >story <<'END'
title "</script> \"quoted\" 'single' `back` \\ {[(<&#$%>)]} true null"
context "배송 관리"
context "a/b: #c"
context "A/B: #C"
context "empty | ]]>"
lane 5 "Parking lot <br>"
phase 2 "👩‍💻 🇰🇷 &amp;"
END
run_with story "$EVSTORM" do hostile -
works 'a board is made'
for text in '"},{"id":1' '\u0000 \n \' "two
lines" '한글과 English' 'שלום' true null '=1+1' '%name% %s' '<b>bold</b> &lt; &#10;' "d'accord" \
	'|end' '{{x}} ${y}' "$(printf '가%.0s' $(seq 2000))" "$(printf 'x\n%.0s' $(seq 1000))"; do
	"$EVSTORM" do hostile add event -- "$text" >/dev/null
done
{
	seq 60 | sed 's/.*/add aggregate -c 20 -r & "Aggregate &"/'
	echo "context \"배송 관리\" $(seq 16 75 | paste -sd ' ')"
	echo 'context "a/b: #c" 1 3'
	echo 'context "A/B: #C" 2'
	echo 'link 1 2'
	echo 'link 2 1'
	echo 'link 60 3'
	echo 'note 1 "a note \" & <"'
	echo 'pivotal 1'
	echo 'vote 2'
	echo 'relate "배송 관리" async "a/b: #c" -l "}] \"<&"'
	echo 'relate "a/b: #c" sync "A/B: #C" -p conformist/open-host'
} >story
run_with story "$EVSTORM" do hostile -
works 'and filled'
for sample in shop-en shop-ko tutorial-en; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
done

for format in drawio excalidraw jsoncanvas; do
	for board in hostile shop-en shop-ko tutorial-en; do
		evstorm export $board -f $format -o $board.$format
		works "$board as $format"
		evstorm new $board-$format -i $board.$format
		works 'comes in again'
		is 'with nothing left out' "$(printf '%s' "$out" | grep -c ignored)" 0
		evstorm export $board -o first.csv
		evstorm export $board-$format -o second.csv
		ok 'the same stickies' cmp first.csv second.csv
		rm -rf first second
		evstorm export $board -f csv -o first/
		evstorm export $board-$format -f csv -o second/
		for table in contexts phases lanes; do
			ok "and $table" cmp first/$table.csv second/$table.csv
		done
		evstorm export $board --map -f $format -o map.$format
		evstorm new $board-$format-map -i map.$format
		works "the map of $board comes in again"
		rm -rf second
		evstorm export $board-$format-map -f csv -o second/
		ok 'with the same relations' cmp first/relations.csv second/relations.csv
		is 'and contexts' "$(cut -d , -f 1,2 second/contexts.csv)" \
			"$(cut -d , -f 1,2 first/contexts.csv)"
	done
	evstorm new empty-$format
	evstorm export empty-$format -f $format -o empty.$format
	works "an empty board as $format"
	evstorm import shop-en empty.$format
	works 'comes in again, too'
done

if can_read drawio 'drawio'; then
	for file in hostile shop-en shop-ko tutorial-en empty map; do
		run xmllint --noout --huge $file.drawio
		works "$file.drawio is well-formed"
	done
	is 'each sticky is a cell' "$(xpath shop-en.drawio "count(//object[@evstorm-item='sticky']/mxCell[@vertex=1])")" \
		"$(tail -n +2 "$EVSTORM_DATADIR/boards/shop-en/stickies.csv" | grep -c '^[0-9]')"
	is 'each cell has a parent that is there' "$(xpath hostile.drawio \
		"count(//mxCell[@id != '0'][not(@parent = //@id)] | //object/mxCell[not(@parent = //@id)])")" 0
	is 'and each arrow two ends' \
		"$(xpath shop-en.drawio "count(//mxCell[@edge=1][not(@source = //@id) or not(@target = //@id)])")" 0
fi

# Drawings of others.
cat >wall.excalidraw <<'END'
{"type":"excalidraw","elements":[
{"type":"frame","id":"f","name":"Sales","x":-20,"y":-20,"width":300,"height":200},
{"type":"rectangle","id":"a","x":0,"y":0,"width":100,"height":60,"backgroundColor":"#ffd8a8","frameId":"f"},
{"type":"text","id":"t","containerId":"a","text":"Order\nplaced","originalText":"Order placed"},
{"type":"rectangle","id":"b","x":140,"y":5,"width":100,"height":60,"backgroundColor":"#a5d8ff","frameId":"f"},
{"type":"text","x":150,"y":20,"width":60,"height":20,"text":"Ship"},
{"type":"arrow","x":104,"y":30,"points":[[0,0],[34,0]],"startBinding":{"elementId":"a"},"endBinding":null}]}
END
evstorm new sketched -i wall.excalidraw
works 'a wall of Excalidraw'
evstorm export sketched
like 'has texts, kinds, places, contexts and arrows' "$out" 'event,Order placed,1,1,Sales,2,'
like 'also where texts and arrows are not bound' "$out" 'command,Ship,2,1,Sales,,'
cat >wall.canvas <<'END'
{"nodes":[{"id":"a","type":"text","text":"Order placed","x":0,"y":0,"width":100,"height":60,"color":"2"},
{"id":"b","type":"text","text":"Ship","x":0,"y":100,"width":100,"height":60,"color":"#a5d8ff"},
{"id":"c","type":"link","url":"https://example.org","x":0,"y":0,"width":1,"height":1}],
"edges":[{"id":"e","fromNode":"b","toNode":"a"}]}
END
run_with wall.canvas "$EVSTORM" import sketched -
works 'a canvas, through a pipe'
like 'goes right of what is there, and says what it leaves out' "$out" '2 stickies added; 1 part of the drawing ignored: “https'
evstorm export sketched
like 'with its arrows' "$out" 'command,Ship,3,2,,3,'
cat >wall.drawio <<'END'
<mxfile><diagram name="Notes"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/></root></mxGraphModel>
</diagram><diagram name="Wall"><mxGraphModel><root><mxCell id="0"/><mxCell id="1" parent="0"/>
<mxCell id="a" value="&lt;div&gt;주문이&lt;br&gt;접수됨&lt;/div&gt;" style="html=1;fillColor=#ffe6cc;" vertex="1" parent="1"><mxGeometry x="3" y="4" width="100" height="60" as="geometry"/></mxCell>
<mxCell id="b" value="Ship" style="fillColor=#dae8fc;" vertex="1" parent="1"><mxGeometry x="133" y="9" width="100" height="60" as="geometry"/></mxCell>
<mxCell id="t" value="A heading" style="text;" vertex="1" parent="1"><mxGeometry x="3" y="-80" width="100" height="20" as="geometry"/></mxCell>
<mxCell id="e" edge="1" parent="1" source="a" target="b"><mxGeometry relative="1" as="geometry"/></mxCell>
</root></mxGraphModel></diagram></mxfile>
END
evstorm new wall -i wall.drawio --page Wall
works 'a wall of draw.io'
like 'what is left out is named, and the page' "$out" '2 stickies added; 1 part of the drawing ignored: “A heading”; read from page “Wall”, one of 2'
evstorm export wall
like 'texts, kinds and places' "$out" 'event,"주문이
접수됨",1,1,,2'
like 'and arrows' "$out" 'command,Ship,2,1,,,'
evstorm import wall wall.drawio --page 7
fails 'a page that is not there' 1 'wall.drawio: no page “7”; it has: Notes, Wall'
run_with wall.drawio "$EVSTORM" import wall - --page 2 -n
works 'through a pipe, looked at first'
like 'with what would come' "$out" '2 stickies would be added'
evstorm import wall wall.drawio --update
fails 'a drawing is no update' 2 'wall.drawio: --update takes a table or a board in JSON, not a drawing'
evstorm import wall wall.excalidraw --update
fails 'whichever program drew it' 2 'wall.excalidraw: --update takes a table or a board in JSON, not a drawing'

# Hostile ones.
evstorm export wall -o before.csv
printf '<!DOCTYPE mxfile [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]><mxfile>&b;</mxfile>' >bomb.drawio
printf '<!DOCTYPE mxfile [<!ENTITY a SYSTEM "file:///etc/passwd">]><mxfile>&a;</mxfile>' >outside.drawio
head -c 700 wall.drawio >cut.drawio
sed 's/x="133"/x="NaN"/' wall.drawio >nan.drawio
sed 's/x="133"/x="1e99"/' wall.drawio >far.drawio
{ printf '<mxfile>'; yes '<a>' | head -n 100000; } >deep.drawio
{ printf '<mxfile x="'; yes xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx | head -c 80000000; printf '"/>'; } >huge.drawio
sed 's/"y":5/"y":1e10/' wall.excalidraw >far.excalidraw
head -c 300 wall.excalidraw >cut.excalidraw
yes '[' | tr -d '\n' | head -c 1000000 >deep.canvas
for file in bomb.drawio outside.drawio cut.drawio nan.drawio far.drawio deep.drawio huge.drawio far.excalidraw \
	cut.excalidraw deep.canvas; do
	evstorm import wall $file --page Wall
	fails "$file is refused" 1 "$file: "
	is 'in one line' "$(printf '%s\n' "$err" | wc -l)" 1
done
evstorm export wall -o after.csv
ok 'the board is as it was' cmp before.csv after.csv
plan
