#!/bin/sh
# A copy of a board while others work on it.
. "${SRCDIR:-.}/tests/lib/tap.sh"

# at SECONDS: the next backups are made so much later.
at() {
	SOURCE_DATE_EPOCH=$((1795183500 + $1))
}
first=shop.2026-11-20T14-05-00Z.evs

evstorm new ./shop.evs
evstorm do ./shop.evs --as Ana add event 'Order placed'
evstorm show shop.evs
shown=$out

evstorm backup shop.evs
works 'a backup needs no name'
is 'it is beside the board, with its time in its name' "$out" "backups/$first"
is 'and nothing else is' "$(ls . backups | tr '\n' ' ')" ".: backups shop.evs  backups: $first "
evstorm show "backups/$first"
is 'it holds the board' "$out" "$shown"
evstorm verify "backups/$first"
works 'it is sound'
evstorm backup shop.evs
is 'two in one second have two names' "$out" 'backups/shop.2026-11-20T14-05-00Z-2.evs'

evstorm backup shop.evs copy.evs
works 'a backup may have a name'
is 'which is printed' "$out" copy.evs
evstorm do ./shop.evs --as Ana add event 'Order paid'
evstorm backup shop.evs copy.evs
fails 'a file that is there is not replaced' 3 'copy.evs: already exists.* -f$'
evstorm show copy.evs
is 'and stays as it was' "$out" "$shown"
evstorm backup shop.evs copy.evs -f
works 'unless that is asked for'
evstorm show copy.evs
ok 'and then it is the new one' test "$out" != "$shown"
evstorm backup shop.evs shop.evs -f
fails 'the board itself is never replaced' 3 'shop.evs: .*the board itself'
ln shop.evs second.evs
evstorm backup shop.evs second.evs -f
fails 'whatever it is called' 3 'second.evs: .*the board itself'
rm second.evs
: >full.evs-journal
echo left >left.evs-wal
evstorm backup shop.evs full.evs
works 'an empty journal harms nobody'
evstorm backup shop.evs left.evs
fails 'what was left of another board would' 3 'left.evs-wal: .*move it away'

evstorm backup shop.evs new/
works 'a folder is made'
is 'for the backup' "$(ls new)" "$first"
evstorm backup shop.evs none/of/these/
fails 'but not those that it is in' 3 'none/of/these: '
evstorm backup shop.evs none/of/these.evs
fails 'nor for a file' 3 'none/of/these.evs: its folder does not exist'
evstorm backup shop.evs ''
fails 'no name is no name' 2 'the file name is empty'
evstorm backup nowhere
fails 'a board has to be there' 3 '.*no such board'
chmod a-w shop.evs
evstorm backup shop.evs readable.evs
works 'what may only be read can be backed up'
chmod 600 shop.evs
evstorm backup shop.evs private.evs
is 'whoever may not read the board may not read the backup' "$(stat -c %a private.evs)" 600

# --keep
mkdir keep
mkdir other
evstorm new other/shop.evs
evstorm do other/shop.evs --as Bo add event 'Something else'
at 1
evstorm backup other/shop.evs keep
evstorm new ./shop.2026.evs
at 2
evstorm backup shop.2026.evs keep
for i in 11 12 13; do
	at $i
	evstorm backup shop.evs keep/
done
at 13
evstorm backup shop.evs keep
echo mine >keep/shop.2026-11-20T14-05-01Z.txt
echo mine >keep/shop.2026-11-20T14-05-01Z-x.evs
echo mine >keep/shop.2025-01-01T00-00-00Z.evs
cp "$(ls keep/shop.2026-11-20T14-05-11Z.evs)" keep/shop.evs
mkdir keep/shop.2024-01-01T00-00-00Z.evs
ln -s ../shop.evs keep/shop.2024-01-02T00-00-00Z.evs
before=$(ls keep)
at 14
evstorm backup shop.evs keep --keep 2
works 'old backups are removed'
is 'and the name of the new one is printed' "$out" 'keep/shop.2026-11-20T14-05-14Z.evs'
printf '%s\n' "$before" | sort >before
ls keep | sort >after
is 'the oldest of this board' "$(comm -23 before after | tr '\n' ' ')" \
	'shop.2026-11-20T14-05-11Z.evs shop.2026-11-20T14-05-12Z.evs shop.2026-11-20T14-05-13Z.evs '
is 'and nothing else' "$(comm -13 before after)" 'shop.2026-11-20T14-05-14Z.evs'
at 15
evstorm backup shop.evs keep --keep 99
works 'there may be fewer'
is 'and all stay' "$(ls keep | wc -l)" "$(($(wc -l <after) + 1))"
evstorm backup shop.evs some.evs --keep 2
fails 'a file is no folder' 2 '.*--keep needs a folder'
evstorm backup shop.evs keep --keep 0
fails 'one is left at least' 2 '.*--keep takes a number'

# a damaged board takes the place of no good backup
head -c 9000 shop.evs >torn && cat torn >shop.evs
ls keep >before
evstorm backup shop.evs keep --keep 1
fails 'a damaged board is not backed up' 3 'shop.evs: .*damaged.*evstorm recover'
is 'and all backups stay' "$(ls keep)" "$(cat before)"
plan
