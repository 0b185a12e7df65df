#!/bin/sh
# EventCatalog's SDK removes all versions of an event when it is to remove the current one.
#
# Guess: rmEventById(id, "2.0.0") removes version 2.0.0, as rmEventById(id, "1.0.0") removes that version
# alone.
# Seen: @eventcatalog/sdk 2.27.1 removes the folder of the event when the version named is the current one,
# and with it versioned/1.0.0 below. No error; getEvent() finds nothing then, in any version.
# Hurts: scripts that take a published version back: the history of the event is gone with it.
. "$(dirname "$0")/lib.sh"
npm_packages @eventcatalog/sdk@2.27.1

cat >try.cjs <<'END'
const sdk = require('@eventcatalog/sdk').default, fs = require('fs');
const folder = process.cwd() + '/catalogue';
const { writeEvent, rmEventById } = sdk(folder);
const files = () => fs.readdirSync(folder, { recursive: true }).filter((name) => name.endsWith('.mdx')).sort().join(' ') || 'nothing';
(async () => {
	for (const remove of ['1.0.0', '2.0.0']) {
		fs.rmSync(folder, { recursive: true, force: true });
		fs.mkdirSync(folder);
		for (const version of ['1.0.0', '2.0.0'])
			await writeEvent({ id: 'placed', name: 'Placed', version, summary: 'x', markdown: 'x' }, { versionExistingContent: true });
		const before = files();
		await rmEventById('placed', remove);
		console.log(before, '- without', remove, '->', files());
	}
})();
END
seen=$(node try.cjs 2>&1)
verdict '@eventcatalog/sdk 2.27.1 removes version 1.0.0 with the current 2.0.0' \
	'events/placed/index.mdx events/placed/versioned/1.0.0/index.mdx - without 1.0.0 -> events/placed/index.mdx
events/placed/index.mdx events/placed/versioned/1.0.0/index.mdx - without 2.0.0 -> nothing' "$seen"
