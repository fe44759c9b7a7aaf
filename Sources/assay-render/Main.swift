import Glibc
import Rendering

@main
struct Main {
    static func main() {
        exit(RenderService.run())
    }
}
