/// What a learner does to complete a course, and what it proves.
package struct Program: Sendable, Hashable {
    package typealias ID = Identifier<Program>

    /// A level a graduate, or a component, brings somebody to.
    package struct Target: Sendable, Hashable {
        package var competency: Competency.ID
        package var level: Scale.Level.ID

        package init(competency: Competency.ID, level: Scale.Level.ID) {
            self.competency = competency
            self.level = level
        }
    }

    /// A stretch of weeks.
    package struct Phase: Sendable, Hashable {
        package typealias ID = Identifier<Phase>

        package var id: ID
        package var firstWeek: Int
        package var lastWeek: Int
        package var title: String

        package init(id: ID, firstWeek: Int, lastWeek: Int, title: String) {
            self.id = id
            self.firstWeek = firstWeek
            self.lastWeek = lastWeek
            self.title = title
        }
    }

    /// Some components of which a number has to be complete.
    package struct Requirement: Sendable, Hashable {
        /// Nil means all of them.
        package var count: Int?
        package var components: [Component.ID]

        package init(count: Int? = nil, components: [Component.ID]) {
            self.count = count
            self.components = components
        }
    }

    package var id: ID
    package var version: String
    package var language: String?
    package var title: String
    package var description: String?
    package var notes: [String]
    package var scales: [Scale]
    package var competencies: [Competency]
    package var targets: [Target]
    package var phases: [Phase]
    package var components: [Component]
    package var completion: [Requirement]

    package init(
        id: ID, version: String, language: String? = nil, title: String, description: String? = nil,
        notes: [String] = [], scales: [Scale] = [], competencies: [Competency] = [],
        targets: [Target] = [], phases: [Phase] = [], components: [Component],
        completion: [Requirement] = []
    ) {
        self.id = id
        self.version = version
        self.language = language
        self.title = title
        self.description = description
        self.notes = notes
        self.scales = scales
        self.competencies = competencies
        self.targets = targets
        self.phases = phases
        self.components = components
        self.completion = completion
    }
}

/// Something a person can do, on a scale of levels.
package struct Competency: Sendable, Hashable {
    package typealias ID = Identifier<Competency>

    package var id: ID
    package var scale: Scale.ID
    package var title: String
    package var description: String?

    package init(id: ID, scale: Scale.ID, title: String, description: String? = nil) {
        self.id = id
        self.scale = scale
        self.title = title
        self.description = description
    }
}
