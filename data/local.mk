# What is installed beside the program and needs no building. The sample boards are folders of CSV with
# their history; data/boards/build makes them from the stories.
schemadir = $(pkgdatadir)
dist_schema_DATA = %D%/board.schema.json
# Where bash-completion, zsh and fish look.
bashcompletiondir = $(datadir)/bash-completion/completions
dist_bashcompletion_DATA = %D%/completion/bash/evstorm
zshcompletiondir = $(datadir)/zsh/site-functions
dist_zshcompletion_DATA = %D%/completion/_evstorm
fishcompletiondir = $(datadir)/fish/vendor_completions.d
dist_fishcompletion_DATA = %D%/completion/evstorm.fish
sample_endir = $(pkgdatadir)/boards/shop-en
dist_sample_en_DATA = \
	%D%/boards/shop-en/changes.csv \
	%D%/boards/shop-en/contexts.csv \
	%D%/boards/shop-en/details.csv \
	%D%/boards/shop-en/lanes.csv \
	%D%/boards/shop-en/messages.csv \
	%D%/boards/shop-en/people.csv \
	%D%/boards/shop-en/phases.csv \
	%D%/boards/shop-en/relations.csv \
	%D%/boards/shop-en/stickies.csv
sample_kodir = $(pkgdatadir)/boards/shop-ko
dist_sample_ko_DATA = \
	%D%/boards/shop-ko/changes.csv \
	%D%/boards/shop-ko/contexts.csv \
	%D%/boards/shop-ko/details.csv \
	%D%/boards/shop-ko/lanes.csv \
	%D%/boards/shop-ko/messages.csv \
	%D%/boards/shop-ko/people.csv \
	%D%/boards/shop-ko/phases.csv \
	%D%/boards/shop-ko/relations.csv \
	%D%/boards/shop-ko/stickies.csv
tutorial_endir = $(pkgdatadir)/boards/tutorial-en
dist_tutorial_en_DATA = \
	%D%/boards/tutorial-en/phases.csv \
	%D%/boards/tutorial-en/stickies.csv
tutorial_kodir = $(pkgdatadir)/boards/tutorial-ko
dist_tutorial_ko_DATA = \
	%D%/boards/tutorial-ko/phases.csv \
	%D%/boards/tutorial-ko/stickies.csv
EXTRA_DIST += \
	%D%/boards/build \
	%D%/boards/shop-en.story \
	%D%/boards/shop-ko.story
