// swift-tools-version: 6.2
import PackageDescription

/// What every target is compiled with: the stricter language of tomorrow, and no warning let through.
let house: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
    .enableUpcomingFeature("InferIsolatedConformances"),
    .enableUpcomingFeature("ImmutableWeakCaptures"),
    .treatAllWarnings(as: .error),
]

/// Targets that touch no C also prove that they hold no unsafe code.
let pure = house + [.strictMemorySafety()]

let package = Package(
    name: "assay",
    products: [
        .executable(name: "assay", targets: ["assay"]),
        .executable(name: "assay-render", targets: ["assay-render"]),
    ],
    targets: [
        .systemLibrary(
            name: "CLibXML2", path: "Sources/System/CLibXML2", pkgConfig: "libxml-2.0",
            providers: [.apt(["libxml2-dev"])]),
        .systemLibrary(
            name: "CSodium", path: "Sources/System/CSodium", pkgConfig: "libsodium",
            providers: [.apt(["libsodium-dev"])]),
        .systemLibrary(
            name: "CSQLite", path: "Sources/System/CSQLite", pkgConfig: "sqlite3",
            providers: [.apt(["libsqlite3-dev"])]),
        .systemLibrary(
            name: "CZlib", path: "Sources/System/CZlib", pkgConfig: "zlib",
            providers: [.apt(["zlib1g-dev"])]),
        .systemLibrary(
            name: "CXLSXWriter", path: "Sources/System/CXLSXWriter", pkgConfig: "xlsxwriter",
            providers: [.apt(["libxlsxwriter-dev"])]),
        .systemLibrary(
            name: "CPango", path: "Sources/System/CPango", pkgConfig: "pangocairo",
            providers: [.apt(["libcairo2-dev", "libpango1.0-dev"])]),
        .systemLibrary(
            name: "CQPDF", path: "Sources/System/CQPDF", pkgConfig: "libqpdf",
            providers: [.apt(["libqpdf-dev"])]),
        .systemLibrary(name: "CLinux", path: "Sources/System/CLinux"),
        .target(name: "Assessment", swiftSettings: pure),
        .target(name: "Disk", dependencies: ["Assessment", "CLinux"], swiftSettings: house),
        .target(name: "Sealing", dependencies: ["Assessment", "CSodium"], swiftSettings: house),
        .target(name: "Results", dependencies: ["Assessment", "Sealing"], swiftSettings: pure),
        .target(
            name: "SQLiteResults", dependencies: ["Assessment", "CSQLite", "Disk", "Results"],
            swiftSettings: house),
        .target(name: "Grading", dependencies: ["Assessment"], swiftSettings: pure),
        .target(name: "Statistics", dependencies: ["Assessment"], swiftSettings: pure),
        .target(
            name: "MarkupReading", dependencies: ["Assessment", "CLibXML2"], swiftSettings: house),
        .target(
            name: "Content", dependencies: ["Assessment", "MarkupReading"],
            resources: [
                .embedInCode("Banks/Native/bank.rng"), .embedInCode("Rubrics/rubric.rng"),
                .embedInCode("Rubrics/score-sheet.rng"), .embedInCode("Programs/program.rng"),
            ], swiftSettings: pure),
        .target(name: "Terminal", dependencies: ["Assessment"], swiftSettings: house),
        .target(
            name: "Sittings",
            dependencies: ["Assessment", "Content", "Grading", "Results", "Sealing"],
            swiftSettings: pure),
        .target(
            name: "Reviews", dependencies: ["Assessment", "Content", "Grading", "Results"],
            swiftSettings: pure),
        .target(name: "Reports", dependencies: ["Assessment"], swiftSettings: pure),
        .target(
            name: "Exchange", dependencies: ["Assessment", "Content", "Grading"],
            swiftSettings: pure),
        .target(
            name: "Workbooks", dependencies: ["Assessment", "CZlib", "MarkupReading", "Reports"],
            swiftSettings: house),
        .target(
            name: "Rendering",
            dependencies: [
                "Assessment", "CPango", "CQPDF", "CXLSXWriter", "Reports", "Workbooks",
            ], swiftSettings: house),
        .target(
            name: "Screens", dependencies: ["Assessment", "Grading", "Sittings", "Terminal"],
            swiftSettings: pure),
        .target(
            name: "Commands",
            dependencies: [
                "Assessment", "Content", "Disk", "Exchange", "Grading", "MarkupReading", "Reports",
                "Results", "Reviews", "SQLiteResults", "Screens", "Sealing", "Sittings",
                "Statistics", "Terminal", "Workbooks",
            ], swiftSettings: house),
        .executableTarget(name: "assay", dependencies: ["Commands"], swiftSettings: house),
        .executableTarget(
            name: "assay-render", dependencies: ["Rendering"], swiftSettings: house),
        .executableTarget(
            name: "store-soak", dependencies: ["Assessment", "Disk", "Results", "SQLiteResults"],
            path: "Tests/Soak/Writer", swiftSettings: house),
        .target(
            name: "CReference", dependencies: ["CLibXML2", "CSQLite"],
            path: "Benchmarks/CReference"),
        .executableTarget(
            name: "empty-program", path: "Benchmarks/Empty", swiftSettings: house),
        .executableTarget(
            name: "Benchmarks",
            dependencies: [
                "Assessment", "CReference", "Content", "Disk", "MarkupReading", "Results",
                "SQLiteResults", "Statistics",
            ], path: "Benchmarks/Run", swiftSettings: house),
        .target(
            name: "TestSupport", dependencies: ["Assessment", "Reports"],
            path: "Tests/TestSupport", swiftSettings: house),
        .target(
            name: "StoreTesting", dependencies: ["Results", "Assessment"],
            path: "Tests/StoreTesting", swiftSettings: house),
        .testTarget(
            name: "AssessmentTests", dependencies: ["Assessment", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "GradingTests",
            dependencies: ["Grading", "Assessment", "Content", "MarkupReading", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "StatisticsTests", dependencies: ["Statistics", "Assessment", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "DiskTests", dependencies: ["Disk"], swiftSettings: house),
        .testTarget(
            name: "MarkupReadingTests",
            dependencies: ["MarkupReading", "Assessment", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "ContentTests",
            dependencies: ["Content", "Assessment", "MarkupReading", "TestSupport"],
            exclude: ["Broken", "Samples"], swiftSettings: house),
        .testTarget(
            name: "SQLiteResultsTests",
            dependencies: ["SQLiteResults", "Results", "Disk", "Assessment"], swiftSettings: house,
            // So that libsqlite3 calls the one that a test can make fail: FailingSync.swift.
            linkerSettings: [.unsafeFlags(["-Xlinker", "--export-dynamic-symbol=fdatasync"])]),
        .testTarget(
            name: "ContractTests",
            dependencies: [
                "Results", "Sealing", "SQLiteResults", "Assessment", "StoreTesting", "TestSupport",
            ], swiftSettings: house),
        .testTarget(
            name: "SealingTests", dependencies: ["Sealing", "Assessment"], swiftSettings: house),
        .testTarget(
            name: "TerminalTests", dependencies: ["Terminal", "Assessment", "TestSupport"],
            swiftSettings: house),
        .testTarget(
            name: "ScreensTests",
            dependencies: [
                "Screens", "Assessment", "Content", "Grading", "Sittings", "Terminal",
                "TestSupport",
            ], exclude: ["Golden"], swiftSettings: house),
        .testTarget(
            name: "SittingsTests",
            dependencies: [
                "Sittings", "Assessment", "Content", "Grading", "Results", "StoreTesting",
            ], swiftSettings: house),
        .testTarget(
            name: "ReviewsTests",
            dependencies: [
                "Reviews", "Assessment", "Content", "Grading", "Results", "StoreTesting",
                "TestSupport",
            ], swiftSettings: house),
        .testTarget(
            name: "ReportsTests",
            dependencies: ["Reports", "Assessment", "Commands", "TestSupport"],
            exclude: ["Golden", "axe.py", "readback.py"], swiftSettings: house),
        .testTarget(
            name: "ExchangeTests",
            dependencies: ["Exchange", "Assessment", "Content", "Grading", "TestSupport"],
            exclude: ["Golden"], swiftSettings: house),
        .testTarget(
            name: "WorkbooksTests",
            dependencies: ["Workbooks", "Assessment", "Rendering", "Reports", "TestSupport"],
            exclude: ["Golden"], swiftSettings: house),
        .testTarget(
            name: "RenderingTests",
            dependencies: ["Rendering", "Assessment", "Reports", "TestSupport"],
            exclude: ["Golden", "readback.py"], swiftSettings: house),
        .testTarget(
            name: "CommandTests",
            dependencies: [
                "Commands", "Assessment", "Content", "Grading", "MarkupReading", "Reports",
                "Results", "SQLiteResults", "Statistics", "Terminal", "TestSupport", "Workbooks",
            ], swiftSettings: house),
    ]
)
