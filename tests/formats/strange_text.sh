#!/bin/sh
# A text stays a text in every format, whatever it looks like: as a sticky, the name of a context, what
# stands on a relation, and the title. It is read back with the programs that the formats are for.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

# A text in each line; "¶" is a line feed.
cat >texts <<'END'
<script>alert(1)</script>
<b onclick="x()">bold</b> <br> <!-- -->
]]>
<![CDATA[ &amp; &#38; &lt; &nbsp; &bogus; & ]]>
"double" 'single' `back`
"]:::event
\ at the end \
\n \l \r \N \G \E \L \" \\
%% a comment
%%{init: {"theme": "dark"}}%%
--- title: x ---
# heading #quot; #35; #x
#amp; ;#59;;
end
subgraph x
click s1 call alert()
style s1 fill:#f00;
classDef event color:#f00;
graph { a -> b; }
{ [ ( < | > ) ] }
{{hexagon}} [[routine]] ((circle)) >flag]
a --> b -.-> c ==> d ~~~ e --- f
|label| :::class @{ shape: x }
- item: {a: [1, *b], &c !d} | > ? , @
key: value # comment
yes
null
~
1. first
2) second
+ plus
* star **bold** _under_ ~~gone~~
$x^2$ $$y$$ \(z\)
fa:fa-car www.example.org https://example.org mailto:x@example.org
=1+1
first¶second
one¶- two¶# three¶1. four
%s %n %d
한글과 English가 섞인 글
주문이¶접수되었다
👩‍💻 🇰🇷 ☂️ 🧑🏽‍🚒
שלום עולם and mixed
مرحبا بالعالم
é ǖ Å ﬃ
ＡＢＣ １２３
ﬂ°quot¶ß
END
awk 'BEGIN { while (i++ < 2000) printf "x"; print "" }' >>texts
awk 'BEGIN { while (i++ < 499) printf "\"\\& "; print "." }' >>texts
awk 'BEGIN { while (i++ < 2000) printf "가"; print "" }' >>texts
count=$(wc -l <texts)

# A board of them: each is a sticky in a context, and what stands on the relation to the next context,
# all of that name.
mkdir board
awk -v folder=board '
function cell(text, with) {
	gsub(/"/, "\"\"", text)
	gsub(/¶/, with, text)
	return "\"" (text ~ /^=/ ? "\047" : "") text "\""
}
BEGIN { print "id,kind,text,column,row,context" >folder "/stickies.csv"; print "from,style,to,label" >folder "/relations.csv" }
{
	print NR ",event," cell($0, "\n") "," NR ",1," cell($0, " ") >folder "/stickies.csv"
	name[NR] = cell($0, " ")
}
END {
	for (i = 1; i <= NR; i++)
		print name[i] "," (i % 2 ? "sync" : "async") "," name[i % NR + 1] "," name[i] >folder "/relations.csv"
}' texts
evstorm new strange -i board
is 'the board is made' "$status" 0
if [ "$status" != 0 ]; then
	plan
	exit
fi

# What must come back: without blanks, which stand where lines are broken.
sed 's/¶//g; s/ //g' texts >wanted

# compare NAME GOT: the lines of the file GOT are the texts.
compare() {
	cmp -s "$2" wanted
	compare_status=$?
	status=- out= err=
	tap_say $compare_status "$1" "$(diff "$2" wanted | head -n 6 | cut -c 1-200)"
}

for format in csv mermaid dot svg; do
	evstorm export strange -f $format -o "board.$format"
	works "the board as $format"
	[ $format = csv ] && continue
	evstorm export strange -f $format --map -o "map.$format"
	works "its map as $format"
done

if command -v sqlite3 >/dev/null; then
	sqlite3 :memory: '.mode csv' '.import board.csv t' '.mode list' \
		"select replace(replace(text, char(10), ''), ' ', '') from t order by id + 0" |
		sed "s/^'\([-+=@]\)/\1/" >got
	compare 'sqlite3 reads all texts from CSV' got
else
	skip 'CSV' 'there is no sqlite3'
fi

if can_read mermaid 'Mermaid'; then
	run node read_mermaid.mjs board.mermaid
	works 'its own parser takes the board'
	awk -F '\t' '$1 == "box" { sub(/^E·/, "", $3); print substr($2, 2) "\t" $3 }' "$tap_dir/out" |
		sort -n | cut -f 2- >got
	compare 'and has all stickies' got
	awk -F '\t' '$1 == "group" { print substr($2, 2) "\t" $3 }' "$tap_dir/out" | sort -n | cut -f 2- >got
	compare 'and all contexts' got
	run node read_mermaid.mjs map.mermaid
	works 'its own parser takes the map'
	awk -F '\t' '$1 == "box" { print substr($2, 2) "\t" $3 }' "$tap_dir/out" | sort -n | cut -f 2- >got
	compare 'and has all contexts' got
	awk -F '\t' '$1 == "arrow" { sub(/^a?sync:/, "", $5); print substr($2, 2) "\t" $5 }' "$tap_dir/out" |
		sort -n | cut -f 2- >got
	compare 'and all relations' got
fi

# graph FILE CLASS NAME-PREFIX CUT: the texts of the nodes, edges or clusters that dot drew.
graph() {
	for at in $(seq "$count"); do
		xpath "$1" "string(//*[local-name()='g'][@class='$2'][*[local-name()='title'] = '$3$at'])" |
			readers_squeeze | sed "s/^$3$at//; s/^$4//"
		echo
	done
}

