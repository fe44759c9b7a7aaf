internal import Assessment

/// The gradebook part of a OneRoster 1.2 CSV archive, complete in itself.
///
/// https://www.imsglobal.org/spec/oneroster/v1p2/bind/csv
enum OneRosterGradebook {
    /// Every file that a manifest has to speak of.
    private static let files = [
        "academicSessions", "categories", "classes", "classResources", "courses",
        "courseResources", "demographics", "enrollments", "lineItemLearningObjectiveIds",
        "lineItems", "lineItemScoreScales", "orgs", "resources", "resultLearningObjectiveIds",
        "results", "resultScoreScales", "roles", "scoreScales", "userProfiles", "userResources",
        "users",
    ]
    private static let category = Address.id(of: "urn:assay:category:quizzes").description

    static func archive(
        of sittings: [GradedSitting], _ settings: ExchangeSettings
    ) throws -> Exported {
        guard let course = settings.course else {
            throw ExchangeFault("OneRoster has to know the class, the session and the school")
        }
        let enrollment = Enrollment(sittings) { learner in
            guard let id = learner.externalID else { return "OneRoster finds nobody without an id" }
            return CSV.fault(inID: id)
        }
        let tables = try tables(
            of: GradebookColumn.all(of: enrollment.sittings, settings), course,
            naming: { settings.assignment ?? $0.title })
        var archive = ZipArchive()
        try archive.add("manifest.csv", manifest(of: tables.map(\.name)))
        for table in tables { try archive.add("\(table.name).csv", table.bytes) }
        return enrollment.exported(archive.bytes)
    }

    private static func manifest(of names: [String]) -> [UInt8] {
        var bytes: [UInt8] = []
        let head = [
            ("propertyName", "value"), ("manifest.version", "1.0"), ("oneroster.version", "1.2"),
        ]
        let rows = files.map { ("file.\($0)", names.contains($0) ? "bulk" : "absent") }
        for (name, value) in head + rows {
            CSV.append([CSV.cell(name), CSV.cell(value)], to: &bytes)
        }
        return bytes
    }

    private static func tables(
        of columns: [GradebookColumn], _ course: ExchangeSettings.Course,
        naming title: (GradedSitting.AskedQuiz) -> String
    ) throws -> [OneRosterTable] {
        var categories = OneRosterTable.categories
        var lineItems = OneRosterTable.lineItems
        var results = OneRosterTable.results
        var objectives = OneRosterTable.objectives
        categories.add(category, [CSV.cell("Quizzes"), CSV.cell("")])
        for column in columns {
            let id = Address.id(of: column.quiz.address).description
            lineItems.add(id, lineItem(column, called: title(column.quiz), course))
            for sitting in column.sittings {
                let score = try column.score(of: sitting)
                let status = score == nil ? "partially graded" : "fully graded"
                results.add(
                    sitting.id.description,
                    [id, sitting.learner.knownAs, status].map { CSV.cell($0) }
                        + [CSV.score(score, decimals: 4)]
                        + [sitting.graded.day, "", "", course.classID, "", "", "", ""]
                        .map { CSV.cell($0) })
                if score == nil { continue }
                for part in sitting.objectives {
                    let name = "\(sitting.quiz.bank)/\(part.objective)"
                    let own = UniqueID<OneRosterTable>(of: "objective \(name)", in: sitting.id)
                    objectives.add(
                        own.description,
                        [sitting.id.description, "unknown", name].map { CSV.cell($0) } + [
                            CSV.number(max(.zero, part.marks.earned), toDecimals: 4),
                            CSV.cell(part.marks.text()),
                        ])
                }
            }
        }
        return [categories, lineItems, results, objectives]
    }

    /// Nobody sets a quiz a day: it is given from the first beginning to the last end.
    private static func lineItem(
        _ column: GradebookColumn, called title: String, _ course: ExchangeSettings.Course
    ) -> [CSV.Cell] {
        let assigned = column.sittings.map(\.begun).min()?.day ?? ""
        let due = column.sittings.map(\.ended).max()?.day ?? ""
        return [
            title, "\(column.quiz.name) \(column.quiz.version)", assigned, due, course.classID,
            category, course.session,
        ].map { CSV.cell($0) } + [
            CSV.number(0), CSV.number(column.points, toDecimals: 4), CSV.cell(course.school),
        ]
    }
}

/// One table of an archive, which begins with the columns that all of them have.
private struct OneRosterTable {
    let name: String
    private(set) var bytes: [UInt8] = []

    static let categories = OneRosterTable("categories", ["title", "weight"])
    static let lineItems = OneRosterTable(
        "lineItems",
        [
            "title", "description", "assignDate", "dueDate", "classSourcedId", "categorySourcedId",
            "academicSessionSourcedId", "resultValueMin", "resultValueMax", "schoolSourcedId",
        ])
    static let results = OneRosterTable(
        "results",
        [
            "lineItemSourcedId", "studentSourcedId", "scoreStatus", "score", "scoreDate", "comment",
            "textScore", "classSourcedId", "inProgress", "incomplete", "late", "missing",
        ])
    static let objectives = OneRosterTable(
        "resultLearningObjectiveIds",
        ["resultSourcedId", "source", "learningObjectiveId", "score", "textScore"])

    private init(_ name: String, _ columns: [String]) {
        self.name = name
        CSV.append(
            (["sourcedId", "status", "dateLastModified"] + columns).map { CSV.cell($0) },
            to: &bytes)
    }

    /// In a file that is complete, neither a status nor a date of change is given.
    mutating func add(_ id: String, _ cells: [CSV.Cell]) {
        CSV.append([id, "", ""].map { CSV.cell($0) } + cells, to: &bytes)
    }
}
