extension Unicode.Scalar {
    /// What nobody sees, or what changes how its neighbours are seen: control characters, marks that turn the direction of
    /// writing, zero-width characters, the line ends that only Unicode knows.
    ///
    /// The joiners that Persian and emoji are written with stay.
    var isHidden: Bool {
        switch value {
        case 0..<0x20, 0x7F..<0xA0: true
        case 0x20..<0x7F, 0x200C, 0x200D: false
        default:
            switch properties.generalCategory {
            case .control, .format, .lineSeparator, .paragraphSeparator, .privateUse, .surrogate: true
            default: false
            }
        }
    }
}

extension String {
    /// The text as it may be shown to a person: what is hidden is written as `\u{202E}`; tabs and line ends stay.
    ///
    /// ```swift
    /// "a\u{1B}[2Jb".visible  // a\u{1B}[2Jb
    /// ```
    package var visible: String { isPlain ? self : shown { $0 == "\n" || $0 == "\t" } }

    /// The same on one line: line ends are written out, too.
    package var visibleLine: String {
        isPlain && !utf8.contains(where: { $0 < 0x20 }) ? self : shown { _ in false }
    }

    /// Whether all of it can be seen, on one line.
    package var isVisibleLine: Bool { !unicodeScalars.contains(where: \.isHidden) }

    /// Letters of ASCII, tabs and line ends alone, which is nearly all text there is.
    private var isPlain: Bool { utf8.allSatisfy { $0 >= 0x20 && $0 < 0x7F || $0 == 0x0A || $0 == 0x09 } }

    private func shown(_ stays: (Unicode.Scalar) -> Bool) -> String {
        var result = String.UnicodeScalarView()
        for index in unicodeScalars.indices {
            let scalar = unicodeScalars[index]
            // With the line end that follows it is that of other systems.
            let isHalf = scalar == "\r" && stays("\n") && unicodeScalars[index...].dropFirst().first == "\n"
            if isHalf || stays(scalar) || !scalar.isHidden {
                result.append(scalar)
            } else {
                result.append(contentsOf: "\\u{\(String(scalar.value, radix: 16, uppercase: true))}".unicodeScalars)
            }
        }
        return String(result)
    }
}

extension SQL {
    /// Names as a person reads and writes them: as in SQL, and with what is hidden in them as PostgreSQL's `U&"a\202Eb"`.
    package static func shown(_ path: some Sequence<String>) -> String {
        path.lazy.map(shown).joined(separator: ".")
    }

    /// One name of such.
    package static func shown(_ name: String) -> String {
        guard !name.isVisibleLine else { return quoted(name: name) }
        var text = "U&\""
        for scalar in name.unicodeScalars {
            switch scalar {
            case "\\": text += "\\\\"
            case "\"": text += "\"\""
            case _ where scalar.isHidden:
                let digits = String(scalar.value, radix: 16, uppercase: true)
                let width = scalar.value > 0xFFFF ? 6 : 4
                text += (width == 6 ? "\\+" : "\\") + String(repeating: "0", count: width - digits.count) + digits
            default: text.unicodeScalars.append(scalar)
            }
        }
        return text + "\""
    }
}
