#!/usr/bin/env bash
# Installs the native library into a temporary folder, builds a program in a new SwiftPM project outside of the
# repository, and runs it against the emulator, without LD_LIBRARY_PATH.
#   scripts/test-install-linux.sh EMULATOR      the path of the emulator's binary; LINQ_SWIFT is that of `swift`
set -euo pipefail
emulator=$(realpath "$1")
swift=${LINQ_SWIFT:-swift}
package=$(cd "$(dirname "$0")/.." && pwd)
work=$(mktemp -d)
server=
trap 'if [[ $server ]]; then kill "$server"; fi; rm -rf "$work"' EXIT

"$package/scripts/install-linux.sh" "$work/prefix"
mkdir -p "$work/linq-client" "$work/program/Sources/program"
# Without `lib/`, whose library would be linked instead.
tar -C "$package" --exclude ./.build --exclude ./lib -c . | tar -C "$work/linq-client" -x
cat > "$work/program/Package.swift" <<'SWIFT'
// swift-tools-version: 6.0
import PackageDescription

let package = Package(
    name: "program",
    dependencies: [.package(path: "../linq-client")],
    targets: [
        .executableTarget(name: "program", dependencies: [.product(name: "LinqClient", package: "linq-client")])
    ]
)
SWIFT
cat > "$work/program/Sources/program/main.swift" <<'SWIFT'
import Foundation
import LinqClient

let linq = try Linq(apiKey: "any-key", baseURL: URL(string: CommandLine.arguments[1])!)
let created = try await linq.chats.create(from: "+12223334444", to: ["+12052499136"], message: "Hello!")
let chat = try await linq.chats.retrieve(chatID: created.chat.id)
print("1 passed, 0 failed: \(chat.id)")
SWIFT

"$emulator" --port 0 > "$work/url" &
server=$!
until [[ -s $work/url ]]; do sleep 0.1; done
cd "$work/program"
export PKG_CONFIG_PATH=$work/prefix/lib/pkgconfig
unset LD_LIBRARY_PATH
"$swift" run program "$(head -n 1 "$work/url")"
