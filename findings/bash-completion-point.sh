#!/bin/sh
# bash tells a completer where the cursor is in characters, not in bytes.
#
# Guess: COMP_POINT is an offset into the bytes of COMP_LINE, as it is where both come from, readline.
# Seen: in bash 5.2.15, behind "run 주", which has 7 bytes, COMP_POINT is 5.
# Hurts: a completer of its own (complete -C) in C or Go that cuts the line at that offset: it cuts
# inside a letter as soon as there is Hangul before the cursor.
. "$(dirname "$0")/lib.sh"
debian_packages bash=5.2.15-2+b13
command -v script >/dev/null || cannot 'there is no script'

cat >completer <<'END'
#!/bin/sh
printf '%s of %s bytes' "$COMP_POINT" "$(printf %s "$COMP_LINE" | wc -c)" >>told
END
chmod +x completer
echo 'complete -C ./completer run' >rc
{
	printf 'run 주\t'
	tries=0
	while [ ! -s told ] && [ "$tries" -lt 50 ]; do
		tries=$((tries + 1))
		sleep 0.1
	done
	printf '\025exit\n'
} | TERM=dumb script -qec "$PWD/root/bin/bash --noprofile --rcfile rc -i" script.log >/dev/null 2>&1
[ -s told ] || cannot 'bash did not ask for a completion'
verdict 'bash 5.2.15: COMP_POINT counts characters' '5 of 7 bytes' "$(cat told)"
