namespace AirsPolicy.Cli.Dossiers.Forms;

/// <summary>How the page looks: on a screen, on a phone, in the dark and on paper.</summary>
internal static class DossierStyle
{
    public const string Css = """
        :root { --ink: #1b1f24; --faint: #57606a; --line: #d0d7de; --back: #ffffff; --raised: #f6f8fa; --accent: #0b5cad;
          --good: #1a7f37; --partial: #8a5a00; --bad: #b3261e; color-scheme: light dark; }
        @media (prefers-color-scheme: dark) { :root { --ink: #e6edf3; --faint: #9da7b3; --line: #3d444d; --back: #0d1117;
          --raised: #161b22; --accent: #6cb2ff; --good: #4cc46a; --partial: #e3b341; --bad: #ff8a80; } }
        * { box-sizing: border-box; }
        body { margin: 0 auto; max-width: 72rem; padding: 1.5rem 1.25rem 4rem; background: var(--back); color: var(--ink);
          font: 1rem/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
        .choice { position: absolute; opacity: 0; }
        .kind { margin: 0; color: var(--faint); text-transform: uppercase; letter-spacing: .08em; font-size: .8rem; }
        h1 { margin: .1rem 0; font-size: 2rem; line-height: 1.2; }
        .of { margin: 0 0 1rem; color: var(--faint); }
        h2 { margin: 2.5rem 0 .75rem; padding-bottom: .25rem; border-bottom: 2px solid var(--line); font-size: 1.35rem; }
        h3 { margin: 1.75rem 0 .5rem; font-size: 1.05rem; }
        p { max-width: 46rem; }
        code { font: .88em/1.4 ui-monospace, "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace; overflow-wrap: anywhere; }
        .views { display: flex; flex-wrap: wrap; gap: .5rem; }
        .views label { padding: .4rem .9rem; border: 1px solid var(--line); border-radius: 2rem; cursor: pointer; }
        #view-board:checked ~ header label[for=view-board], #view-auditor:checked ~ header label[for=view-auditor],
        #view-engineer:checked ~ header label[for=view-engineer] {
          background: var(--accent); border-color: var(--accent); color: var(--back); }
        #view-board:focus-visible ~ header label[for=view-board], #view-auditor:focus-visible ~ header label[for=view-auditor],
        #view-engineer:focus-visible ~ header label[for=view-engineer] { outline: 3px solid var(--accent); outline-offset: 2px; }
        #view-board:checked ~ main > section:not(.board), #view-auditor:checked ~ main > section:not(.auditor),
        #view-engineer:checked ~ main > section:not(.engineer) { display: none; }
        .figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(13rem, 1fr)); gap: .75rem; margin: 1rem 0; }
        .figures > div { padding: .9rem 1rem; background: var(--raised); border: 1px solid var(--line); border-left-width: 5px;
          border-radius: .4rem; }
        .figures dt { color: var(--faint); font-size: .9rem; }
        .figures dd { margin: 0; }
        .figures strong { display: block; font-size: 1.2rem; line-height: 1.4; overflow-wrap: anywhere; }
        .figures .good, .list .good { border-left-color: var(--good); }
        .figures .partial { border-left-color: var(--partial); }
        .figures .bad { border-left-color: var(--bad); }
        .note { color: var(--faint); font-size: .9rem; }
        .list { margin: 1rem 0; }
        .list > div { display: grid; grid-template-columns: minmax(9rem, 16rem) 1fr; gap: 1rem; padding: .3rem 0;
          border-bottom: 1px solid var(--line); }
        .list dt { color: var(--faint); }
        .list dd { margin: 0; overflow-wrap: anywhere; }
        .list .bad dd { color: var(--bad); } .list .partial dd { color: var(--partial); } .list .good dd { color: var(--good); }
        .scroll { overflow-x: auto; margin: 1rem 0; }
        .scroll:focus-visible { outline: 3px solid var(--accent); }
        table { border-collapse: collapse; width: 100%; font-size: .92rem; }
        caption { text-align: left; font-weight: 600; padding: .5rem 0; }
        th, td { text-align: left; vertical-align: top; padding: .4rem .7rem .4rem 0; border-bottom: 1px solid var(--line); }
        thead th { color: var(--faint); font-weight: 600; white-space: nowrap; }
        tbody th { font-weight: 500; }
        td.good, td.bad { min-width: 6rem; } tbody th code { overflow-wrap: normal; }
        td.good { color: var(--good); } td.partial { color: var(--partial); } td.bad { color: var(--bad); font-weight: 600; }
        .shares td:nth-of-type(1) { width: 45%; } .shares svg { width: 100%; height: 1rem; display: block; margin-top: .2rem; }
        .shares .open { fill: var(--line); } .shares .held { fill: var(--good); } .shares .waived { fill: var(--partial); }
        .shares .outside { fill: var(--raised); stroke: var(--line); }
        .states rect { fill: var(--raised); stroke: var(--ink); }
        .states .alternate { stroke: var(--partial); stroke-width: 2; } .states .contingency { stroke: var(--partial); stroke-width: 3; }
        .states .emergency { stroke: var(--bad); stroke-width: 3; } .states .primary { stroke: var(--good); stroke-width: 2; }
        .states text { fill: var(--ink); text-anchor: middle; font-size: 15px; } .states .label { font-size: 12px; fill: var(--faint); }
        .states .arrow { stroke: var(--ink); fill: none; } .states marker path { fill: var(--ink); }
        @media (max-width: 40rem) { body { padding: 1rem .8rem 3rem; } h1 { font-size: 1.5rem; }
          .list > div { grid-template-columns: 1fr; gap: 0; } .shares tr { display: block; padding: .5rem 0;
          border-bottom: 1px solid var(--line); }
          .shares th, .shares td { display: block; width: auto !important; border: 0; padding: .1rem 0; } }
        @media print { :root { --ink: #000; --faint: #444; --line: #bbb; --back: #fff; --raised: #fff; --accent: #000;
          --good: #1a7f37; --partial: #8a5a00; --bad: #b3261e; } body { max-width: none; padding: 0; font-size: 10pt; }
          .views { display: none; }
          .scroll { overflow: visible; } tr, .figures > div, svg { break-inside: avoid; } h2, h3, caption { break-after: avoid; }
          table { font-size: 8.5pt; } }
        """;
}
