using System.Collections.Immutable;
using System.Text;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Language.Semantics.Schemas;

/// <summary>Collects what is wrong in schema files; what is found twice, through two references, is said once.</summary>
internal sealed class SchemaLog
{
    // A file that is wrong throughout is not worth more lines.
    private const int Most = 100;

    private readonly DiagnosticBag _bag = new();
    private readonly HashSet<(string, int, string, string)> _said = [];
    private readonly Dictionary<SchemaNode, (SourceText Source, byte[] Bytes)> _files = [];

    public bool HasErrors => _bag.HasErrors;

    /// <summary>A file that has been read.</summary>
    public void Add(SchemaNode root, SourceText source, byte[] bytes) => _files.Add(root, (source, bytes));

    public void ReportNotJson(SourceText source, byte[] bytes, int at, string problem) =>
        _bag.Report(SchemaDiagnostics.NotJson, source, new TextSpan(Unit(bytes, at), Unit(bytes, at)), "", problem);

    /// <summary>Reports at a value; the pointer of the schema that it belongs to is the message's first argument.</summary>
    public void Report(DiagnosticDescriptor descriptor, SchemaNode at, SchemaNode schema, params ReadOnlySpan<string> arguments)
    {
        var (source, bytes) = _files[at.Root];
        if (_bag.Count >= Most || !_said.Add((source.Path, at.Start, descriptor.Code, string.Join('\n', arguments.ToArray()))))
            return;
        _bag.Report(descriptor, source, new TextSpan(Unit(bytes, at.Start), Unit(bytes, at.End)), ["#" + schema.Pointer, .. arguments]);
    }

    public ImmutableArray<Diagnostic> ToDiagnostics() => _bag.ToSorted();

    private static int Unit(byte[] bytes, int at) => Encoding.UTF8.GetCharCount(bytes.AsSpan(0, at));
}
