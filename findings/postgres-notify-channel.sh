#!/bin/sh
# PostgreSQL shortens a long channel for LISTEN and NOTIFY, and refuses it for pg_notify().
#
# Guess: the three go by the same rule, so that who listens on a name hears pg_notify() of that name.
# Seen: PostgreSQL 15.18 cuts the name to 63 bytes, which is 21 letters of Hangul, for LISTEN and NOTIFY,
# with no more than a notice; pg_notify() with the same name is an error ("channel name too long").
# Hurts: channels that are called after what people named: it works in Latin letters and in tests.
. "$(dirname "$0")/lib.sh"
debian_packages postgresql-15=15.18-0+deb12u1 postgresql-client-15=15.18-0+deb12u1 libpq5=15.18-0+deb12u1
programs=$PWD/root/usr/lib/postgresql/15/bin
cluster=$PWD/cluster
mkdir "$cluster"

# PostgreSQL does not run as root.
as_user() {
	if [ "$(id -u)" = 0 ]; then
		setpriv --reuid=nobody --regid=nogroup --clear-groups \
			env LD_LIBRARY_PATH="$(echo "$PWD"/root/usr/lib/*-linux-gnu)" "$@"
	else
		unpacked "$@"
	fi
}
if [ "$(id -u)" = 0 ]; then
	command -v setpriv >/dev/null || cannot 'there is no setpriv'
	chmod 755 .
	chown nobody:nogroup "$cluster"
fi
as_user "$programs/initdb" -D "$cluster/data" -E UTF8 --locale=C.UTF-8 -A trust -U finding --no-sync \
	>initdb.log 2>&1 || cannot "initdb failed: $(tail -n 1 initdb.log)"
as_user "$programs/pg_ctl" -D "$cluster/data" -l "$cluster/log" -w \
	-o "-c listen_addresses='' -c fsync=off -k $cluster" start >start.log 2>&1 ||
	cannot "the server does not start: $(tail -n 1 start.log)"

channel=$(awk 'BEGIN { while (i++ < 22) printf "주" }')
seen=$(
	unpacked "$programs/psql" -h "$cluster" -U finding -XAtq postgres 2>&1 <<-END |
		listen "$channel";
		notify "$channel", 'by NOTIFY';
		select pg_notify('$channel', 'by pg_notify()');
	END
		sed -e 's/.*\(will be truncated\).*/\1/' -e 's/.*with payload \("[^"]*"\).*/heard \1/'
)
as_user "$programs/pg_ctl" -D "$cluster/data" -m immediate stop >stop.log 2>&1
verdict 'PostgreSQL 15.18 cuts a long channel for LISTEN and NOTIFY, and refuses it for pg_notify()' \
	'will be truncated
will be truncated
heard "by NOTIFY"
ERROR:  channel name too long' "$seen"
