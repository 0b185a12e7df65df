#!/bin/sh
# LikeC4 draws two elements as one in Mermaid, D2 and PlantUML, where their names differ in the first letter.
#
# Guess: two elements of a model that is valid are two in whatever is generated of it.
# Seen: "likec4 gen" of likec4 1.59.4 makes names by a capital at their beginning, so that a and A, which
# LikeC4 tells apart, are A in Mermaid, D2 and PlantUML: one box, with the text of the last, and all arrows.
# For PlantUML it joins the names of an element and of what it is in: shop.sales and shopSales are both
# ShopSales, and the arrow of one starts at the other. No warning. DOT gets ids of its own.
# Hurts: models with a context and a part of another called alike: look at the arrows of what was generated.
. "$(dirname "$0")/lib.sh"
npm_packages likec4@1.59.4

mkdir model
cat >model/shop.c4 <<'END'
specification {
  element context
}
model {
  shop = context 'Shop' {
    sales = context 'Sales in the shop'
  }
  shopSales = context 'Shop sales'
  a = context 'small'
  A = context 'big'
  shop.sales -> a 'one'
  shopSales -> A 'two'
}
views {
  view index {
    include *, shop.sales
  }
}
END

# generated FORMAT: what is generated of the model, without its frame.
generated() {
	node_modules/.bin/likec4 gen "$1" model -o "$1" >likec4.log 2>&1 || cannot "likec4 does not run: $(tail -n 1 likec4.log)"
	cat "$1"/index.*
}
seen=$(
	node_modules/.bin/likec4 validate model >/dev/null 2>&1 && echo valid
	generated mermaid | grep -E 'small|big|one|two'
	generated d2 | grep -E 'one|two'
	generated plantuml | grep -E 'ales|one|two' | grep -v skinparam
)
verdict 'likec4 1.59.4 generates one name for two elements' \
	'valid
  A@{ shape: rectangle, label: "big" }
  A@{ shape: rectangle, label: "small" }
  ShopSales -. "`two`" .-> A
  Shop.Sales -. "`one`" .-> A
ShopSales -> A: "two"
Shop.Sales -> A: "one"
rectangle "==Shop sales" <<ShopSales>> as ShopSales
  rectangle "==Sales in the shop" <<ShopSales>> as ShopSales
ShopSales .[#8D8D8D,thickness=2].> A : <color:#8D8D8D>two
ShopSales .[#8D8D8D,thickness=2].> A : <color:#8D8D8D>one' "$seen"
