/// A page that needs nothing beside itself: no network, no other file, light and dark.
enum HTMLPage {
    static func text(title: String, body: String) -> String {
        """
        <!doctype html>
        <html lang="en">
        <head>
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta name="color-scheme" content="light dark">
        <title>\(Markup.escaped(title))</title>
        <style>
        \(HTMLStyle.text)
        </style>
        </head>
        <body>
        \(body)
        <script>
        \(HTMLScript.text)
        </script>
        </body>
        </html>

        """
    }

    /// A diagram with what moves it; nothing for an empty one.
    static func figure(_ diagram: Diagram, _ layout: DiagramLayout, title: String) -> String {
        guard !diagram.isEmpty else { return "" }
        let svg = SVGDiagram(diagram: diagram, layout: layout)
        return """
            <section class="picture">
            <h2>\(Markup.escaped(title))</h2>
            <div class="tools"><button type="button" data-zoom="1.3">+</button>\
            <button type="button" data-zoom="0.77">−</button><button type="button" data-zoom="0">whole</button>\
            <button type="button" data-zoom="1x">1:1</button>\
            <span>drag to move, scroll with Ctrl to zoom; ◆ primary key, → foreign key</span></div>
            <div class="canvas">\(svg.text)</div>
            </section>
            """
    }
}
