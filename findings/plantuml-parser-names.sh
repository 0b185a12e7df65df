#!/bin/sh
# plantuml-parser cuts names at the first letter outside ASCII.
#
# Guess: a name that PlantUML draws is read whole, or refused.
# Seen: plantuml-parser 0.4.0 reads "class Café" as a class Caf, and "class 주문" as no class at all,
# without an error; "class 주문 { ... }" is refused. A quoted name with an alias is read whole.
# Hurts: who makes graphs or code from diagrams in another language than English. Write names in
# quotes, with an alias of ASCII.
. "$(dirname "$0")/lib.sh"
npm_packages plantuml-parser@0.4.0

seen=$(node -e "
const { parse } = require('plantuml-parser');
for (const line of ['class Order', 'class Café', 'class 주문', 'class 주문 {\n번호 : String\n}', 'class \"주문\" as c1']) {
	try {
		const [diagram] = parse('@startuml\n' + line + '\n@enduml');
		console.log(line.split('\n')[0], '->', diagram.elements.map((element) => element.title).join(' '));
	} catch (error) {
		console.log(line.split('\n')[0], '->', error.name);
	}
}
")
verdict 'plantuml-parser 0.4.0 reads class Café as Caf, and no class of class 주문' \
	'class Order -> Order
class Café -> Caf
class 주문 -> 
class 주문 { -> SyntaxError
class "주문" as c1 -> 주문' "$seen"
