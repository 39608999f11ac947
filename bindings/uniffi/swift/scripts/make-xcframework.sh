#!/usr/bin/env bash
# Builds `LinqClientFFI.xcframework`, the native library for iOS, its simulator and macOS, and with `--zip` the archive of
# a release, and prints its checksum for `Package.swift`.
#
# UNTESTED: it has not been run on a Mac. Requires a Mac with Xcode 16 and Rust.
set -euo pipefail
cd "$(dirname "$0")/.."
root=$(cd ../../.. && pwd)
target=${CARGO_TARGET_DIR:-$root/target}

export IPHONEOS_DEPLOYMENT_TARGET=15.0
export MACOSX_DEPLOYMENT_TARGET=12.0

build() {
  rustup target add "$1"
  cargo build --manifest-path "$root/Cargo.toml" --package linq-client-uniffi --profile mobile --target "$1"
}

for triple in aarch64-apple-ios aarch64-apple-ios-sim x86_64-apple-ios aarch64-apple-darwin x86_64-apple-darwin; do
  build "$triple"
done

# A slice of an XCFramework contains all architectures of one platform.
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
mkdir -p "$work/simulator" "$work/macos" "$work/headers"
lipo -create -output "$work/simulator/liblinq_ffi.a" \
  "$target/aarch64-apple-ios-sim/mobile/liblinq_ffi.a" "$target/x86_64-apple-ios/mobile/liblinq_ffi.a"
lipo -create -output "$work/macos/liblinq_ffi.a" \
  "$target/aarch64-apple-darwin/mobile/liblinq_ffi.a" "$target/x86_64-apple-darwin/mobile/liblinq_ffi.a"
# In a subfolder, since Xcode copies the `module.modulemap` files of all frameworks into one folder.
mkdir "$work/headers/CLinqFFI"
cp Sources/CLinqFFI/CLinqFFI.h Sources/CLinqFFI/module.modulemap "$work/headers/CLinqFFI/"

rm -rf LinqClientFFI.xcframework
xcodebuild -create-xcframework \
  -library "$target/aarch64-apple-ios/mobile/liblinq_ffi.a" -headers "$work/headers" \
  -library "$work/simulator/liblinq_ffi.a" -headers "$work/headers" \
  -library "$work/macos/liblinq_ffi.a" -headers "$work/headers" \
  -output LinqClientFFI.xcframework

if [[ ${1:-} == --zip ]]; then
  rm -f LinqClientFFI.xcframework.zip
  ditto -c -k --sequesterRsrc --keepParent LinqClientFFI.xcframework LinqClientFFI.xcframework.zip
  swift package compute-checksum LinqClientFFI.xcframework.zip
fi
