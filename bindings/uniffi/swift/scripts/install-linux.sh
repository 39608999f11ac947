#!/usr/bin/env bash
# Builds the native library for this Linux machine, with its HTTP stack, and installs it with a pkg-config file. Programs
# that are built with it start without LD_LIBRARY_PATH.
#   scripts/install-linux.sh [PREFIX]      /usr/local by default
set -euo pipefail
prefix=$(realpath -m "${1:-/usr/local}")
PATH=$PATH:/usr/sbin:/sbin
cd "$(dirname "$0")/../../../.."

# In a folder of the dynamic linker, programs find the library by its name; elsewhere by its path, which is its soname
# then: SwiftPM ignores an -rpath in a pkg-config file.
soname=$prefix/lib/liblinq_ffi.so
if [[ $EUID == 0 ]] && ldconfig -vNX 2>/dev/null | grep -q "^$prefix/lib:"; then
  soname=liblinq_ffi.so
fi
cargo rustc --profile mobile --package linq-client-uniffi --lib --features transport -- \
  -C "link-arg=-Wl,-soname,$soname"
version=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"name":"linq-client-uniffi","version":"([^"]+)".*/\1/')
install -D "${CARGO_TARGET_DIR:-target}/mobile/liblinq_ffi.so" "$prefix/lib/liblinq_ffi.so"
install -d "$prefix/lib/pkgconfig"
cat > "$prefix/lib/pkgconfig/linq_ffi.pc" <<PC
Name: linq_ffi
Description: The native library of the Linq client for Swift
Version: $version
Libs: -L$prefix/lib -llinq_ffi
PC
echo "Installed into $prefix/lib."
if [[ $soname == liblinq_ffi.so ]]; then
  ldconfig
else
  echo "To build a program, set PKG_CONFIG_PATH=$prefix/lib/pkgconfig. It loads $soname."
fi
