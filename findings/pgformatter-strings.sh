#!/bin/sh
# pg_format changes texts in quotes.
#
# Guess: it changes blanks and line breaks between words of SQL, and nothing within a string.
# Seen: pgFormatter 5.5 takes the texts between dollar quotes for SQL: it puts blanks in, takes double
# ones out, breaks lines after a semicolon, and splits a word at an apostrophe. And it takes a backslash
# at the end of a plain string for an escape, which it has not been since PostgreSQL 9.1, so the string
# goes on for it, and the next one is formatted as SQL. E'...', in which it is one, stays as it is.
# Hurts: INSERTs and COMMENTs that carry texts, formatted before they are run.
. "$(dirname "$0")/lib.sh"
debian_packages pgformatter=5.5-1

# formatted: the SQL of the input on one line, "|" for the line breaks that were put in.
formatted() {
	PERL5LIB=root/usr/share/perl5 unpacked pg_format - 2>format.log | sed '/^$/d' | paste -sd '|'
}

formatted >seen.txt <<'END'
select $$it's  paid;then$$;
END
formatted >>seen.txt <<'END'
select 'C:\orders\', 'paid;  select';
END
formatted >>seen.txt <<'END'
select 'paid;  select', E'a\'b;  c';
END
[ ! -s format.log ] || cannot "pg_format does not run: $(tail -n 1 format.log)"
verdict 'pgFormatter 5.5 formats what is in strings' "$(cat <<'END'
SELECT|    $$ it 's paid;|then$$;
SELECT|    'C:\orders\', ' paid;|SELECT|    ';
SELECT|    'paid;  select',|    E'a\'b;  c';
END
)" "$(cat seen.txt)"
