/// The least that a program of Swift can be, to hold the start of ours against.
@main
enum Main {
    static func main() {}
}
