#!/bin/sh
# opmlparser gives the children before their parent, and writes the names of attributes small.
#
# Guess: outlines come as they stand in the file, and isComment is isComment.
# Seen: opmlparser 0.8.0 gives an outline at its closing tag, so that the first line of a file may come
# last; "#id" has the order of the file. isComment, dateX and own attributes come as iscomment, datex.
# Hurts: imports that place a child under a parent which is not there yet, or look for isComment. Sort by
# "#id" first.
. "$(dirname "$0")/lib.sh"
npm_packages opmlparser@0.8.0

cat >try.cjs <<'END'
const Parser = require('opmlparser'), { Readable } = require('stream');
const parser = new Parser();
parser.on('readable', function () {
	for (let outline; (outline = this.read()); )
		console.log(JSON.stringify(outline));
});
Readable.from([Buffer.from('<?xml version="1.0"?><opml version="2.0"><head/><body><outline text="first" isComment="true">' +
	'<outline text="second"><outline text="third"/></outline></outline></body></opml>')]).pipe(parser);
END
seen=$(node try.cjs 2>&1)
verdict 'opmlparser 0.8.0 gives children first, and small letters' \
	'{"text":"third","#id":3,"#parentid":2}
{"text":"second","#id":2,"#parentid":1}
{"text":"first","iscomment":"true","#id":1,"#parentid":0}' "$seen"
