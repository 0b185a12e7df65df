// Works on a board as an assistant, through a client of the Model Context Protocol:
//	node read_mcp.mjs sdk|client EVSTORM BOARD
// "sdk" is the older client, which begins with "initialize", "client" the newer one in auto mode, which begins without.
// Prints what it is told, a line each.
import { execFileSync } from 'node:child_process';

const [which, evstorm, board] = process.argv.slice(2);
const base = which === 'sdk' ? '@modelcontextprotocol/sdk/client' : '@modelcontextprotocol/client';
const { Client } = await import(which === 'sdk' ? `${base}/index.js` : base);
const { StdioClientTransport } = await import(which === 'sdk' ? `${base}/stdio.js` : `${base}/stdio`);
const client = new Client({ name: 'test', version: '1' }, { versionNegotiation: { mode: 'auto' } });
const text = result => result.content.map(part => part.text).join('').trim().replaceAll('\n', ' ');

client.onerror = error => console.log(`error ${error.message}`);
await client.connect(
	new StdioClientTransport({ command: evstorm, args: ['mcp', board, '--as', which], env: process.env }));
if (which === 'client')
	console.log(`version ${client.getNegotiatedProtocolVersion()}`);
console.log(`tools ${(await client.listTools()).tools.length > 50}`);
console.log(`add ${text(await client.callTool({ name: 'add', arguments: { kind: 'event', text: '주문이 접수됨' } }))}`);
const refused = await client.callTool({ name: 'lock', arguments: {} });
console.log(`lock ${refused.isError} ${text(refused)}`);
const { resources } = await client.listResources();
console.log(`resources ${resources.map(resource => resource.uri).join(' ')}`);
const outline = await client.readResource({ uri: 'evstorm:outline' });
console.log(`outline ${outline.contents[0].text.includes('주문이 접수됨')}`);

const told = Promise.withResolvers?.() ?? (() => {
	const made = {};
	made.promise = new Promise(resolve => { made.resolve = resolve; });
	return made;
})();
const updated = which === 'sdk'
	? (await import('@modelcontextprotocol/sdk/types.js')).ResourceUpdatedNotificationSchema
	: 'notifications/resources/updated';
client.setNotificationHandler(updated, notification => told.resolve(notification.params.uri));
const stream = which === 'sdk'
	? await client.subscribeResource({ uri: 'evstorm:board' })
	: await client.listen({ resourceSubscriptions: ['evstorm:board'] });
execFileSync(evstorm, ['do', board, 'add', 'event', 'Shipped']);
console.log(`told ${await told.promise}`);
await stream.close?.();
await client.callTool({ name: 'nothing-like', arguments: {} }).catch(error => console.log(`unknown ${error.code}`));
await client.close();
