#!/bin/sh
# Builds an AAR of the native libraries for Android and the classes.
#
# UNTESTED: it has not been run with an Android NDK. Requires the NDK (ANDROID_NDK_HOME), cargo-ndk 3 or later
# (`cargo install cargo-ndk`), the Rust targets below, Maven, and `zip`.
set -eu

cd "$(dirname "$0")/.."
out=android
rm -rf "$out"
mkdir -p "$out/aar/jni"

rustup target add aarch64-linux-android armv7-linux-androideabi x86_64-linux-android i686-linux-android
cargo ndk \
    --target arm64-v8a --target armeabi-v7a --target x86_64 --target x86 \
    --platform 26 \
    --output-dir "$PWD/$out/aar/jni" \
    build --package linq-client-uniffi --profile mobile

# Android 15 and later supports pages of 16 KB on 64-bit processors.
readelf=$(find "$ANDROID_NDK_HOME/toolchains/llvm/prebuilt" -name llvm-readelf | head -n 1)
for abi in arm64-v8a x86_64; do
    if "$readelf" -lW "$out/aar/jni/$abi/liblinq_ffi.so" | grep LOAD | grep -qv 0x4000; then
        echo "$abi: not aligned to pages of 16 KB" >&2
        exit 1
    fi
done

# Without the libraries for desktops and servers.
mkdir -p "$out/none"
mvn --batch-mode --quiet -DskipTests -Dnative.folder="$PWD/$out/none" clean package
cp target/linq-client-*[0-9].jar "$out/aar/classes.jar"
cp src/main/resources/META-INF/proguard/linq-client.pro "$out/aar/proguard.txt"
cat > "$out/aar/AndroidManifest.xml" <<'XML'
<manifest xmlns:android="http://schemas.android.com/apk/res/android" package="dev.linq.client">
    <uses-sdk android:minSdkVersion="26" />
    <uses-permission android:name="android.permission.INTERNET" />
</manifest>
XML
(cd "$out/aar" && zip -qr ../linq-client.aar .)
echo "$PWD/$out/linq-client.aar"
