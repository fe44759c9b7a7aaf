import Terminal

/// The help of one command, made from the table.
struct HelpPage {
    /// How much to tell.
    enum Depth {
        /// For someone who knows: what can be written.
        case short
        case full
        /// The full form with everything hidden.
        case all
    }

    private let table: CommandTable
    private let path: [CommandSpec]
    private let depth: Depth

    init(_ table: CommandTable, _ path: [CommandSpec], _ depth: Depth) {
        self.table = table
        self.path = path
        self.depth = depth
    }

    func text(_ width: Int, _ palette: Palette) -> String {
        guard let command = path.last else { return "" }
        let layout = TextLayout(width: width)
        var sections = [layout.wrapped(command.summary)]
        sections.append(usage(of: command, layout, palette))
        if depth != .short, !command.aliases.isEmpty {
            sections.append(
                layout.wrapped("Also called: " + command.aliases.joined(separator: ", ")))
        }
        if depth != .short {
            for block in command.discussion {
                sections.append(block.lines(layout, palette))
            }
            sections.append(examples(of: command, layout, palette))
        }
        sections += subcommands(of: command, layout, palette)
        let arguments = command.arguments.map { HelpBlock.Row($0.usage, $0.explanation) }
        sections.append(section("Arguments", arguments, layout, palette))
        sections += options(layout, palette)
        sections.append(ending(layout, palette))
        return sections.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }
            .joined(separator: "\n\n") + "\n"
    }

    private func usage(
        of command: CommandSpec, _ layout: TextLayout, _ palette: Palette
    ) -> [String] {
        let lines = layout.wrapped("Usage: " + path.usage, hanging: 11)
        guard let first = lines.first else { return [] }
        let label = palette.paint("Usage:", as: .title)
        return [label + first.dropFirst("Usage:".count)] + lines.dropFirst()
    }

    private func examples(
        of command: CommandSpec, _ layout: TextLayout, _ palette: Palette
    ) -> [String] {
        if command.examples.isEmpty { return [] }
        return [palette.paint("Examples:", as: .title)]
            + command.examples.flatMap { ["  " + $0.line] + layout.wrapped($0.shows, indent: 6) }
    }

    private func subcommands(
        of command: CommandSpec, _ layout: TextLayout, _ palette: Palette
    ) -> [[String]] {
        let shown = command.subcommands.filter { depth == .all || !$0.isHidden }
        return shown.map { $0.group ?? "Commands" }.distinct.map { group in
            let rows = shown.filter { ($0.group ?? "Commands") == group }.map {
                let isDefault = $0.name == command.defaultSubcommand
                return HelpBlock.Row($0.name, $0.summary + (isDefault ? " (default)" : ""))
            }
            return section(group, rows, layout, palette)
        }
    }

    private func options(_ layout: TextLayout, _ palette: Palette) -> [[String]] {
        let all = path.reversed().flatMap(\.options).filter { option in
            if depth == .short, option.section == OptionSpec.globalSection { return false }
            return depth == .all || !option.isHidden
        }
        let hasShort = all.contains { $0.short != nil }
        return all.map(\.section).distinct.map { name in
            let rows = all.filter { $0.section == name }.map {
                let indent = hasShort && $0.short == nil ? "    " : ""
                return HelpBlock.Row(
                    layout.width < 60 ? $0.label : indent + $0.label,
                    depth == .short ? $0.help : $0.explanation)
            }
            return section(name, rows, layout, palette)
        }
    }

    private func ending(_ layout: TextLayout, _ palette: Palette) -> [String] {
        if depth == .short {
            let more = path.count > 1 ? path.inner + " --help" : "--help"
            return layout.wrapped("More, with the global options: \(table.name) \(more)")
        }
        if path.count > 1 { return [] }
        let rows = table.topics.map { HelpBlock.Row($0.name, $0.summary) }
        return section("Topics (\(table.name) help <topic>)", rows, layout, palette)
    }

    private func section(
        _ title: String, _ rows: [HelpBlock.Row], _ layout: TextLayout, _ palette: Palette
    ) -> [String] {
        rows.isEmpty ? [] : [palette.paint(title + ":", as: .title)] + layout.rows(rows)
    }
}

extension HelpTopic {
    /// The topic as help prints it.
    func text(_ width: Int, _ palette: Palette) -> String {
        let layout = TextLayout(width: width)
        let sections = [layout.wrapped(summary)] + blocks.map { $0.lines(layout, palette) }
        return sections.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }
}

extension HelpBlock {
    fileprivate func lines(_ layout: TextLayout, _ palette: Palette) -> [String] {
        switch self {
        case .paragraph(let text): layout.wrapped(text)
        case .heading(let text): [palette.paint(text, as: .title)]
        case .rows(let rows): layout.rows(rows)
        case .literal(let lines): lines.map { "  " + $0 }
        }
    }
}
