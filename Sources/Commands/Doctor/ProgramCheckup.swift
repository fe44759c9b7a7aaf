import Assessment
import MarkupReading
import SQLiteResults
import Sealing

/// The program, the libraries it runs with, and the program beside it with the fonts that it finds.
struct ProgramCheckup {
    private let environment: Environment
    private let renderer: Result<RenderCapabilities, CommandFault>

    init(_ environment: Environment) {
        self.environment = environment
        do throws(CommandFault) {
            renderer = .success(try RenderProgram(environment).capabilities())
        } catch {
            renderer = .failure(error)
        }
    }

    var versions: Checkup.Section {
        var section = Checkup.Section(title: "Assay")
        section.add("assay", "\(Release.version) of \(Release.date), \(Self.build)")
        section.add("libxml2", MarkupReader.engineVersion)
        section.add("SQLite", SQLiteStore.engineVersion)
        section.add("libsodium", Sodium.version)
        switch renderer {
        case .success(let found):
            section.add("assay-render", "answers, \(environment.renderProgram ?? "")")
            for library in found.libraries { section.add(library.name, library.version) }
        case .failure(let fault):
            section.add("assay-render", fault.message, .fault, advice: fault.advice)
        }
        return section
    }

    private static var build: String {
        #if DEBUG
        "built for debugging"
        #else
        "built for release"
        #endif
    }

    var fonts: Checkup.Section {
        var section = Checkup.Section(title: "Fonts for PDF")
        guard case .success(let found) = renderer else {
            section.add("letters", "not known without assay-render")
            return section
        }
        for script in found.scripts {
            if script.missing.isEmpty {
                section.add(script.name, "all letters are there")
            } else {
                section.add(
                    script.name, "some letters would be drawn as boxes", .note,
                    advice: "run: apt-get install \(script.missing.joined(separator: " "))")
            }
        }
        return section
    }
}
