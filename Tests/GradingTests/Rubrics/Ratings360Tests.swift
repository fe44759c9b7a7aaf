import Assessment
import Grading
import Testing

@Suite(Golden.isAtHand) struct `Feedback from all sides` {
    /// Everybody answers each question they are asked by one and the same figure.
    private func ratings(_ input: Golden) throws -> Ratings360 {
        let rubric = try RubricSample.shipped("feedback-360")
        let groups = [
            "self": [try #require(input["self"].int)],
            "peers": input["peers"].list.compactMap(\.int),
            "direct-reports": input["direct_reports"].list.compactMap(\.int),
            "manager": input["manager"].list.compactMap(\.int),
        ]
        var sheets: [ScoreSheet] = []
        for (source, figures) in groups {
            let id = try #require(RatingSource.ID(source))
            let asked = rubric.allCriteria.filter { $0.sources.contains(id) }.map(\.id.text)
            for (index, figure) in figures.enumerated() {
                sheets.append(
                    try rubric.sheet(
                        asked.map { ($0, "\(figure)") }, by: "\(source)-\(index)", role: source))
            }
        }
        let ratings = try rubric.ratings360(sheets)
        #expect(try ratings == rubric.ratings360(sheets.reversed()))
        return ratings
    }

    /// The pictures of competencies that everybody is asked about.
    private func shared(_ ratings: Ratings360) -> [Ratings360.Picture] {
        ratings.pictures.filter { $0.views.allSatisfy { $0.respondents > 0 } }
    }

    @Test func `shows each source, and oneself apart`() throws {
        let golden = try Golden.workedExample("seed004.360")
        let pictures = shared(try ratings(golden["input"]))
        #expect(!pictures.isEmpty)
        let expected = golden["expected"]
        for picture in pictures {
            #expect(picture.own == golden["input"]["self"].rational)
            let means = picture.views.dropFirst().map(\.mean)
            #expect(
                means == [
                    expected["peer_mean"].rational, expected["direct_report_mean"].rational,
                    expected["manager"].rational,
                ])
            #expect(picture.others == expected["others_mean_equal_source_weights"].rational)
            #expect(try picture.difference() == expected["self_minus_others"].rational)
            #expect(try picture.comparison() == .blindSpot)
            #expect(picture.views[1].agreement == expected["rwg_peers"].rational)
            #expect(picture.views[2].agreement == expected["rwg_direct_reports"].rational)
            #expect(picture.views[3].agreement == nil)
            #expect(!picture.views.contains { $0.isHidden || $0.isSplit })
        }
    }

    @Test func `hides two peers, and every figure that would give them away`() throws {
        let golden = try Golden.workedExample("seed004.360_suppression")
        for picture in shared(try ratings(golden["input"])) {
            let peers = picture.views[1]
            #expect(peers.isHidden && peers.mean == nil && peers.agreement == nil)
            #expect(!peers.isSplit)
            #expect(picture.views[2].mean == golden["expected"]["direct_report_mean"].rational)
            #expect(picture.views[3].mean == golden["expected"]["manager"].rational)
            #expect(picture.others == nil)
            #expect(try picture.difference() == nil && picture.comparison() == nil)
        }
    }

    @Test func `asks the questions of the framework`() throws {
        let counts = try Golden.file("seed004_360_and_program")["counts_360"]
        let rubric = try RubricSample.shipped("feedback-360")
        let names = [
            "self_assessment", "peer_feedback", "direct_report_feedback", "manager_feedback",
        ]
        for (source, name) in zip(rubric.sources, names) {
            let asked = rubric.allCriteria.count { $0.sources == [source.id] }
            #expect(asked == counts[name]["items"].int)
        }
    }
}
