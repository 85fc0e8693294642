// swift-tools-version: 6.2
import PackageDescription

// Walls are targets, chapters are folders: Decisions/0001.
let settings: [SwiftSetting] = [
  .enableUpcomingFeature("ExistentialAny"),
  .treatAllWarnings(as: .error),
]

let package = Package(
  name: "goldthread",
  platforms: [.macOS(.v15)],
  products: [.executable(name: "goldthread", targets: ["goldthread"])],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-collections", from: "1.6.0"),
    .package(url: "https://github.com/apple/swift-http-types", from: "1.8.0"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-nio", from: "2.101.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/hummingbird-project/hummingbird", from: "2.28.1"),
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2"),
  ],
  targets: [
    .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"]), .brew(["libzip"])]),
    .systemLibrary(name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"]), .brew(["expat"])]),
    .systemLibrary(
      name: "CSodium", pkgConfig: "libsodium", providers: [.apt(["libsodium-dev"]), .brew(["libsodium"])]),
    .systemLibrary(
      name: "CCurl", pkgConfig: "libcurl", providers: [.apt(["libcurl4-openssl-dev"]), .brew(["curl"])]),
    .systemLibrary(name: "CZlib", pkgConfig: "zlib", providers: [.apt(["zlib1g-dev"])]),

    .target(
      name: "Programs",
      dependencies: [
        .product(name: "Subprocess", package: "swift-subprocess"),
        .product(name: "SystemPackage", package: "swift-system"),
      ],
      swiftSettings: settings),
    .target(
      name: "CorporatePlan",
      dependencies: [.product(name: "HashTreeCollections", package: "swift-collections")],
      resources: [.embedInCode("Ratings/rag_schemes.json")],
      swiftSettings: settings),
    .target(name: "Documents", dependencies: ["CZip", "CExpat"], swiftSettings: settings),
    .target(
      name: "Ledger",
      dependencies: ["CorporatePlan", "CSodium", .product(name: "GRDB", package: "GRDB.swift")],
      swiftSettings: settings),
    .target(
      name: "Mail", dependencies: ["CorporatePlan", "Ledger", "Programs", "CCurl", "CSodium"], swiftSettings: settings),
    .target(name: "Imports", dependencies: ["CorporatePlan", "Documents"], swiftSettings: settings),
    .target(name: "Reports", dependencies: ["CorporatePlan", "Documents", "Programs"], swiftSettings: settings),
    .target(
      name: "Web",
      dependencies: [
        "CorporatePlan", "Documents", "Imports", "Ledger", "Mail", "Reports", "CZlib",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdCore", package: "hummingbird"),
        .product(name: "Logging", package: "swift-log"),
        .product(name: "NIOCore", package: "swift-nio"),
      ],
      resources: [.embedInCode("Assets/goldthread.css"), .embedInCode("Assets/collect.js")],
      swiftSettings: settings),
    .executableTarget(
      name: "goldthread",
      dependencies: [
        "CorporatePlan", "Documents", "Imports", "Ledger", "Mail", "Reports", "Web",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
        .product(name: "Logging", package: "swift-log"),
      ],
      resources: [.copy("Example/council.json"), .copy("Example/people.json")],
      swiftSettings: settings),

    // Not a product: script/bench builds it by name.
    .executableTarget(
      name: "goldthread-bench", dependencies: ["CorporatePlan", "Documents", "Imports", "Ledger", "Reports"],
      path: "Benchmarks/goldthread-bench", swiftSettings: settings),
    // Nor this one: script/fuzz does.
    .executableTarget(
      name: "goldthread-fuzz", dependencies: ["Documents", "Imports", "CZip"], path: "Benchmarks/goldthread-fuzz",
      swiftSettings: settings),

    .testTarget(name: "ProgramsTests", dependencies: ["Programs"], swiftSettings: settings),
    .testTarget(name: "CorporatePlanTests", dependencies: ["CorporatePlan"], swiftSettings: settings),
    .testTarget(name: "DocumentsTests", dependencies: ["Documents", "Programs"], swiftSettings: settings),
    .testTarget(name: "LedgerTests", dependencies: ["CorporatePlan", "Ledger"], swiftSettings: settings),
    .testTarget(
      name: "MailTests", dependencies: ["CorporatePlan", "Ledger", "Mail", "Programs"], swiftSettings: settings),
    .testTarget(
      name: "ImportsTests", dependencies: ["CorporatePlan", "Documents", "Imports", "Programs"], swiftSettings: settings
    ),
    .testTarget(
      name: "ReportsTests", dependencies: ["CorporatePlan", "Documents", "Imports", "Programs", "Reports"],
      swiftSettings: settings),
    .testTarget(
      name: "WebTests",
      dependencies: [
        "CorporatePlan", "Documents", "Imports", "Ledger", "Mail", "Reports", "Web", "CZlib",
        .product(name: "HTTPTypes", package: "swift-http-types"),
        .product(name: "Hummingbird", package: "hummingbird"),
        .product(name: "HummingbirdTesting", package: "hummingbird"),
      ], swiftSettings: settings),
    .testTarget(
      name: "JourneyTests", dependencies: ["goldthread", "CorporatePlan", "Documents", "Ledger", "Programs"],
      swiftSettings: settings),
  ],
  swiftLanguageModes: [.v6])
