namespace Gpu.Cli.Commands.Suggest;

/// <summary>How the page of suggestions looks.</summary>
internal static class SuggestPageStyle
{
    // Nothing is loaded and no script runs, whatever a page may have put into its words.
    public const string Head = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width, initial-scale=1">
        <meta http-equiv="Content-Security-Policy" content="default-src 'none'; img-src data:; style-src 'unsafe-inline'">
        <title>Suggestions</title>
        <style>
        :root { color-scheme: light; --line: #d9dde3; --quiet: #5b6470; --bar: #2f6fdb; }
        body { margin: 0; background: #f5f6f8; color: #14181f; font: 15px/1.45 system-ui, "Inter", "Noto Sans", sans-serif; }
        main { max-width: 1180px; margin: 0 auto; padding: 24px; }
        nav { display: flex; flex-wrap: wrap; gap: 8px; padding: 16px 24px 0; }
        nav a { background: #fff; border: 1px solid var(--line); border-radius: 6px; padding: 4px 10px; color: inherit; text-decoration: none; }
        section { border-bottom: 3px solid var(--line); padding-bottom: 32px; margin-bottom: 32px; }
        h1 { font-size: 28px; margin: 0; } h2 { font-size: 18px; margin: 28px 0 10px; } small { color: var(--quiet); font-weight: 400; }
        .source { color: var(--quiet); margin: 2px 0 0; }
        .list { display: grid; gap: 8px; } .images { display: grid; grid-template-columns: repeat(auto-fill, minmax(340px, 1fr)); gap: 14px; }
        article { background: #fff; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 8px; overflow: hidden; }
        article.used { border-left-color: var(--bar); } article.spare { opacity: .72; }
        .body { padding: 10px 14px; } p { margin: 0; } .text { font-size: 17px; font-weight: 600; }
        .meta, .why, .note { color: var(--quiet); font-size: 13px; } .why { margin-top: 4px; }
        .score { position: relative; height: 16px; background: #e9ecf1; border-radius: 4px; margin-top: 6px; }
        .score i { display: block; height: 100%; background: var(--bar); border-radius: 4px; }
        .score b { position: absolute; right: 6px; top: 0; font-size: 11px; line-height: 16px; }
        .features { display: flex; gap: 2px; margin-top: 6px; } .features span { position: relative; flex-basis: 0; min-width: 0; height: 15px; background: #eef0f4; overflow: hidden; border-radius: 2px; }
        .features i { display: block; height: 100%; background: #a9c4f2; } .features em { position: absolute; left: 3px; top: 0; font: normal 10px/15px system-ui, sans-serif; color: #333; }
        figure { position: relative; margin: 0; line-height: 0; } figure img { width: 100%; height: auto; } .list figure { padding: 12px 14px 0; } .list figure img { width: auto; max-width: 320px; }
        .crop { position: absolute; box-sizing: border-box; border: 2px solid #ffd34d; box-shadow: 0 0 0 1px #000a; } .crop span { position: absolute; left: 0; top: 0; background: #ffd34d; font: 600 10px/14px system-ui, sans-serif; padding: 0 4px; }
        .crop[data-aspect="9:16"] { border-color: #6de08c; } .crop[data-aspect="9:16"] span { background: #6de08c; top: auto; bottom: 0; }
        .crop[data-aspect="1:1"] { border-color: #7fc4ff; } .crop[data-aspect="1:1"] span { background: #7fc4ff; left: auto; right: 0; }
        .crop[data-aspect="4:3"] { border-color: #ff9d7a; } .crop[data-aspect="4:3"] span { background: #ff9d7a; top: auto; bottom: 0; left: auto; right: 0; }
        .crop[data-aspect="21:9"] { border-color: #d9a6ff; } .crop[data-aspect="21:9"] span { background: #d9a6ff; left: 40%; }
        .crops { display: flex; gap: 6px; align-items: flex-end; padding: 8px 14px 0; } .crops div { position: relative; overflow: hidden; height: 64px; border-radius: 3px; } .crops img { position: absolute; max-width: none; }
        .card { padding: 22px 24px; font-size: 24px; line-height: 1.2; } .card b { display: inline-block; margin-left: 14px; padding: 4px 14px; border-radius: 20px; font-size: 15px; }
        .swatches { display: flex; } .swatches i { flex: 1; height: 14px; } details { margin-top: 8px; } summary { cursor: pointer; color: var(--quiet); margin-bottom: 8px; }
        </style>
        <main>

        """;
}
