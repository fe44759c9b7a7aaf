/// A completion script for bash that needs nothing but bash.
struct BashCompletion {
    private let table: CommandTable

    init(_ table: CommandTable) {
        self.table = table
    }

    var script: String {
        let name = table.name
        let function = "_" + name
        return """
            # bash completion for \(name)

            # Sets 'next' to the path of the command that a word calls at the path before.
            \(function)_step() {
                case "$1:$2" in
            \(steps)
                    *) return 1 ;;
                esac
            }

            # Sets 'values' to what can follow an option; fails for options without a value.
            \(function)_values() {
                case "$1:$2" in
            \(values)
                    *) return 1 ;;
                esac
            }

            # Sets 'options', 'commands' and 'values' to what can be written at a path.
            \(function)_scope() {
                case "$1" in
            \(scopes)
                esac
            }

            \(function)_fill() {
                local kind="${1%% *}" rest="" name extension
                [[ $1 == *" "* ]] && rest="${1#* }"
                case "$kind" in
                    words)
                        while IFS= read -r name; do
                            COMPREPLY+=("$prefix$name")
                        done < <(compgen -W "$rest" -- "$current")
                        ;;
                    folders)
                        compopt -o filenames 2>/dev/null || :
                        while IFS= read -r name; do
                            COMPREPLY+=("$prefix$name")
                        done < <(compgen -d -- "$current")
                        ;;
                    files)
                        compopt -o filenames 2>/dev/null || :
                        while IFS= read -r name; do
                            if [[ -z $rest || -d $name ]]; then
                                COMPREPLY+=("$prefix$name")
                                continue
                            fi
                            for extension in $rest; do
                                if [[ $name == *".$extension" ]]; then
                                    COMPREPLY+=("$prefix$name")
                                fi
                            done
                        done < <(compgen -f -- "$current")
                        ;;
                esac
            }

            \(function)() {
                local current="${COMP_WORDS[COMP_CWORD]}" path="" option="" last="" ended=""
                local prefix="" next="" values="" options="" commands="" word i
                COMPREPLY=()
                for ((i = 1; i < COMP_CWORD; i++)); do
                    word="${COMP_WORDS[i]}"
                    if [[ $word == "=" && -n $last ]]; then
                        # Bash splits '--name=value' into three words.
                        option="$last"
                    elif [[ -n $option ]]; then
                        option=""
                        last=""
                    elif [[ -n $ended ]]; then
                        :
                    elif [[ $word == "--" ]]; then
                        ended=yes
                    elif [[ $word == -* ]]; then
                        last="$word"
                        if \(function)_values "$path" "$word" && [[ $values != bare* ]]; then
                            option="$word"
                        fi
                    else
                        last=""
                        \(function)_step "$path" "$word" && path="$next"
                    fi
                done
                if [[ $current == "=" && -n $last ]]; then
                    option="$last"
                    current=""
                elif [[ -z $option && -z $ended && $current == --*=* ]]; then
                    # Where '=' does not break words, it is all one.
                    option="${current%%=*}"
                    prefix="$option="
                    current="${current#*=}"
                fi
                if [[ -n $option ]]; then
                    values=""
                    \(function)_values "$path" "$option" && \(function)_fill "${values#bare }"
                    return 0
                fi
                values=""
                \(function)_scope "$path"
                if [[ $current == -* && -z $ended ]]; then
                    \(function)_fill "words $options"
                else
                    [[ -n $commands ]] && \(function)_fill "words $commands"
                    \(function)_fill "$values"
                fi
                return 0
            }

            complete -F \(function) \(name)

            """
    }

    private var steps: String {
        table.everyPath.dropFirst().map { path in
            let names = path.last.map { [$0.name] + $0.aliases } ?? []
            let before = path.dropLast().inner
            let pattern = names.map { "\"\(before):\($0)\"" }.joined(separator: " | ")
            return "        \(pattern)) next=\"\(path.inner)\" ;;"
        }.joined(separator: "\n")
    }

    private var values: String {
        // The deepest first: what a command says itself beats what it inherits.
        table.everyPath.reversed().flatMap { path in
            (path.last?.options ?? []).compactMap { option -> String? in
                guard let kind = option.valueKind else { return nil }
                let patterns = option.spellings.flatMap { spelling in
                    path.count == 1
                        ? ["*\":\(spelling)\""]
                        : ["\"\(path.inner):\(spelling)\"", "\"\(path.inner) \"*\":\(spelling)\""]
                }
                let bare = option.whenBare == nil ? "" : "bare "
                return "        \(patterns.joined(separator: " | "))) "
                    + "values=\"\(bare)\(Self.words(for: kind))\" ;;"
            }
        }.joined(separator: "\n")
    }

    private var scopes: String {
        table.everyPath.map { path in
            let command = path.last
            let options = path.reversed().flatMap(\.options).filter {
                !$0.isHidden || path.isHidden
            }
            let spellings = options.flatMap(\.spellings).joined(separator: " ")
            let commands = (command?.subcommands ?? []).filter { !$0.isHidden }.map(\.name)
            let standard = path.followingDefaults.last?.arguments.first
            let values = standard.map { Self.words(for: $0.kind) } ?? ""
            return """
                        "\(path.inner)")
                            options="\(spellings)"
                            commands="\(commands.joined(separator: " "))"
                            values="\(values)"
                            ;;
                """
        }.joined(separator: "\n")
    }

    private static func words(for kind: ValueKind) -> String {
        switch kind {
        case .text, .number, .size: "any"
        case .file(let extensions): (["files"] + extensions).joined(separator: " ")
        case .folder: "folders"
        case .choice(let choices), .hinted(let choices):
            (["words"] + choices.map(\.value)).joined(separator: " ")
        }
    }
}
