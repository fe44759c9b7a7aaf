package import Assessment

/// Writes a program in canonical form.
package enum ProgramWriter {
    package static func bytes(of program: Program) -> [UInt8] {
        var writer = MarkupWriter()
        writer.element(
            "program",
            [
                "xmlns": RootKind.program.namespace, "id": program.id.text,
                "version": program.version, "xml:lang": program.language,
            ]
        ) { writer in
            writer.text("title", program.title)
            writer.text("description", ifAny: program.description)
            for note in program.notes { writer.text("note", note) }
            for scale in program.scales { RubricWriter.write(scale, &writer) }
            for competency in program.competencies {
                writer.element(
                    "competency", ["id": competency.id.text, "scale": competency.scale.text]
                ) { writer in
                    writer.text("title", competency.title)
                    writer.text("description", ifAny: competency.description)
                }
            }
            for target in program.targets { write(target, "target", &writer) }
            for phase in program.phases {
                let weeks = "\(phase.firstWeek)-\(phase.lastWeek)"
                writer.element("phase", ["id": phase.id.text, "weeks": weeks]) {
                    $0.text("title", phase.title)
                }
            }
            for component in program.components { write(component, &writer) }
            write(program.completion, &writer)
        }
        return writer.bytes
    }

    private static func write(
        _ target: Program.Target, _ name: String, _ writer: inout MarkupWriter
    ) {
        writer.empty(name, ["competency": target.competency.text, "level": target.level.text])
    }

    private static func write(_ component: Component, _ writer: inout MarkupWriter) {
        writer.element(
            "component",
            [
                "id": component.id.text, "kind": component.kind.rawValue,
                "hours": component.hours?.description, "phase": component.phase?.text,
                "quiz": component.quiz?.description, "rubric": component.rubric?.text,
                "group": component.isGroupWork.word(unless: false),
                "required": component.isRequired.word(unless: true),
            ]
        ) { writer in
            writer.text("title", component.title)
            writer.text("description", ifAny: component.description)
            for evidence in component.evidence {
                writer.text(
                    "evidence",
                    [
                        "id": evidence.id.text, "kind": evidence.kind.rawValue,
                        "min": evidence.minimum == 1 ? nil : "\(evidence.minimum)",
                    ], evidence.text)
            }
            for validation in component.validations {
                writer.text(
                    "validation",
                    [
                        "id": validation.id.text, "kind": validation.kind.rawValue,
                        "rubric": validation.rubric?.text, "pass": validation.passMark?.shareText,
                        "min-reviewers": validation.minimumReviewers == 1
                            ? nil : "\(validation.minimumReviewers)",
                    ], validation.text)
            }
            for target in component.develops { write(target, "develops", &writer) }
        }
    }

    private static func write(
        _ completion: [Program.Requirement], _ writer: inout MarkupWriter
    ) {
        guard !completion.isEmpty else { return }
        writer.element("completion") { writer in
            for requirement in completion {
                writer.element(
                    requirement.count == nil ? "all-of" : "any-of",
                    ["count": requirement.count.map(String.init)]
                ) { writer in
                    for id in requirement.components {
                        writer.empty("require", ["component": id.text])
                    }
                }
            }
        }
    }
}
