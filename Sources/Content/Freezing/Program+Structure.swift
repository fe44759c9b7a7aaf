package import Assessment

extension Program {
    /// Phases go with the hours: they plan the weeks, and completion does not read them.
    package var structure: Program {
        var program = self
        program.version = ""
        program.language = nil
        program.title = ""
        program.description = nil
        program.notes = []
        program.scales = scales.map(\.structure)
        program.competencies = competencies.map(\.structure)
        program.phases = []
        program.components = components.map(\.structure)
        return program
    }
}

extension Competency {
    var structure: Competency {
        var competency = self
        competency.title = ""
        competency.description = nil
        return competency
    }
}

extension Component {
    var structure: Component {
        var component = self
        component.hours = nil
        component.phase = nil
        component.title = ""
        component.description = nil
        component.evidence = evidence.map { evidence in
            var evidence = evidence
            evidence.text = ""
            return evidence
        }
        component.validations = validations.map { validation in
            var validation = validation
            validation.text = ""
            return validation
        }
        return component
    }
}
