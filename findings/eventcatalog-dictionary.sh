#!/bin/sh
# EventCatalog's SDK replaces the ubiquitous language of a domain where it says "add".
#
# Guess: addUbiquitousLanguageToDomain() adds its terms to those that the domain has, as
# addEventToService() adds an event to the others.
# Seen: @eventcatalog/sdk 2.27.1 writes the file anew: after a second call the first term is gone,
# without an error. addEventToService() does add.
# Hurts: tools that bring terms in from several sources. Read them, join them, write them once.
. "$(dirname "$0")/lib.sh"
npm_packages @eventcatalog/sdk@2.27.1

cat >try.cjs <<'END'
const catalogue = require('@eventcatalog/sdk').default(require('path').resolve('catalogue'));
const thing = (id) => ({ id, name: id, version: '1.0.0', markdown: '' });
(async () => {
	await catalogue.writeDomain(thing('shop'));
	await catalogue.writeService(thing('sales'));
	for (const id of ['order', 'payment']) {
		const term = { id, name: id, summary: id, description: id };
		await catalogue.addUbiquitousLanguageToDomain('shop', { dictionary: [term] });
		await catalogue.addEventToService('sales', 'sends', { id, version: '1.0.0' });
	}
	const { dictionary } = await catalogue.getUbiquitousLanguageFromDomain('shop');
	const { sends } = await catalogue.getService('sales');
	console.log('terms:', dictionary.map((term) => term.id).join(' '));
	console.log('events:', sends.map((event) => event.id).join(' '));
})();
END
seen=$(node try.cjs)
verdict '@eventcatalog/sdk 2.27.1: addUbiquitousLanguageToDomain() replaces the terms that were there' \
	'terms: payment
events: order payment' "$seen"
