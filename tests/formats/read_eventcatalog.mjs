// Reads a folder of EventCatalog with its own SDK, and compiles its pages as the core does:
//	node read_eventcatalog.mjs FOLDER
// Prints, divided by tabs,
//	domain|service|event|command|query|channel|flow ID VERSION NAME
//	sends|receives SERVICE ID CHANNEL
//	step FLOW ID KIND TITLE NEXT...
//	term DOMAIN ID NAME SUMMARY
// with blanks for line breaks; fails if a page does not compile, or a thing that is referred to is not there.
import { readdirSync, readFileSync } from 'node:fs';
import { resolve, join } from 'node:path';
import sdk from '@eventcatalog/sdk';
import { compile } from '@mdx-js/mdx';

const folder = resolve(process.argv[2]);
const catalogue = (sdk.default ?? sdk)(folder);
const say = (...words) => console.log(words.map(word => String(word).replace(/[\n\t]/g, ' ')).join('\t'));
const complain = what => {
	process.exitCode = 1;
	console.error(what);
};

for (const name of readdirSync(folder, { recursive: true }).filter(name => name.endsWith('.mdx'))) {
	const text = readFileSync(join(folder, name), 'utf8').replace(/^---\n.*?\n---\n/s, '');
	await compile(text).catch(fault => complain(`${name}: ${fault.message}`));
}

const lists = {
	domain: await catalogue.getDomains(),
	service: await catalogue.getServices(),
	event: await catalogue.getEvents(),
	command: await catalogue.getCommands(),
	query: await catalogue.getQueries(),
	channel: await catalogue.getChannels(),
	flow: await catalogue.getFlows(),
};
for (const [kind, list] of Object.entries(lists))
	for (const thing of list ?? []) {
		for (const field of ['id', 'name', 'version', 'summary'])
			if (typeof thing[field] !== 'string') complain(`${kind} ${thing.id}: ${field} is no text`);
		say(kind, thing.id, thing.version, thing.name);
	}

const messages = new Set([lists.event, lists.command, lists.query].flatMap(list => (list ?? []).map(({ id }) => id)));
for (const service of lists.service ?? [])
	for (const list of ['sends', 'receives'])
		for (const pointer of service[list] ?? []) {
			if (!messages.has(pointer.id)) complain(`${service.id} ${list} ${pointer.id}, which is not there`);
			say(list, service.id, pointer.id, (pointer.to ?? pointer.from ?? []).map(({ id }) => id).join(' '));
		}
for (const flow of lists.flow ?? [])
	for (const step of flow.steps) {
		const kind = ['actor', 'message', 'service', 'custom'].find(kind => step[kind]);
		say('step', flow.id, step.id, kind, step.title, ...(step.next_steps ?? []).map(({ id }) => id));
	}
for (const domain of lists.domain ?? []) {
	const language = await catalogue.getUbiquitousLanguageFromDomain(domain.id);
	for (const term of language?.dictionary ?? []) say('term', domain.id, term.id, term.name, term.summary);
}
