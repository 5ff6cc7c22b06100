/// The look of the pages.
enum HTMLStyle {
    static let text = """
        :root{--bg:#fbfbfa;--card:#fff;--ink:#1d2025;--dim:#687079;--line:#dcdfe3;--soft:#f1f2f4;--accent:#2457c5;
        --error:#b3261e;--warning:#8a5a00;--info:#3c6382;--add:#dff5e3;--del:#fde4e2;--addm:#a6e3b1;--delm:#f8b8b3;
        --unexpected:#1b7f3b;--missing:#b3261e;--changed:#a06a00}
        @media(prefers-color-scheme:dark){:root:not(.light){--bg:#15171a;--card:#1d2024;--ink:#e6e8ea;--dim:#9aa3ad;
        --line:#343a41;--soft:#262a2f;--accent:#8ab0ff;--error:#ff8a80;--warning:#f2bf5e;--info:#8fc1e3;--add:#16321d;
        --del:#3a1b1a;--addm:#2a6b3a;--delm:#7d302b;--unexpected:#6fd58c;--missing:#ff8a80;--changed:#f2bf5e}}
        :root.dark{--bg:#15171a;--card:#1d2024;--ink:#e6e8ea;--dim:#9aa3ad;--line:#343a41;--soft:#262a2f;
        --accent:#8ab0ff;--error:#ff8a80;--warning:#f2bf5e;--info:#8fc1e3;--add:#16321d;--del:#3a1b1a;--addm:#2a6b3a;
        --delm:#7d302b;--unexpected:#6fd58c;--missing:#ff8a80;--changed:#f2bf5e}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:1280px;padding:24px;background:var(--bg);color:var(--ink);
        font:15px/1.5 system-ui,-apple-system,"Segoe UI",Roboto,sans-serif}
        h1{font-size:24px;margin:0 0 4px}h2{font-size:18px;margin:28px 0 8px}
        code,pre,.sides,svg text{font-family:ui-monospace,SFMono-Regular,Menlo,Consolas,"DejaVu Sans Mono",monospace}
        header{display:flex;justify-content:space-between;gap:16px;align-items:flex-start}
        .dim,.facts{color:var(--dim)}.facts{margin:0 0 4px}
        button,select,input{font:inherit;color:inherit;background:var(--card);border:1px solid var(--line);
        border-radius:6px;padding:3px 10px}
        button{cursor:pointer}button:hover{border-color:var(--accent)}
        .filters{position:sticky;top:0;z-index:2;display:flex;flex-wrap:wrap;gap:8px;align-items:center;
        background:var(--bg);padding:10px 0;border-bottom:1px solid var(--line);margin-top:16px}
        .filters label{border:1px solid var(--line);border-radius:14px;padding:2px 10px;background:var(--card);
        cursor:pointer;user-select:none}
        .filters label:has(input:not(:checked)){opacity:.45}
        .filters input[type=checkbox]{position:absolute;opacity:0;width:0;height:0}
        .filters label:focus-within{outline:2px solid var(--accent)}
        .filters output{margin-left:auto;color:var(--dim)}
        article{background:var(--card);border:1px solid var(--line);border-left:4px solid var(--dim);border-radius:8px;
        padding:12px 16px;margin:12px 0}
        article.error{border-left-color:var(--error)}article.warning{border-left-color:var(--warning)}
        article.info{border-left-color:var(--info)}article.known{opacity:.65}
        article h3{font-size:15px;margin:0;overflow-wrap:anywhere}
        article p{margin:4px 0}
        .tag{display:inline-block;border-radius:4px;padding:0 6px;font-size:12px;background:var(--soft);margin-right:6px}
        .tag.error{color:var(--error)}.tag.warning{color:var(--warning)}.tag.info{color:var(--info)}
        .sides{width:100%;table-layout:fixed;border-collapse:collapse;font-size:12.5px;margin:8px 0;
        border:1px solid var(--line)}
        .sides th{text-align:left;font-weight:600;background:var(--soft);padding:2px 8px;
        font-family:system-ui,sans-serif}
        .sides td{white-space:pre-wrap;overflow-wrap:anywhere;vertical-align:top;padding:0 8px;
        border-left:1px solid var(--line)}
        .sides .old{background:var(--del)}.sides .new{background:var(--add)}
        .sides .none{background:var(--soft)}
        .old mark{background:var(--delm);color:inherit}.new mark{background:var(--addm);color:inherit}
        details{margin:6px 0}summary{cursor:pointer;color:var(--accent)}
        pre{background:var(--soft);padding:8px 12px;border-radius:6px;overflow:auto;font-size:12.5px;margin:6px 0;
        position:relative}
        .copy{float:right;font-size:12px;padding:0 8px}
        .hazard{color:var(--warning)}
        .tools{display:flex;gap:6px;align-items:center;margin-bottom:6px;color:var(--dim);font-size:13px}
        .canvas{border:1px solid var(--line);border-radius:8px;background:var(--card);overflow:hidden;height:560px;
        touch-action:none;cursor:grab}
        .canvas:active{cursor:grabbing}.canvas svg{width:100%;height:100%;display:block}
        .box{fill:var(--card);stroke:var(--line)}.head{fill:var(--soft)}
        svg text{font-size:11px;fill:var(--ink)}svg .name{font-weight:600}svg .key,svg .more{fill:var(--dim)}
        .unexpected>.box{stroke:var(--unexpected);stroke-width:2}.missing>.box{stroke:var(--missing);stroke-width:2;
        stroke-dasharray:5 3}.changed>.box{stroke:var(--changed);stroke-width:2}
        .unexpected>.name,.field.unexpected{fill:var(--unexpected)}.missing>.name,.field.missing{fill:var(--missing)}
        .field.missing{text-decoration:line-through}.changed>.name,.field.changed{fill:var(--changed)}
        .relation path{fill:none;stroke:var(--dim);stroke-width:1.2;opacity:.7}.relation.need path{stroke-dasharray:3 3}
        .relation .tip{fill:var(--dim);stroke:none}
        .relation.unexpected path{stroke:var(--unexpected);opacity:1}.relation.missing path{stroke:var(--missing);
        opacity:1}.relation.changed path{stroke:var(--changed);opacity:1}
        .entity.hit>.box{stroke:var(--accent);stroke-width:3}
        .schema{columns:3 300px;column-gap:16px}.schema details{break-inside:avoid;margin:0 0 6px;background:var(--card);
        border:1px solid var(--line);border-radius:6px;padding:4px 10px}
        .schema table{font-size:12.5px;border-spacing:0}.schema td{padding:0 10px 0 0}
        [hidden]{display:none!important}
        @media print{.filters,.tools,button{display:none}details{display:block}body{max-width:none}}
        """
}
