#include "format/yaml.h"

#include <string.h>

#include "format/quoted.h"

/* The longest key, in characters, that YAML reads without a leading "? "; here it counts bytes. */
#define YAML_KEY_MOST_BYTES 1000

static void yaml_indent(struct yaml *yaml)
{
	int depth = yaml->depth - yaml->item;

	for (int i = 0; i < depth; i++)
		fputs("  ", yaml->out);
	if (yaml->item)
		fputs("- ", yaml->out);
	yaml->item = false;
}

static void yaml_quote(struct yaml *yaml, const char *text)
{
	struct strbuf quoted = STRBUF_INIT;

	quoted_text(&quoted, text);
	fputs(quoted.text, yaml->out);
	strbuf_release(&quoted);
}

static void yaml_key(struct yaml *yaml, const char *key)
{
	bool is_long = strlen(key) > YAML_KEY_MOST_BYTES;

	yaml_indent(yaml);
	if (is_long)
		fputs("? ", yaml->out);
	if (yaml->bare)
		fputs(key, yaml->out);
	else
		yaml_quote(yaml, key);
	if (is_long) {
		fputc('\n', yaml->out);
		yaml_indent(yaml);
	}
	fputc(':', yaml->out);
}

void yaml_open(struct yaml *yaml, const char *key)
{
	yaml_key(yaml, key);
	fputc('\n', yaml->out);
	yaml->depth++;
}

void yaml_open_item(struct yaml *yaml)
{
	yaml->depth++;
	yaml->item = true;
}

void yaml_close(struct yaml *yaml)
{
	yaml->depth--;
}

void yaml_text(struct yaml *yaml, const char *key, const char *text)
{
	yaml_key(yaml, key);
	fputc(' ', yaml->out);
	yaml_quote(yaml, text);
	fputc('\n', yaml->out);
}

void yaml_word(struct yaml *yaml, const char *key, const char *word)
{
	yaml_key(yaml, key);
	fprintf(yaml->out, " %s\n", word);
}

void yaml_item(struct yaml *yaml, const char *text)
{
	yaml_indent(yaml);
	fputs("- ", yaml->out);
	yaml_quote(yaml, text);
	fputc('\n', yaml->out);
}
