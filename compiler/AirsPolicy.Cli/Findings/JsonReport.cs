using System.Collections.Immutable;
using System.Text.Json;
using AirsPolicy.Cli.Console;
using AirsPolicy.Language.Diagnostics;
using AirsPolicy.Language.Text;
using AirsPolicy.Text;

namespace AirsPolicy.Cli.Findings;

/// <summary>Findings as one JSON document. Lines and columns count from 1, columns in UTF-16 units; ends are exclusive.</summary>
internal static class JsonReport
{
    /// <param name="output">Where it is written.</param>
    /// <param name="diagnostics">The findings.</param>
    /// <param name="more">Writes what else a command says, as members beside the findings; or null.</param>
    public static void Write(TextWriter output, ImmutableArray<Diagnostic> diagnostics, Action<Utf8JsonWriter>? more = null) =>
        JsonOutput.Write(
            output,
            json =>
            {
                json.WriteStartObject();
                json.WriteNumber("version", 1);
                json.WriteStartArray("diagnostics");
                foreach (var diagnostic in diagnostics)
                    Write(json, diagnostic);
                json.WriteEndArray();
                json.WriteNumber("errors", diagnostics.Count(d => d.Severity == DiagnosticSeverity.Error));
                json.WriteNumber("warnings", diagnostics.Count(d => d.Severity == DiagnosticSeverity.Warning));
                json.WriteNumber("notices", diagnostics.Count(d => d.Severity == DiagnosticSeverity.Notice));
                more?.Invoke(json);
                json.WriteEndObject();
            }
        );

    private static void Write(Utf8JsonWriter json, Diagnostic diagnostic)
    {
        json.WriteStartObject();
        json.WriteString("code", diagnostic.Code);
        json.WriteString("severity", TextReport.Word(diagnostic.Severity));
        json.WriteString("message", diagnostic.Message);
        WritePlace(json, diagnostic.Source, diagnostic.Span);
        json.WriteStartArray("related");
        foreach (var related in diagnostic.Related)
        {
            json.WriteStartObject();
            json.WriteString("text", related.Text);
            WritePlace(json, related.Source, related.Span);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("fixes");
        foreach (var fix in diagnostic.Fixes)
            Write(json, diagnostic.Source, fix);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, SourceText source, DiagnosticFix fix)
    {
        json.WriteStartObject();
        json.WriteString("title", fix.Title);
        json.WriteBoolean("declaration", fix.IsDeclaration);
        json.WriteStartArray("edits");
        foreach (var edit in fix.Edits)
        {
            json.WriteStartObject();
            WritePlace(json, source, edit.Span);
            json.WriteString("newText", edit.NewText);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WritePlace(Utf8JsonWriter json, SourceText source, TextSpan span)
    {
        json.WriteString("path", source.Path);
        WritePosition(json, "start", source.PositionOf(Math.Min(span.Start, source.Length)));
        WritePosition(json, "end", source.PositionOf(Math.Min(span.End, source.Length)));
    }

    private static void WritePosition(Utf8JsonWriter json, string name, LinePosition position)
    {
        json.WriteStartObject(name);
        json.WriteNumber("line", position.Line + 1);
        json.WriteNumber("column", position.Column + 1);
        json.WriteEndObject();
    }
}
