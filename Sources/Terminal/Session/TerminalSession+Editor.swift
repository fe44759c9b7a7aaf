internal import Glibc

extension TerminalSession {
    /// Runs an editor on a file while the terminal is its own, and answers when it has ended.
    package func edit(file: String, with editor: Editor) -> Editor.Outcome {
        outside {
            // It stops together with us, or the shell would not know of it.
            let outcome = signals.withDefault(of: [SIGTSTP]) {
                editor.run(on: file, input: input, output: output)
            }
            // Ctrl-C typed to the editor is none of ours.
            noteEnding(among: [SIGTERM, SIGHUP])
            return outcome
        }
    }
}
