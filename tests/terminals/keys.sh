# The special keys: each is pressed at the end of the text "Order placed", then a Z, and Enter. To be read with ".".
#
# A line: the key as xdotool has it; what the text may be then, choices apart by "|". "Order placed" by itself means
# that the key was Enter or Esc, as terminals send it that do not tell it from these.
key_rows='
Left Order placeZd
Home ZOrder placed
End Order placedZ
ctrl+Left Order Zplaced|Order placedZ
ctrl+Home Order placedZ|ZOrder placed
ctrl+End Order placedZ
shift+Left Order placeZd|Order placedZ
KP_Left Order placeZd
KP_Home ZOrder placed
KP_End Order placedZ
KP_Begin Order placedZ
KP_Add Order placed+Z
KP_Enter Order placed
BackSpace Order placeZ
Delete Order placedZ
Insert Order placedZ
Prior Order placedZ
Next Order placedZ
shift+Prior Order placedZ
shift+Tab Order placedZ
shift+F1 Order placedZ
F5 Order placedZ
F12 Order placedZ
ctrl+F5 Order placedZ
Menu Order placedZ
Pause Order placedZ
shift+Return Order placed Z|Order placed
ctrl+Return Order placed Z|Order placed|Order placedZ
alt+Return Order placed Z|Order placedZ|Order placed
alt+Left Order placedZ|Order placeZd|Order Zplaced
super+d Order placedZ|Order placeddZ
'

# key_check KEY CHOICES: "ok", "said" when the program said that it does not know the key, "kept" when nothing came, or
# what is wrong.
key_check() {
	hear
	press e
	wait_for 5 heard_more
	hear
	press "$1"
	wait_for 4 heard_more
	came=$(($(wc -c <"$work/in") - heard))
	bytes=$(tail -c +$((heard + 1)) "$work/in" | cat -v)
	if sees 'not known here'; then said=yes; else said=; fi
	press Z
	press Return
	wait_for 8 key_is_right "$2" && right=yes || right=
	text=$(text_of 1)
	"$evstorm" do "$work/board.evs" edit 1 Order placed >/dev/null 2>&1
	hear
	press ctrl+c
	wait_for 5 heard_more
	press ctrl+l
	hear
	printf '%s %s %s\n' "$name" "$1" "${bytes:--}" >>"$pictures/keys"
	if [ -z "$right" ]; then
		echo "$1 (${bytes:-nothing}): “$text”"
	elif [ -n "$said" ]; then
		echo said
	elif [ "$came" = 0 ]; then
		echo kept
	else
		echo ok
	fi
}
key_is_right() {
	case "|$1|" in *"|$(text_of 1)|"*) ;; *) return 1 ;; esac
}

check_keys() {
	ok=0 told=0 kept=0 wrong=
	press g
	press g
	press slash
	xdotool type --delay 40 Order
	press Return
	while read -r key choices; do
		case " $(terminal_takes "$name") " in *" $key "*) key= ;; esac
		[ -n "$key" ] || continue
		answer=$(key_check "$key" "$choices" </dev/null)
		case $answer in
		ok) ok=$((ok + 1)) ;;
		said) told=$((told + 1)) ;;
		kept) kept=$((kept + 1)) ;;
		*) wrong="$wrong; $answer" ;;
		esac
	done <<-END
		$key_rows
	END
	echo "$ok known, $told said to be unknown, $kept kept${wrong}"
}
