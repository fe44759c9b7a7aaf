internal import Glibc

/// What this program sets up for itself before it touches anything.
package enum ProcessSafety {
    /// Keeps what is made from now on private, and turns two deadly signals into errors.
    ///
    /// Files and folders of every library come without rights for the group and others. Writing to
    /// a pipe nobody reads, or beyond the limit on file sizes, fails instead of killing the
    /// program halfway. Programs started later inherit all this.
    package static func prepare() {
        umask(0o077)
        signal(SIGPIPE, SIG_IGN)
        signal(SIGXFSZ, SIG_IGN)
    }
}
