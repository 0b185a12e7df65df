#!/bin/sh
# xterm.js' addon to save a terminal turns the mouse on again, and not the way it is told.
#
# Guess: what it restores among the modes works as before, as programs that ask for the mouse ask for its
# encoding (1006) with it.
# Seen: @xterm/addon-serialize 0.14.0 writes the mouse (1000) and bracketed paste, and neither 1006 nor the
# hidden cursor nor its shape: a click is told in the old way of six bytes after, which the program that
# still runs does not await.
# Hurts: terminals in a browser that are laid anew from a snapshot when a person reloads or joins: clicks
# become letters that nobody typed. Ask the program to draw anew, as by a change of size.
. "$(dirname "$0")/lib.sh"
npm_packages @xterm/headless@6.0.0 @xterm/addon-serialize@0.14.0

cat >try.cjs <<'END'
const { Terminal } = require('@xterm/headless');
const { SerializeAddon } = require('@xterm/addon-serialize');
const written = (terminal, text) => new Promise((done) => terminal.write(text, done));
// What the terminal answers to DECRQM: 1 is on, 2 is off.
const modes = async (terminal) => {
	let answers = '';
	terminal.onData((data) => { answers += data; });
	await written(terminal, [1000, 1006, 2004, 25].map((mode) => `\x1b[?${mode}$p`).join(''));
	return answers.replace(/\x1b\[\?(\d+);(\d)\$y/g, '$1:$2 ');
};
(async () => {
	const before = new Terminal({ cols: 20, rows: 2, allowProposedApi: true });
	const addon = new SerializeAddon();
	before.loadAddon(addon);
	await written(before, '\x1b[?1000h\x1b[?1006h\x1b[?2004h\x1b[?25lx');
	const after = new Terminal({ cols: 20, rows: 2, allowProposedApi: true });
	await written(after, addon.serialize());
	console.log('before', await modes(before));
	console.log('after', await modes(after));
})();
END
seen=$(node try.cjs)
verdict '@xterm/addon-serialize 0.14.0 keeps mode 1000 and loses 1006' \
	'before 1000:1 1006:1 2004:1 25:2 
after 1000:1 1006:2 2004:1 25:1 ' "$seen"