if can_read dot 'DOT'; then
	run dot -Tsvg board.dot -o board.dot.svg
	is 'dot takes the board' "$status" 0
	graph board.dot.svg node s 'E·' >got
	compare 'and draws all stickies' got
	graph board.dot.svg cluster cluster_c '' >got
	compare 'and all contexts' got
	run dot -Tsvg map.dot -o map.dot.svg
	is 'dot takes the map' "$status" 0
	graph map.dot.svg node c '' >got
	compare 'and draws all contexts' got
	for at in $(seq "$count"); do
		xpath map.dot.svg "string(//*[local-name()='g'][@class='edge'][starts-with(*[local-name()='title'], 'c$at->')])" |
			readers_squeeze | sed -E "s/^c$at->c[0-9]+a?sync://"
		echo
	done >got
	compare 'and all relations' got
	like 'no string is longer than dot reads' \
		"$(LC_ALL=C awk 'length > most { most = length } END { print most < 16384 }' board.dot map.dot)" 1
fi

if can_read svg 'SVG'; then
	for file in board.svg map.svg; do
		run xmllint --noout --huge $file
		works "$file is well-formed"
		run rsvg-convert -w 1000 $file -o picture.png
		is "$file is drawn" "$status" 0
		is "$file has no script and no event handler" \
			"$(xpath $file "count(//*[local-name()='script'] | //@*[starts-with(name(), 'on')])")" 0
	done
	for at in $(seq "$count"); do
		xpath board.svg "string((//*[local-name()='g']/*[local-name()='title'])[$at])" | readers_squeeze
		echo
	done >got
	compare 'all stickies are in the picture of the board' got
	for at in $(seq "$count"); do
		xpath map.svg "string((//*[local-name()='rect']/*[local-name()='title'])[$at])" | readers_squeeze
		echo
	done >got
	compare 'all contexts are in that of the map' got
fi

# Every text is the name of a context and what it sends; some are, without what parts fields, types of
# fields of it, too.
sed 's/¶/ /g; s/["\\]/\\&/g' texts | awk '
	{ name[NR] = $0; gsub(/[][(){}<>,;]/, "") }
	length < 1900 { print "payload " NR " \"field: the " $0 " sensitive\"" }
	END { for (i = 2; i < NR; i += 2) printf "message \"%s\" \"%s\" -l \"%s\" %d\n", name[i], name[i + 1], name[i], i }
' >fields
run_with fields "$EVSTORM" do strange -
works 'strange types, and messages between strange names'
evstorm export strange -f asyncapi -o documents/
works 'the board as AsyncAPI'
is 'with a document for each context' "$(ls documents | wc -l)" "$count"
sort wanted >wanted.sorted
if can_read asyncapi 'AsyncAPI'; then
	run node read_asyncapi.mjs documents/*
	is "AsyncAPI's parser takes all documents" "$status $err" '0 '
	is 'and warns of nothing' \
		"$(awk -F '\t' '$1 == "said" && ($3 < 2 || $5 !~ /latest version/)' "$tap_dir/out")" ''
	ok 'and knows what is sensitive' test "$(grep -c '^field.*!$' "$tap_dir/out")" -ge $((count / 2))
	sed -n 's/^title\t//p' "$tap_dir/out" | sed 's/ //g' | sort >got
	ok 'and has all contexts' cmp got wanted.sorted
	awk -F '\t' '$1 == "message" && ($3 == "event" || $3 == "command") { print $4 }' "$tap_dir/out" |
		sed 's/ //g' | sort -u >got
	ok 'and all that passes between them' cmp got wanted.sorted
fi

evstorm export strange -f eventcatalog -o catalogue
works 'the board as a folder of EventCatalog'
if can_read eventcatalog 'EventCatalog'; then
	run node node_modules/@eventcatalog/linter/dist/cli/index.js catalogue
	is "EventCatalog's linter finds no error" "$status $(printf '%s\n' "$out" | grep -c ' error ')" '0 0'
	run node read_eventcatalog.mjs catalogue
	is 'its SDK and the compiler of its pages take it' "$status $err" '0 '
	for kind in service event; do
		awk -F '\t' -v kind=$kind '$1 == kind { print $4 }' "$tap_dir/out" | sed 's/ //g' | sort >got
		ok "and has all of kind $kind" cmp got wanted.sorted
	done
fi

# The title is one at a time; dot, which takes a moment, looks at some of them.
at=0
sed 's/¶/ /g' texts | while IFS= read -r text; do
	"$EVSTORM" do strange title -- "$text" >/dev/null 2>>title.err
	"$EVSTORM" export strange -f mermaid --map -o "title$((at += 1)).mermaid"
	"$EVSTORM" export strange -f dot --map -o title.dot
	"$EVSTORM" export strange -f svg --map -o title.svg
	if [ -z "$(readers_missing svg)" ]; then
		xpath title.svg "string(/*/*[local-name()='title'])" | readers_squeeze >>svg.titles
		echo >>svg.titles
	fi
	if [ -z "$(readers_missing dot)" ] && [ $((at % 8)) = 1 ]; then
		dot -Tcanon title.dot >/dev/null || echo "$text" >>dot.failed
	fi
done
is 'every text can be a title' "$(cat title.err)" ''
if can_read svg 'titles in SVG'; then
	compare 'and is that of the picture' svg.titles
fi
if can_read dot 'titles in DOT'; then
	ok 'dot takes titles' test ! -e dot.failed
fi
if can_read mermaid 'titles in Mermaid'; then
	for at in $(seq "$count"); do
		echo "title$at.mermaid"
	done | xargs node read_mermaid.mjs 2>title.err | sed -n 's/^title\t//p' >got
	is "Mermaid's parser takes titles" "$(cat title.err)" ''
	compare 'and has them' got
fi
plan
