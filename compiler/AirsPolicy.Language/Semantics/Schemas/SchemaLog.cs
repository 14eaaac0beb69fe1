using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Runtime.Text;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Collects what is wrong in one schema file; what is found twice, through two references, is said once.</summary>
internal sealed class SchemaLog(SourceText source, byte[] bytes)
{
    // A file that is wrong throughout is not worth more lines.
    private const int Most = 100;

    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<(int, string, string)> _said = [];

    public bool HasErrors => _bag.HasErrors;

    public void ReportNotJson(int at, string problem) =>
        _bag.Report(SchemaDiagnostics.NotJson, source, new TextSpan(Unit(at), Unit(at)), "", problem);

    /// <summary>Reports at a value; the pointer of the schema that it belongs to is the message's first argument.</summary>
    public void Report(DiagnosticDescriptor descriptor, SchemaNode at, SchemaNode schema, params ReadOnlySpan<string> arguments)
    {
        if (_bag.Count >= Most || !_said.Add((at.Start, descriptor.Code, string.Join('\n', arguments.ToArray()))))
            return;
        _bag.Report(descriptor, source, new TextSpan(Unit(at.Start), Unit(at.End)), ["#" + schema.Pointer, .. arguments]);
    }

    public ImmutableArray<Diagnostic> ToDiagnostics() => _bag.ToSorted();

    private int Unit(int at) => Encoding.UTF8.GetCharCount(bytes.AsSpan(0, at));
}
