# For findings about Gnumeric, to be read with "." behind lib.sh: Gnumeric 1.12.55 in ./root.
debian_packages gnumeric=1.12.55-1 gnumeric-common=1.12.55-1 libgoffice-0.10-10=0.10.55-1 \
	libgoffice-0.10-10-common=0.10.55-1 libgsf-1-114=1.14.50-1+deb12u1 libgtk-3-0=3.24.38-2~deb12u3 \
	libatk1.0-0=2.46.0-5 libatk-bridge2.0-0=2.46.0-5 libatspi2.0-0=2.46.0-5 \
	libcairo-gobject2=1.16.0-7 libepoxy0=1.5.10-1 libwayland-client0=1.21.0-1 \
	libwayland-cursor0=1.21.0-1 libwayland-egl1=1.21.0-1 libxcomposite1=1:0.4.5-1 \
	libxcursor1=1:1.2.1-1 libxdamage1=1:1.1.6-1 libxfixes3=1:6.0.0-2 libxi6=2:1.8-1+b1 \
	libxinerama1=2:1.1.4-3 libxkbcommon0=1.5.0-1 libxrandr2=2:1.5.2-2+b1 libxslt1.1=1.1.35-1+deb12u4
needs_libraries ssconvert

# convert FILE: prints FILE, a CSV file, as Gnumeric reads it and writes it again. What it says of its
# settings, which it does not find here, is left out.
convert() {
	HOME=$PWD unpacked ssconvert "$1" again.csv 2>convert.log || cannot "ssconvert failed"
	cat again.csv
}
