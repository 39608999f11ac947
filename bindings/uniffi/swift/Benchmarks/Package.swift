// swift-tools-version: 6.0
import PackageDescription

// swift run -c release --package-path Benchmarks
let package = Package(
    name: "Benchmarks",
    platforms: [.macOS(.v12)],
    dependencies: [.package(name: "LinqClient", path: "..")],
    targets: [
        .target(name: "CAllocations"),
        .executableTarget(
            name: "Benchmarks", dependencies: ["CAllocations", .product(name: "LinqClient", package: "LinqClient")]),
    ]
)
