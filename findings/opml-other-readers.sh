#!/bin/sh
# opml, the package, writes files that other readers of XML read as other texts.
#
# Guess: OPML that it wrote has the same texts for any reader.
# Seen: opml 0.5.8 says ISO-8859-1 and gives a text for a file in UTF-8, so that Python's reader, as any
# that is right, has "ì£¼ë¬¸" for 주문; and it writes a line break within an attribute as it is,
# which XML makes a blank of (&#10; keeps it). opml itself reads both as they were.
# Hurts: outlines with notes of more than one line, or not in English, on their way to another tool.
. "$(dirname "$0")/lib.sh"
npm_packages opml@0.5.8
command -v python3 >/dev/null || cannot 'there is no python3'

cat >try.cjs <<'END'
const opml = require('opml'), fs = require('fs');
const text = opml.stringify({ opml: { head: { title: 'board' }, body: { subs: [{ text: '주문', _note: 'one\ntwo' }] } } });
fs.writeFileSync('out.opml', text);
opml.parse(text, (error, read) => console.log('opml  ', JSON.stringify(Object.values(read.opml.body.subs[0]))));
END
seen=$(
	node try.cjs 2>&1
	python3 -c "
import json, xml.etree.ElementTree as tree
print('python', json.dumps(list(tree.parse('out.opml').find('.//outline').attrib.values()), ensure_ascii=False, separators=(',', ':')))"
)
verdict 'opml 0.5.8 says ISO-8859-1 of UTF-8, and writes bare line breaks in attributes' \
	'opml   ["주문","one\ntwo"]
python ["ì£¼ë¬¸","one two"]' "$seen"
