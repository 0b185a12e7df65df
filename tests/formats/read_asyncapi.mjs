// Reads the documents in FILE... with AsyncAPI's own parser. Prints, with tabs between,
//	said       FILE SEVERITY PATH MESSAGE    what it has to say, below 2: an error or a warning
//	title      TEXT
//	operation  ACTION ID ADDRESS MESSAGES REPLIES
//	message    ID KIND TITLE
//	catalogue  ID TYPE ROLE                  what EventCatalog takes it for
//	field      MESSAGE NAME TYPE             of its payload, "!" behind what is sensitive
//	header     MESSAGE NAME TYPE
// a field being `TYPE`, `TYPE/FORMAT` or `[...]` for a list, and fails when there is an error among what
// it said.
import { readFileSync } from 'node:fs';
import { Parser } from '@asyncapi/parser';

const line = (...cells) => console.log(cells.map(cell => String(cell ?? '-').replace(/\s+/g, ' ')).join('\t'));
const ids = list => list.map(item => item.id()).join(' ') || '-';
const type = schema => schema.type === 'array' ? `[${type(schema.items)}]` :
	schema.type + (schema.format ? `/${schema.format}` : '') + (schema['x-sensitive'] ? '!' : '');

function show(document) {
	line('title', document.info().title());
	for (const operation of document.operations().all())
		line('operation', operation.action(), operation.id(), operation.channels().all()[0].address(),
			ids(operation.messages().all()), ids(operation.reply()?.channel()?.messages().all() ?? []));
	for (const message of document.components().messages().all()) {
		line('message', message.id(), message.extensions().get('x-kind')?.value(), message.title());
		line('catalogue', message.id(), message.extensions().get('x-eventcatalog-message-type')?.value(),
			message.extensions().get('x-eventcatalog-role')?.value());
		for (const [name, field] of Object.entries(message.payload()?.json().properties ?? {}))
			line('field', message.id(), name, type(field));
		for (const [name, field] of Object.entries(message.headers()?.json().properties ?? {}))
			line('header', message.id(), name, type(field));
	}
}

const parser = new Parser();
for (const file of process.argv.slice(2)) {
	const { document, diagnostics } = await parser.parse(readFileSync(file, 'utf8'));
	for (const said of diagnostics)
		line('said', file, said.severity, said.path.join('.'), said.message);
	if (document)
		show(document);
	if (!document || diagnostics.some(said => said.severity === 0))
		process.exitCode = 1;
}
