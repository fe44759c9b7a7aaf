internal import Glibc

/// A program started by this one.
package enum ChildProcess {
    /// Starts the program of the first word with these words; the descriptors say what each of its own
    /// is here. The answer is its process, or the system's error number.
    package static func start(
        _ words: [String], _ descriptors: [(its: Int32, ours: Int32)]
    ) -> (process: Int32, error: Int32) {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (its, ours) in descriptors {
            posix_spawn_file_actions_adddup2(&actions, ours, its)
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        // What this program ignores or handles is its own business.
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        for signal in [
            SIGINT, SIGTERM, SIGHUP, SIGQUIT, SIGTSTP, SIGCONT, SIGWINCH, SIGPIPE, SIGXFSZ,
            SIGTTOU, SIGTTIN,
        ] { sigaddset(&signals, signal) }
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setflags(
            &attributes, Int16(POSIX_SPAWN_SETSIGDEF) | Int16(POSIX_SPAWN_SETSIGMASK))
        var arguments: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) }
        defer { for argument in arguments { free(argument) } }
        arguments.append(nil)
        var process: pid_t = 0
        let error = posix_spawn(&process, words[0], &actions, &attributes, arguments, environ)
        return (process, error)
    }
}
