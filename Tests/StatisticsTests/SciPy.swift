import Foundation
import TestSupport
import Testing

/// The statistics of another language, asked for a second opinion.
enum SciPy {
    static let isThere = (try? run("import scipy; print(0)", as: Int.self)) == 0

    /// What the program prints as JSON.
    static func run<Answer: Decodable>(_ program: String, as type: Answer.Type) throws -> Answer {
        let folder = try Folder([])
        let result = try #require(try Outside.run("python3", ["-c", program], in: folder.url))
        try #require(result.status == 0, "\(result.errors)")
        return try JSONDecoder().decode(Answer.self, from: Data(result.output.utf8))
    }
}
