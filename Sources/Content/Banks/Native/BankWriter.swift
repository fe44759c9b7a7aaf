package import Assessment

/// Writes a bank in canonical form: reading it gives the same bank, and writing that the same bytes.
package enum BankWriter {
    package static func bytes(of bank: Bank) -> [UInt8] {
        var writer = MarkupWriter()
        writer.element(
            "bank",
            [
                "xmlns": RootKind.bank.namespace, "id": bank.id.text, "version": bank.version,
                "xml:lang": bank.language,
            ]
        ) { writer in
            writer.text("title", bank.title)
            writer.text("description", ifAny: bank.description)
            for objective in bank.objectives { write(objective, &writer) }
            for item in bank.items { ItemWriter.write(item, &writer) }
            for quiz in bank.quizzes { write(quiz, &writer) }
        }
        return writer.bytes
    }

    private static func write(_ objective: Objective, _ writer: inout MarkupWriter) {
        writer.element(
            "objective", ["id": objective.id.text, "weight": objective.weight?.description]
        ) { writer in
            writer.text("title", objective.title)
            writer.text("description", ifAny: objective.description)
        }
    }

    private static func write(_ quiz: Quiz, _ writer: inout MarkupWriter) {
        let policy = quiz.policy
        let usual = QuizPolicy()
        writer.element(
            "quiz",
            [
                "id": quiz.id.text, "pass": quiz.passMark.shareText, "time": policy.timeLimit?.text,
                "grace": policy.grace?.text, "clock": policy.clock.word(unless: usual.clock),
                "attempts": policy.attempts.map(String.init), "wait": policy.wait?.text,
                "counts": policy.counting.word(unless: usual.counting),
                "feedback": policy.feedback.word(unless: usual.feedback),
                "order": policy.arrangement.word(unless: usual.arrangement),
                "retake": policy.retake.word(unless: usual.retake),
                "confidence": policy.asksConfidence.word(unless: false),
                "proctored": policy.isProctored.word(unless: false),
                "backtrack": policy.allowsBacktracking.word(unless: true),
            ]
        ) { writer in
            writer.text("title", quiz.title)
            writer.text("description", ifAny: quiz.description)
            for draw in quiz.draws {
                writer.empty("draw", ["objective": draw.objective?.text, "count": "\(draw.count)"])
            }
            for item in quiz.fixedItems { writer.empty("use", ["item": item.text]) }
        }
    }
}
