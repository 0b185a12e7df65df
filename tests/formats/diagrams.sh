#!/bin/sh
# What stands in diagrams and pictures of a board and of its context map, as the programs read it that
# they are for.
. "${SRCDIR:-.}/tests/lib/tap.sh"
. "${SRCDIR:-.}/tests/formats/readers.sh"

if ! command -v sqlite3 >/dev/null; then
	echo '1..0 # SKIP there is no sqlite3'
	exit
fi

# rows FILE: how many rows a table has below its header.
rows() {
	tail -n +2 "$1" | wc -l
}

evstorm new empty
for format in mermaid dot svg; do
	evstorm export empty -f $format -o "empty.$format"
	works "an empty board as $format"
	evstorm export empty -f $format --map -o "emptymap.$format"
	works "an empty map as $format"
done

for sample in shop-en shop-ko; do
	evstorm new $sample -i "$EVSTORM_DATADIR/boards/$sample"
	evstorm export $sample -f csv -o $sample/
	sqlite3 :memory: '.mode csv' ".import $sample/stickies.csv t" '.mode list' \
		"select t.id || ' ' || value from t, json_each('[\"' || replace(links, ' ', '\",\"') || '\"]')
		where links <> ''" | sort >$sample/links
	sqlite3 :memory: '.mode csv' ".import $sample/stickies.csv t" 'select id, "column" from t' >$sample/columns
	for format in mermaid dot svg; do
		evstorm export $sample -o "$sample.$format" -f $format
		evstorm export $sample -o "$sample-map.$format" -f $format --map
	done
done

# A map of which all is known.
cat >script <<'END'
add event Order placed
add event Payment approved
add event Parcel sent
context Ordering 1
context Payment 2
context Delivery 3
relate Ordering sync Payment -l "Request payment" -p anticorruption-layer/open-host
relate Ordering async Payment
relate Payment async Delivery -l "Payment approved" -p published-language
END
evstorm new known
run_with script "$EVSTORM" do known -
for format in mermaid dot svg; do
	evstorm export known --map -o known.$format -f $format
	works "a map as $format"
done

is 'what stands on a relation can be read in the source of the map, too' \
	"$(grep -c '|"sync: Request payment<br/>' known.mermaid)" 1

if can_read mermaid 'Mermaid'; then
	run node read_mermaid.mjs empty.mermaid emptymap.mermaid
	works "Mermaid's parser takes empty boards"
	for sample in shop-en shop-ko; do
		run node read_mermaid.mjs $sample.mermaid
		is "Mermaid sees each sticky of $sample" "$(grep -c '^box' "$tap_dir/out")" "$(rows $sample/stickies.csv)"
		is 'each context' "$(grep -c '^group' "$tap_dir/out")" "$(rows $sample/contexts.csv)"
		is 'and each link' "$(awk -F '\t' '$1 == "arrow" && $4 == "normal" {
			print substr($2, 2), substr($3, 2) }' "$tap_dir/out" | sort)" "$(cat $sample/links)"
		is 'what keeps the order is not seen and leads from left to right' \
			"$(awk -F '[\t,]' 'NR == FNR { column[$1] = $2; next }
			$1 == "arrow" && $4 == "invisible" && column[substr($2, 2)] >= column[substr($3, 2)]' \
				$sample/columns "$tap_dir/out" 2>&1)" ''
	done
	run node read_mermaid.mjs known.mermaid
	is 'the map has its contexts' "$(grep '^box' "$tap_dir/out" | cut -f 3 | paste -sd ' ')" \
		'Ordering Payment Delivery'
	is 'and its relations, those to be waited for solid and the others dotted' "$(grep '^arrow' "$tap_dir/out")" \
		"$(printf 'arrow\t%s\n' 'c1	c2	normal	sync:Requestpaymentanticorruption-layer/open-host' \
			'c1	c2	dotted	async' 'c2	c3	dotted	async:Paymentapprovedpublished-language/–')"
	run node read_mermaid.mjs shop-en-map.mermaid shop-ko-map.mermaid
	is 'and so have those of the samples' "$(grep -c '^arrow' "$tap_dir/out")" \
		$(($(rows shop-en/relations.csv) + $(rows shop-ko/relations.csv)))
