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
        let columns = try GradebookColumn.all(of: sittings, settings)
        let (learners, leftOut) = [GradebookColumn].learners(of: sittings) { learner in
            guard let id = learner.externalID else { return "OneRoster needs a sourcedId" }
            return CSV.fault(inID: id)
        }
        let kept = Set(learners.map(\.id))
        let tables = try tables(
            of: columns, course, keeping: kept, naming: { settings.assignment ?? $0.title })
        var archive = ZipArchive()
        try archive.add("manifest.csv", manifest(of: tables.map(\.name)))
        for table in tables { try archive.add("\(table.name).csv", table.bytes) }
        return Exported(
            bytes: archive.bytes, count: sittings.count { kept.contains($0.learner.id) },
            leftOut: leftOut)
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

    /// In a bulk file neither a status nor a date of change is given.
    private static func tables(
        of columns: [GradebookColumn], _ course: ExchangeSettings.Course,
        keeping kept: Set<Person.ID>, naming title: (GradedSitting.AskedQuiz) -> String
    ) throws -> [OneRosterTable] {
        var categories = OneRosterTable("categories", ["title", "weight"])
        var lineItems = OneRosterTable(
            "lineItems",
            [
                "title", "description", "assignDate", "dueDate", "classSourcedId",
                "categorySourcedId", "academicSessionSourcedId", "resultValueMin",
                "resultValueMax", "schoolSourcedId",
            ])
        var results = OneRosterTable(
            "results",
            [
                "lineItemSourcedId", "studentSourcedId", "scoreStatus", "score", "scoreDate",
                "comment", "textScore", "classSourcedId", "inProgress", "incomplete", "late",
                "missing",
            ])
        var objectives = OneRosterTable(
            "resultLearningObjectiveIds",
            ["resultSourcedId", "source", "learningObjectiveId", "score", "textScore"])
        categories.add(category, [CSV.cell("Quizzes"), CSV.cell("")])
        for column in columns {
            let id = Address.id(of: column.quiz.address).description
            let words = [title(column.quiz), "\(column.quiz.name) \(column.quiz.version)"]
            let days = [
                column.sittings.map(\.begun).min()?.day ?? "",
                column.sittings.map(\.ended).max()?.day ?? "",
            ]
            lineItems.add(
                id,
                (words + days + [course.classID, category, course.session]).map { CSV.cell($0) }
                    + [CSV.number(0), CSV.number(column.points, toDecimals: 4)]
                    + [CSV.cell(course.school)])
            for sitting in column.sittings where kept.contains(sitting.learner.id) {
                let score = try column.score(of: sitting)
                let result = sitting.id.description
                results.add(
                    result,
                    [
                        id, sitting.learner.externalID ?? "",
                        score == nil ? "partially graded" : "fully graded",
                    ].map { CSV.cell($0) } + [CSV.score(score, decimals: 4)]
                        + [sitting.graded.day, "", ""].map { CSV.cell($0) }
                        + [course.classID, "", "", "", ""].map { CSV.cell($0) })
                for part in sitting.objectives where score != nil {
                    let objective = "\(sitting.quiz.bank)/\(part.objective)"
                    objectives.add(
                        UniqueID<OneRosterTable>(of: "objective \(objective)", in: sitting.id)
                            .description,
                        [result, "unknown", objective].map { CSV.cell($0) } + [
                            CSV.number(max(.zero, part.marks.earned), toDecimals: 4),
                            CSV.cell(part.marks.text()),
                        ])
                }
            }
        }
        return [categories, lineItems, results, objectives]
    }
}

/// One table of an archive, which begins with the columns that all of them have.
private struct OneRosterTable {
    let name: String
    private(set) var bytes: [UInt8] = []

    init(_ name: String, _ columns: [String]) {
        self.name = name
        CSV.append(
            (["sourcedId", "status", "dateLastModified"] + columns).map { CSV.cell($0) },
            to: &bytes)
    }

    mutating func add(_ id: String, _ cells: [CSV.Cell]) {
        CSV.append([id, "", ""].map { CSV.cell($0) } + cells, to: &bytes)
    }
}
