internal import Glibc

/// What a system call left in `errno`.
struct ErrorNumber: Error {
    let code: Int32
}

/// The call's answer, asked for again as long as a signal comes in between.
func checked<Answer: SignedInteger>(_ call: () -> Answer) throws(ErrorNumber) -> Answer {
    while true {
        let answer = call()
        if answer != -1 { return answer }
        let code = errno
        if code != EINTR { throw ErrorNumber(code: code) }
    }
}

/// Carries out system calls, and says what was being attempted where one fails.
func attempting<Answer: ~Copyable>(
    _ operation: DiskFault.Operation, _ path: String,
    _ calls: () throws(ErrorNumber) -> Answer
) throws(DiskFault) -> Answer {
    do throws(ErrorNumber) {
        return try calls()
    } catch {
        throw DiskFault(operation, path, code: error.code)
    }
}
