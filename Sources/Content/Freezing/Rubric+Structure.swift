package import Assessment

extension Rubric {
    package var structure: Rubric {
        var rubric = self
        rubric.version = ""
        rubric.status = .active
        rubric.supersedes = nil
        rubric.language = nil
        rubric.title = ""
        rubric.description = nil
        rubric.notes = []
        rubric.scales = scales.map(\.structure)
        rubric.sources = sources.map(\.structure)
        rubric.criteria = criteria.map(\.structure)
        rubric.scoring = scoring.structure
        rubric.panel = panel?.structure
        rubric.profiles = profiles.map(\.structure)
        rubric.gaps = gaps?.structure
        rubric.bands = bands.map(\.structure)
        return rubric
    }
}

extension Scale {
    var structure: Scale {
        var scale = self
        scale.levels = levels.map { level in
            var level = level
            level.label = ""
            level.descriptor = nil
            return level
        }
        return scale
    }
}

extension RatingSource {
    /// How many have to answer counts: it decides which figures there are.
    var structure: RatingSource {
        var source = self
        source.title = ""
        return source
    }
}

// MARK: Criteria

extension CriterionNode {
    var structure: CriterionNode {
        switch self {
        case .group(let group): .group(group.structure)
        case .criterion(let criterion): .criterion(criterion.structure)
        }
    }
}

extension CriterionGroup {
    var structure: CriterionGroup {
        var group = self
        group.title = ""
        group.description = nil
        group.members = members.map(\.structure)
        return group
    }
}

extension Criterion {
    /// The rules on comments and evidence count, since a sheet that breaks them is not complete;
    /// so do the competency a mark speaks for and the sources that are asked. Descriptors count
    /// where they carry points of their own.
    var structure: Criterion {
        var criterion = self
        criterion.audience = .all
        criterion.title = ""
        criterion.prompt = nil
        criterion.guidance = nil
        criterion.guidanceAudience = .reviewer
        criterion.gate = gate?.structure
        criterion.descriptors = descriptors.filter { $0.points != nil }.map(\.structure)
        criterion.statements = []
        return criterion
    }
}

extension Criterion.LevelDescriptor {
    var structure: Criterion.LevelDescriptor {
        var descriptor = self
        descriptor.descriptor = ""
        descriptor.feedback = nil
        return descriptor
    }
}

extension Gate {
    /// Who may waive it counts.
    var structure: Gate {
        var gate = self
        gate.reason = ""
        return gate
    }
}

// MARK: From marks to a verdict

extension Scoring {
    /// Rounding happens when text is made, and never across a cut.
    var structure: Scoring {
        var scoring = self
        scoring.displayDecimals = Scoring().displayDecimals
        return scoring
    }
}

extension Panel {
    /// All of its rules count, those on who sees what included: marks that were given apart cannot
    /// be compared with marks that were not.
    var structure: Panel {
        var panel = self
        panel.seats = seats.map { seat in
            var seat = seat
            seat.title = nil
            return seat
        }
        panel.conflicts = conflicts.map { conflict in
            var conflict = conflict
            conflict.description = ""
            return conflict
        }
        return panel
    }
}

extension Profile {
    var structure: Profile {
        var profile = self
        profile.title = ""
        profile.targets = targets.map { target in
            var target = target
            target.timeline = nil
            return target
        }
        return profile
    }
}

extension GapClasses {
    var structure: GapClasses {
        var gaps = self
        gaps.classes = classes.map { gap in
            var gap = gap
            gap.label = ""
            return gap
        }
        return gaps
    }
}

extension VerdictBand {
    var structure: VerdictBand {
        var band = self
        band.label = ""
        band.description = nil
        return band
    }
}
