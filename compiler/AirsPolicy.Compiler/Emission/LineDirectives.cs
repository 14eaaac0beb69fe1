using AirsPolicy.Collections;
using AirsPolicy.Language.Model;

namespace AirsPolicy.Compiler.Emission;

/// <summary>Leads emitted lines back to the policy, so that stack traces and sequence points name the place of the rule.</summary>
internal sealed class LineDirectives(ValueList<SourceModel> sources)
{
    // What a #line directive can say.
    private const int MaxColumn = 65536;
    private const int MaxLine = 16_707_565;

    private readonly Dictionary<string, string> _sources = sources.ToDictionary(
        source => source.Path,
        source => source.Content,
        StringComparer.Ordinal);

    /// <summary>The next line stands for a place.</summary>
    public void Enter(CodeWriter writer, SourcePlace place)
    {
        var (line, column) = End(place);
        writer.Directive(
            $"#line ({Line(place.Line)},{Column(place.Column)})-({Line(line)},{Column(column)}) \"{FileReference.Of(place.File)}\"");
    }

    /// <summary>The next lines stand for nothing in the policy.</summary>
    public static void Leave(CodeWriter writer) => writer.Directive($"#line hidden");

    private (int Line, int Column) End(SourcePlace place)
    {
        var after = place.Column + Math.Max(1, place.End - place.Start);
        if (!_sources.TryGetValue(place.File, out var text) || place.End > text.Length || place.End <= place.Start)
            return (place.Line, after);
        var within = text.AsSpan(place.Start, place.End - place.Start);
        var breaks = within.Count('\n');
        return breaks == 0 ? (place.Line, after) : (place.Line + breaks, Math.Max(1, within.Length - within.LastIndexOf('\n')));
    }

    private static int Line(int line) => Math.Clamp(line, 1, MaxLine);

    private static int Column(int column) => Math.Clamp(column, 1, MaxColumn);
}
