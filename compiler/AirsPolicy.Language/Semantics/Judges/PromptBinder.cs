using AirsPolicy.Collections;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Model.Judges;
using AirsPolicy.Language.Semantics.Facts;
using AirsPolicy.Language.Syntax;
using AirsPolicy.Runtime.Facts.Shapes;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Judges;

/// <summary>Reads the prompt of a judge at one point: fixed text, and the paths of facts between <c>{{</c> and <c>}}</c>.</summary>
internal sealed class PromptBinder(BindingContext context, DeclaredJudge judge, SyntaxToken prompt, PointFacts facts)
{
    private const string Open = "{{";
    private const string Close = "}}";
    private const string Transcript = "session.transcript";

    private readonly List<PromptPart> _parts = [];
    private readonly List<(string Name, ValueList<string> Path)> _named = [];
    private bool _shows;
    private int _variables;

    /// <summary>
    /// What it shows, by the name in the prompt, each once, in the order in which it is shown first; known once the prompt is bound.
    /// </summary>
    public IReadOnlyList<(string Name, ValueList<string> Path)> Variables => _named;

    /// <summary>The parts; what is wrong is reported and left out.</summary>
    public ValueList<PromptPart> Bind()
    {
        var rest = ((TextLiteral)prompt.Literal!).Value;
        while (rest.IndexOf(Open, StringComparison.Ordinal) is >= 0 and var open)
        {
            AddText(rest[..open]);
            var close = rest.IndexOf(Close, open, StringComparison.Ordinal);
            BindVariable(close < 0 ? rest[(open + Open.Length)..] : rest[(open + Open.Length)..close], closed: close >= 0);
            rest = close < 0 ? "" : rest[(close + Close.Length)..];
        }
        AddText(rest);
        if (!_shows && _variables == _parts.Count(part => part.Text is null))
        {
            var judged =
                facts.Layout.PrimaryText.Count > 0 ? facts.TextName
                : facts.Point!.HasTool ? "args"
                : facts.Point.Facts[0].Name;
            context.Report(
                JudgeDiagnostics.ShowsNothing,
                prompt.Source,
                prompt.Span,
                judge.Symbol.Name,
                facts.Name,
                $"{Open} {judged} {Close}");
        }
        return _parts.ToValueList();
    }

    private void AddText(string text)
    {
        if (text.Length > 0)
            _parts.Add(new PromptPart(text, []));
    }

    private void BindVariable(string written, bool closed)
    {
        var name = written.Trim();
        var span = SpanOf(_variables++, name.Length == 0 || !closed ? Open : name);
        if (closed && Find(name) is { } wireNames)
        {
            _parts.Add(new PromptPart(null, wireNames));
            var root = name.Split('.')[0];
            context.UseShared(root, Symbols.SymbolKind.Fact);
            if (context.Notes is { } notes && Names.NameLookup.Find(judge.Symbol.Package, root, Symbols.SymbolKind.Fact) is { } fact)
                notes.ReferInText(prompt.Source, new TextSpan(span.Start, Math.Min(span.Start + root.Length, span.End)), fact);
            if (!_named.Exists(known => known.Name == name))
                _named.Add((name, wireNames));
            _shows |= Shows(wireNames, name);
        }
        else
        {
            var shown = closed ? name : Open;
            context.ReportUnknown(
                JudgeDiagnostics.UnknownVariable,
                prompt.Source,
                span,
                shown,
                facts.Roots.Select(fact => fact.Name).Concat(facts.Layout.PrimaryText.Count > 0 ? ["text", facts.TextName] : []),
                shown,
                facts.Name);
        }
    }

    // Fixed text of a point without a text of its own shows what is judged with any of its values.
    private bool Shows(ValueList<string> path, string name)
    {
        var judged = facts.Layout.PrimaryText;
        return judged.Count == 0
            || name == Transcript
            || path.AsSpan().StartsWith(judged.AsSpan())
            || judged.AsSpan().StartsWith(path.AsSpan());
    }

    private ValueList<string>? Find(string name)
    {
        if (name == "text" && facts.Layout.PrimaryText.Count > 0)
            return facts.Layout.PrimaryText;
        var names = name.Split('.');
        var shape = (Shape?)null;
        var path = new List<string>();
        foreach (var step in names)
        {
            var member = shape is null ? facts.Find(step) : (shape as RecordShape)?.Find(step);
            // What every tool defines for itself is shown whole.
            if (shape is null && member is null && names.Length == 1 && facts.IsOfTool(step))
                return [step];
            if (member is null || member.Name.Contains(':', StringComparison.Ordinal))
                return null;
            path.Add(member.WireName);
            shape = member.Shape;
        }
        return path.ToValueList();
    }

    // Escapes and indentation move what follows them, and leave how many braces come before it.
    private TextSpan SpanOf(int variable, string name)
    {
        var raw = prompt.Source.Slice(prompt.Span).ToString();
        var at = -1;
        for (var i = 0; i <= variable; i++)
            at = raw.IndexOf(Open, at + 1 + (i > 0 ? 1 : 0), StringComparison.Ordinal);
        var start = at < 0 ? -1 : raw.IndexOf(name, at, StringComparison.Ordinal);
        return start < 0 ? prompt.Span : new TextSpan(prompt.Span.Start + start, prompt.Span.Start + start + name.Length);
    }
}
