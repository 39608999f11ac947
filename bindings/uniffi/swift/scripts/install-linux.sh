#!/usr/bin/env bash
# Builds the native library for this Linux machine, with its HTTP stack, and installs it with a pkg-config file.
#   scripts/install-linux.sh [PREFIX]      /usr/local by default
set -euo pipefail
prefix=${1:-/usr/local}
cd "$(dirname "$0")/../../../.."
cargo build --profile mobile --package linq-client-uniffi --features transport
version=$(cargo metadata --format-version 1 --no-deps | sed -E 's/.*"name":"linq-client-uniffi","version":"([^"]+)".*/\1/')
install -D "${CARGO_TARGET_DIR:-target}/mobile/liblinq_client.so" "$prefix/lib/liblinq_client.so"
install -d "$prefix/lib/pkgconfig"
cat > "$prefix/lib/pkgconfig/linq_client.pc" <<PC
Name: linq_client
Description: The native library of the Linq client for Swift
Version: $version
Libs: -L$prefix/lib -llinq_client
PC
echo "Installed into $prefix/lib. If that is not a system folder, set PKG_CONFIG_PATH and LD_LIBRARY_PATH."
