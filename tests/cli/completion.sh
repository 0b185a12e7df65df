#!/bin/sh
# What shells offer to complete: by the program, and in the shells themselves.
. "${SRCDIR:-.}/tests/lib/tap.sh"

"$EVSTORM" new shop </dev/null
"$EVSTORM" new 우리가게 </dev/null
"$EVSTORM" do shop --as Ana add event 'Order placed' \; add aggregate Order \; context 'Order desk' 1 \; context Sales 2 \
	>/dev/null

# offers WORD...: what the program offers for the last of them, in one line.
offers() {
	"$EVSTORM" complete -- "$@" | cut -f1 | tr '\n' ' '
}

is 'subcommands' "$(offers exp)" 'export '
like 'and boards, as they can stand there' "$(offers '')" ' shop 우리가게 $'
like 'with a sentence' "$("$EVSTORM" complete -- exp)" "$(printf '^export\t.')"
ok 'not what only programs run' sh -c '! "$EVSTORM" complete -- "" | grep -qE "^(attend|welcome|complete)"'
is 'boards by how they begin' "$(offers show s)" 'shop '
is 'in Hangul too' "$(offers show 우)" '우리가게 '
is 'options of the subcommand' "$(offers show shop --z)" '--zoom '
is 'the formats there are' "$(offers export shop -f me)" 'mermaid '
is 'behind an equals sign too' "$(offers export shop --format=me)" '--format=mermaid '
is 'alternatives of an option' "$(offers log shop -f '')" 'text csv '
is 'moments' "$(offers show shop --at s | cut -c1-14)" 'step:1 step:2 '
is 'kinds' "$(offers import shop x.csv --kind a)" 'actor aggregate '
is 'contexts of the board' "$(offers export shop -f asyncapi --context O)" 'Order desk '
is 'people of the board' "$(offers log shop --by A)" 'Ana '
is 'roles' "$(offers invite shop bea --role p)" 'participant '
is 'checks' "$(offers check --explain event-past)" 'event-past-tense '
is 'files, where they can stand' "$(offers import shop '')" '/ '
is 'another board' "$(offers diff shop s)" 'step:1 step:2 step:3 step:4 step:5 step:6 step:7 step:8 shop '
is 'any number of boards' "$(offers glossary shop 우리가게 s)" 'shop '
is 'commands of do' "$(offers do shop rename-)" 'rename-context '
is 'also behind a semicolon' "$(offers do shop add event X \; rename-)" 'rename-context '
is 'their words' "$(offers do shop add ho)" 'hotspot '
is 'contexts for them' "$(offers do shop rename-context Ord)" 'Order desk '
is 'stickies by their texts' "$("$EVSTORM" complete -- do shop link 'Order pl')" "$(printf '1\tOrder placed')"
is 'nothing for a text' "$(offers new shop -t '')" ''
is 'nothing of a board that is not there' "$(offers export nope --context '')" ''
is 'nothing behind the operands' "$(offers show shop '')" ''
is 'nothing for the list of those invited' "$(offers attend '')" ''
is 'but roles' "$(offers attend list Ana p)" 'participant '
is 'no options behind --' "$(offers show -- -)" ''
is 'the language may come first' "$(offers --lang ko exp)" 'export '
evstorm complete
works 'no word is no fault'
"$EVSTORM" do shop context "$(printf 'x\033[31m')" 2 >/dev/null 2>&1
evstorm complete -- do shop rename-context ''
clean 'names of strangers are safe to print'

# In the shells themselves.
scripts=$(cd "$SRCDIR/data/completion" && pwd)
mkdir bin
ln -s "$EVSTORM" bin/evstorm
PATH=$PWD/bin:$PATH
export PATH scripts

# typed LINE: what bash makes of it, as it would take the words apart.
typed() {
	bash --norc --noprofile -c '
		. "$scripts/bash/evstorm"
		COMP_WORDS=("$@")
		COMP_CWORD=$(($# - 1))
		COMP_LINE="$*"
		COMP_POINT=${#COMP_LINE}
		_evstorm evstorm "${COMP_WORDS[COMP_CWORD]}" ""
		printf "%s " "${COMPREPLY[@]}"' bash "$@"
}
if command -v bash >/dev/null; then
	is 'bash: a subcommand' "$(typed evstorm exp)" 'export '
	is 'bash: a board' "$(typed evstorm show s)" 'shop '
	is 'bash: what it quotes for' "$(typed evstorm do shop rename-context Ord)" 'Order\ desk '
	is 'bash: within quotes' "$(typed evstorm do shop rename-context '"Order d')" 'Order desk '
	is 'bash: behind an equals sign' "$(typed evstorm export shop --format = me)" 'mermaid '
	is 'bash: behind a colon' "$(typed evstorm show shop --at step : 3)" '3 '
	: >table.csv
	is 'bash: a file' "$(typed evstorm import shop tab)" 'table.csv '
	is 'bash: nothing is run while it is typed' "$(typed evstorm show '$(touch ran)'; ls ran 2>/dev/null)" ' '
	is 'bash: it is set up' "$(bash --norc --noprofile -c '. "$scripts/bash/evstorm"; complete -p evstorm')" \
		'complete -F _evstorm evstorm'
else
	skip 'bash' 'it is not installed'
fi

# zsh completes in its line editor only, so a zsh types into another one on a pseudo-terminal.
cat >in-zsh <<'END'
zmodload zsh/zpty
zpty shell zsh -f -i
zpty -w shell "PS1= PS2= RPS1=; fpath=($scripts \$fpath); autoload -Uz compinit; compinit -u -d $PWD/dump"
zpty -w shell "print rea''dy"
zpty -r -m shell text '*ready*'
zpty -w -n shell "$1"$'\t'$'\n'
zpty -w shell "print do''ne"
zpty -r -m shell text '*done*'
print -r -- "$text"
END
if command -v zsh >/dev/null; then
	# without what the line editor sends to move and colour
	zshes() {
		TERM=xterm zsh -f in-zsh "$1" 2>/dev/null | tr -d '\r' | sed "s/$(printf '\033')\[[0-9;?]*[a-zA-Z]//g"
	}
	like 'zsh: a subcommand' "$(zshes 'evstorm doct')" 'evstorm doctor '
	like 'zsh: an option' "$(zshes 'evstorm doctor --hel')" 'evstorm doctor --help '
	like 'zsh: a board' "$(zshes 'evstorm show sh')" 'evstorm show shop '
	like 'zsh: what it quotes for' "$(zshes 'evstorm do shop rename-context Ord')" 'Order\\ desk '
else
	skip 'zsh' 'it is not installed'
fi

if command -v fish >/dev/null; then
	fishes() {
		fish --no-config -c '. $scripts/evstorm.fish; complete -C $argv[1]' "$1" 2>/dev/null | cut -f1 | tr '\n' ' '
	}
	is 'fish: a subcommand' "$(fishes 'evstorm exp')" 'export '
	is 'fish: a board' "$(fishes 'evstorm show s')" 'shop '
	is 'fish: an option' "$(fishes 'evstorm show shop --zo')" '--zoom '
	is 'fish: a name with a space' "$(fishes 'evstorm do shop rename-context Ord')" 'Order desk '
	is 'fish: a file' "$(fishes 'evstorm import shop tab')" 'table.csv '
else
	skip 'fish' 'it is not installed'
fi
plan
