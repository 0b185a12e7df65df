#!/bin/sh
# The SDK of MCP gives a resource's name in percent signs to the server that asked for the name.
#
# Guess: of board://{name} the server gets the name 주문, as expand() of the same template made
# board://%EC%A3%BC%EB%AC%B8 of it, and match() undoes what expand() does.
# Seen: @modelcontextprotocol/sdk 1.32.2 gives "%EC%A3%BC%EB%AC%B8", whether the client wrote the letters or
# the signs. "board://list", which expand() makes of board://list{?kind} without a kind, match() does
# not know.
# Hurts: servers whose boards have names in Korean, or with a blank: "not found". Decode the name yourself.
. "$(dirname "$0")/lib.sh"
npm_packages @modelcontextprotocol/sdk@1.32.2

cat >try.mjs <<'END'
import { McpServer, ResourceTemplate } from '@modelcontextprotocol/sdk/server/mcp.js';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { InMemoryTransport } from '@modelcontextprotocol/sdk/inMemory.js';
import { UriTemplate } from '@modelcontextprotocol/sdk/shared/uriTemplate.js';
const server = new McpServer({ name: 'boards', version: '1' }), client = new Client({ name: 'reader', version: '1' });
server.registerResource('board', new ResourceTemplate('board://{name}', { list: undefined }), {}, async (uri, { name }) => ({
	contents: [{ uri: uri.href, text: name }] }));
const [one, other] = InMemoryTransport.createLinkedPair();
await Promise.all([server.connect(one), client.connect(other)]);
for (const uri of ['board://orders', 'board://주문', new UriTemplate('board://{name}').expand({ name: '주문' })])
	console.log(uri, '->', (await client.readResource({ uri })).contents[0].text);
const list = new UriTemplate('board://list{?kind}');
for (const values of [{ kind: 'event' }, {}])
	console.log(list.expand(values), '->', JSON.stringify(list.match(list.expand(values))));
process.exit();
END
seen=$(node try.mjs 2>&1)
verdict '@modelcontextprotocol/sdk 1.32.2 does not decode the variables of a template' \
	'board://orders -> orders
board://주문 -> %EC%A3%BC%EB%AC%B8
board://%EC%A3%BC%EB%AC%B8 -> %EC%A3%BC%EB%AC%B8
board://list?kind=event -> {"kind":"event"}
board://list -> null' "$seen"
