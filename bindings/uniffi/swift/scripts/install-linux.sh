#!/usr/bin/env bash
# Builds the native library for this Linux machine, with its HTTP stack, and installs it with a pkg-config file.
#   scripts/install-linux.sh [PREFIX]      /usr/local by default
set -euo pipefail
prefix=${1:-/usr/local}
cd "$(dirname "$0")/../../../.."
cargo build --profile mobile --package linq-client-uniffi --features transport
version=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"name":"linq-client-uniffi","version":"([^"]+)".*/\1/')
install -D "${CARGO_TARGET_DIR:-target}/mobile/liblinq_ffi.so" "$prefix/lib/liblinq_ffi.so"
install -d "$prefix/lib/pkgconfig"
cat > "$prefix/lib/pkgconfig/linq_ffi.pc" <<PC
Name: linq_ffi
Description: The native library of the Linq client for Swift
Version: $version
Libs: -L$prefix/lib -llinq_ffi
PC
echo "Installed into $prefix/lib. If that is not a system folder, set PKG_CONFIG_PATH and LD_LIBRARY_PATH."
