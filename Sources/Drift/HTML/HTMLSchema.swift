package import AutogenSchema

/// A whole schema as one page: the picture, and the columns of each table.
package enum HTMLSchema {
    package static func text(of catalog: Catalog, name: String, diagram: Diagram, layout: DiagramLayout) -> String {
        let kinds = Dictionary(grouping: catalog.objects.ids, by: \.kind)
        let facts = Kind.allCases.compactMap { kind in kinds[kind].map { "\(kind.rawValue) \($0.count)" } }
        let body = """
            <header><div><h1>\(Markup.escaped(name))</h1>
            <p class="facts">\(catalog.dialect.title) \(catalog.version): \(facts.joined(separator: ", "))</p></div>
            <button type="button" id="theme">light / dark</button></header>
            \(HTMLPage.figure(diagram, layout, title: "Tables and foreign keys"))
            <div class="filters"><input id="find" type="search" placeholder="find a table" aria-label="find">\
            <output id="count"></output></div>
            <section class="schema">
            \(diagram.entities.map(entity).joined(separator: "\n"))
            </section>
            """
        return HTMLPage.text(title: name, body: body)
    }

    private static func entity(_ entity: Entity) -> String {
        let rows = entity.fields.map { field in
            let key = field.isPrimary ? "◆" : field.isForeign ? "→" : ""
            return "<tr><td class=\"dim\">\(key)</td><td>\(Markup.escaped(field.name))</td>"
                + "<td class=\"dim\">\(Markup.escaped(field.type))</td></tr>"
        }
        let item = ([entity.name] + entity.fields.map(\.name)).joined(separator: " ").lowercased()
        return """
            <details data-item="\(Markup.escaped(item))"><summary>\(Markup.escaped(entity.name))\
            \(entity.kind == "table" ? "" : " <span class=\"dim\">\(entity.kind)</span>")</summary>\
            <table>\(rows.joined())</table></details>
            """
    }
}
