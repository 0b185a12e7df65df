#!/bin/sh
# node-sql-parser takes SQLite's ISNULL for the name of a column, and writes tables that SQLite refuses.
#
# Guess: what it parses for SQLite it writes again with the same meaning; what it does not know it refuses, as it
# does with much of it.
# Seen: node-sql-parser 5.4.0 writes "text ISNULL" as "text" AS "ISNULL", which gives the text for an answer where SQLite
# gives 0 or 1, and NOTNULL likewise. INTEGER PRIMARY KEY AUTOINCREMENT it writes in another order, and a
# trigger without the semicolon before its END: SQLite takes neither.
# Hurts: who changes queries or schemas of a database by it. Write IS NULL, and try what it wrote.
. "$(dirname "$0")/lib.sh"
npm_packages node-sql-parser@5.4.0 sql.js@1.17.0

cat >try.cjs <<'END'
const { Parser } = require('node-sql-parser');
(async () => {
	const { Database } = await require('sql.js')();
	const parser = new Parser(), database = 'sqlite';
	const run = sql => {
		const db = new Database();
		try {
			db.run("CREATE TABLE card (text); INSERT INTO card VALUES ('주문')");
			return JSON.stringify(db.exec(sql).map(answer => answer.values));
		} catch (error) {
			return error.message;
		}
	};
	for (const sql of ['SELECT text IS NULL FROM card', 'SELECT text ISNULL FROM card', 'SELECT text NOTNULL FROM card',
		'CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT)',
		'CREATE TRIGGER t AFTER INSERT ON card BEGIN UPDATE card SET text = 1; END']) {
		const again = parser.sqlify(parser.astify(sql, { database }), { database });
		console.log(`${sql} ${run(sql)}\n${again} ${run(again)}`);
	}
})();
END
seen=$(node try.cjs 2>&1)
verdict 'node-sql-parser 5.4.0 writes ISNULL as the name of a column' \
	'SELECT text IS NULL FROM card [[[0]]]
SELECT "text" IS NULL FROM "card" [[[0]]]
SELECT text ISNULL FROM card [[[0]]]
SELECT "text" AS "ISNULL" FROM "card" [[["주문"]]]
SELECT text NOTNULL FROM card [[[1]]]
SELECT "text" AS "NOTNULL" FROM "card" [[["주문"]]]
CREATE TABLE t (id INTEGER PRIMARY KEY AUTOINCREMENT) []
CREATE TABLE "t" ("id" INTEGER AUTOINCREMENT PRIMARY KEY) near "AUTOINCREMENT": syntax error
CREATE TRIGGER t AFTER INSERT ON card BEGIN UPDATE card SET text = 1; END []
CREATE TRIGGER "t" AFTER INSERT ON "card" BEGIN UPDATE "card" SET "text" = 1 END near "END": syntax error' "$seen"
