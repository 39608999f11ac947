// swift-tools-version: 6.0
import Foundation
import PackageDescription

#if os(Linux)
// For servers and tests. The library is in `lib/`, where `cargo xtask swift` copies it, or found by pkg-config.
let library = "\(Context.packageDirectory)/lib"
let isLocal = FileManager.default.fileExists(atPath: "\(library)/liblinq_ffi.so")
let native: [Target] = [.systemLibrary(name: "CLinqFFI", pkgConfig: isLocal ? nil : "linq_ffi")]
let linking: [LinkerSetting] =
    isLocal
    ? [.unsafeFlags(["-L\(library)", "-Xlinker", "-rpath", "-Xlinker", library]), .linkedLibrary("linq_ffi")]
    : []
#else
// Built by `scripts/make-xcframework.sh`. For a release, the URL of its archive and the checksum that `--zip` prints.
let release: (url: String, checksum: String)? = nil
let native: [Target] = [
    release.map { .binaryTarget(name: "CLinqFFI", url: $0.url, checksum: $0.checksum) }
        ?? .binaryTarget(name: "CLinqFFI", path: "LinqClientFFI.xcframework")
]
let linking: [LinkerSetting] = []
#endif

let package = Package(
    name: "LinqClient",
    platforms: [.iOS(.v15), .macOS(.v12)],
    products: [.library(name: "LinqClient", targets: ["LinqClient"])],
    targets: native + [
        .target(name: "LinqFFI", dependencies: ["CLinqFFI"], linkerSettings: linking),
        .target(
            name: "LinqClient", dependencies: ["LinqFFI"], resources: [.copy("PrivacyInfo.xcprivacy")]),
        .target(name: "GroupChat", dependencies: ["LinqClient"], path: "Examples/GroupChat"),
        .testTarget(name: "LinqClientTests", dependencies: ["LinqClient", "GroupChat"]),
    ]
)
