#!/bin/sh
# opml, the package, writes a title with "&" that it cannot read again.
#
# Guess: what it read from &amp; it writes as &amp;, as it does in outlines.
# Seen: opml 0.5.8 and opmltojs 0.4.14 escape the attributes of outlines and nothing in the head: a title
# "R&D" is in the file as it is, which is no XML, and opml's own parse() refuses it ("Invalid character
# entity"). No error when writing.
# Hurts: outlines that are titled by what people type: saved, and never opened again.
. "$(dirname "$0")/lib.sh"
npm_packages opml@0.5.8 opmltojs@0.4.14

cat >try.cjs <<'END'
const opml = require('opml'), other = require('opmltojs');
const file = '<?xml version="1.0"?><opml version="2.0"><head><title>R&amp;D</title></head>' +
	'<body><outline text="Q&amp;A"/></body></opml>';
const lines = (text) => text.split('\n').filter((line) => /R&|Q&/.test(line)).map((line) => line.trim()).join(' ');
opml.parse(file, (error, read) => {
	const written = opml.stringify(read);
	console.log(read.opml.head.title, '->', lines(written));
	opml.parse(written, (error) => console.log('again:', error ? error.message.split('\n')[0] : 'read'));
});
other.parse(file, (read) => console.log(read.opml.head.title, '->', lines(other.opmlify(read))));
END
seen=$(node try.cjs 2>&1)
verdict 'opml 0.5.8 does not escape a title, and refuses the file then' \
	'R&D -> <title>R&D</title> <outline text="Q&amp;A" />
again: Invalid character in entity name
R&D -> <title>R&D</title> <outline text="Q&amp;A" />' "$seen"