fi

# @dagrejs/graphlib-dot 1.0.2 fails at it, and dot takes either.
for file in empty emptymap shop-ko shop-ko-map; do
	is "no \"graph [...]\" in $file.dot, but its attributes" "$(grep -c 'graph \[' $file.dot) $(grep -c '^	rankdir=LR$' $file.dot)" '0 1'
done
if can_read dot 'DOT'; then
	for file in empty.dot emptymap.dot; do
		run dot -Tplain $file
		works "dot takes $file"
	done
	for sample in shop-en shop-ko; do
		run dot -Tdot $sample.dot
		works "dot takes $sample"
		run dot -Tplain $sample.dot
		is 'and draws each sticky' "$(grep -c '^node' "$tap_dir/out")" "$(rows $sample/stickies.csv)"
		is 'and each link' "$(awk '$1 == "edge" && !/ invis / { print substr($2, 2), substr($3, 2) }' \
			"$tap_dir/out" | sort)" "$(cat $sample/links)"
		is 'and each context' "$(dot -Tsvg $sample.dot | grep -c 'class="cluster"')" \
			"$(rows $sample/contexts.csv)"
	done
	run dot -Tplain known.dot
	is 'the map has solid and dashed lines' "$(awk '$1 == "edge" { print $2, $3, $(NF - 1) }' "$tap_dir/out")" \
		"$(printf '%s\n' 'c1 c2 solid' 'c1 c2 dashed' 'c2 c3 dashed')"
	for sample in shop-en shop-ko; do
		run dot -Tplain $sample-map.dot
		is "and so has that of $sample" "$(grep -c '^edge' "$tap_dir/out")" "$(rows $sample/relations.csv)"
	done
fi

if can_read svg 'SVG'; then
	for file in empty emptymap shop-en shop-ko shop-en-map shop-ko-map known; do
		run xmllint --noout $file.svg
		works "$file.svg is well-formed"
		run rsvg-convert $file.svg -o $file.png
		works "$file.svg is drawn"
	done
	is 'the picture has each sticky' "$(xpath shop-en.svg "count(//*[local-name()='g']/*[local-name()='title'])")" \
		"$(rows shop-en/stickies.csv)"
	is 'and the title of the board' "$(xpath shop-en.svg "string(/*/*[local-name()='title'])")" \
		'Corner shop: from order to doorstep'
	is 'a wide character begins at the cell where it stands' \
		"$(xpath shop-ko.svg "string((//*[local-name()='text'])[1]/*[2]/@x)")" 24
	is 'the picture of the map has each context' \
		"$(xpath known.svg "count(//*[local-name()='rect']/*[local-name()='title'])")" 3
	is 'and a dashed line for each relation that nobody waits for' \
		"$(xpath known.svg "count(//*[@stroke-dasharray])")" 2
fi

# Stickies without an end, and far apart: all of them are in, and the picture can still be opened.
awk 'BEGIN {
	print "id,text,column,row,context"
	for (i = 1; i <= 10000; i++)
		print i ",Sticky " i "," (i - 1) % 500 + 1 "," int((i - 1) / 500) + 1 ",c" i % 7
	print "10001,Far away,999999999,999999999,"
}' >many.csv
evstorm new many -i many.csv
is '10,001 stickies' "$status" 0
evstorm export many -f svg -o many.svg
works 'as a picture'
if can_read svg 'a large picture'; then
	run xmllint --noout --huge many.svg
	works 'which is well-formed'
	is 'and has all of them' "$(grep -c '<g><title>' many.svg)" 10001
	ok 'and leaves out what is empty' test "$(xpath many.svg 'number(/*/@width)')" -lt 100000
fi
for format in mermaid dot; do
	evstorm export many -f $format -o "many.$format"
	works "as $format"
	is 'with all of them' "$(grep -c 'Sticky' "many.$format")" 10000
done

evstorm export shop-en -f csv --map
fails 'a table is no map' 2 'the format csv has no context map; these have one: mermaid, dot, d2, plantuml, likec4, svg, drawio, excalidraw, jsoncanvas, cml'
plan
